// Sick-Sicker microsimulation on the unchanged engine. Krijkamp et al., "Microsimulation Modeling
// for Health Decision Sciences Using R: A Tutorial", Medical Decision Making 38(3), 2018, DOI
// 10.1177/0272989X18754513. The exact limits are the cohort model's expectations.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "model/core/random.hpp"
#include "model/engine/engine.hpp"
#include "tests/engine/moments.hpp"

namespace samspil {
namespace {

constexpr std::size_t states = 4;  // healthy, sick, sicker, dead
constexpr std::size_t cycles = 30;
constexpr std::size_t arms = 2;  // no treatment, treatment

// One row per state: the probabilities of the next one. Deaths of the sick: hazard ratios 3, 10.
const double p_sick_dies = 1 - std::pow(1 - 0.005, 3);
const double p_sicker_dies = 1 - std::pow(1 - 0.005, 10);
const std::array<std::array<double, states>, states> moves{
    {{1 - 0.15 - 0.005, 0.15, 0, 0.005},
     {0.5, 1 - 0.5 - 0.105 - p_sick_dies, 0.105, p_sick_dies},
     {0, 0, 1 - p_sicker_dies, p_sicker_dies},
     {0, 0, 0, 1}}};
// By arm and state, per cycle: cost [USD] and quality-adjusted life years.
constexpr double values[2][arms][states] = {{{2000, 4000, 15000, 0}, {2000, 16000, 27000, 0}},
                                            {{1, 0.75, 0.5, 0}, {1, 0.95, 0.5, 0}}};

double discounted(std::size_t what, std::size_t arm, std::size_t cycle, std::size_t state) {
  return values[what][arm][state] * std::pow(1.03, -static_cast<double>(cycle));
}

struct SickSicker {
  static constexpr double fixed_point = 1e6;
  std::array<std::array<std::uint64_t, states>, states> cuts{};  ///< Cumulated moves, of 2^32.
  std::int64_t worth[2][arms][cycles + 1][states] = {};          ///< Discounted, in millionths.

  SickSicker() {
    for (std::size_t from = 0; from < states; ++from) {
      double cumulated = 0;
      for (std::size_t to = 0; to < states; ++to) {
        cumulated += moves[from][to];
        cuts[from][to] = static_cast<std::uint64_t>(std::llround(cumulated * 0x1p32));
      }
    }
    for (std::size_t i = 0; i < 2 * arms * (cycles + 1) * states; ++i) {
      const std::size_t state = i % states, cycle = i / states % (cycles + 1);
      const std::size_t arm = i / states / (cycles + 1) % arms,
                        what = i / states / (cycles + 1) / 2;
      worth[what][arm][cycle][state] =
          std::llround(discounted(what, arm, cycle, state) * fixed_point);
    }
  }

  struct Scratch {
    std::uint64_t first = 0;
    std::uint32_t count = 0;
    std::vector<std::array<std::array<std::int64_t, 2>, arms>> totals;  ///< [person][arm][what]
  };
  struct Tally {
    test::Moments of[2][arms + 1];  ///< [what][no treatment, treatment, difference]

    Tally& operator+=(const Tally& other) {
      for (std::size_t i = 0; i < 2 * (arms + 1); ++i) {
        of[i / 3][i % 3] += other.of[i / 3][i % 3];
      }
      return *this;
    }
  };

  Scratch make_scratch() const { return {0, 0, decltype(Scratch::totals)(1000)}; }
  Tally make_tally() const { return {}; }
  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t count) const {
    scratch.first = first;
    scratch.count = count;
  }
  void run_arm(Scratch& scratch, std::uint32_t draw, std::uint32_t arm, Tally&) const {
    for (std::uint32_t i = 0; i < scratch.count; ++i) {
      std::size_t state = 0;
      std::array<std::int64_t, 2> total{worth[0][arm][0][0], worth[1][arm][0][0]};
      PhiloxBlock words{};
      for (std::size_t cycle = 1; cycle <= cycles; ++cycle) {
        const std::size_t word = (cycle - 1) % 4;  // four cycles to a block
        if (word == 0) {
          words = keyed_block({2018, draw}, Identity{scratch.first + i}, static_cast<int>(cycle),
                              BlockNumber{0});
        }
        std::size_t next = 0;
        while (words[word] >= cuts[state][next]) ++next;
        state = next;
        for (std::size_t what = 0; what < 2; ++what) total[what] += worth[what][arm][cycle][state];
      }
      scratch.totals[i][arm] = total;
    }
  }
  void finish_draw(Scratch& scratch, std::uint32_t, Tally& tally) const {
    for (std::uint32_t i = 0; i < scratch.count; ++i) {
      const auto& person = scratch.totals[i];
      for (std::size_t what = 0; what < 2; ++what) {
        for (std::size_t arm = 0; arm < arms; ++arm) tally.of[what][arm].add(person[arm][what]);
        tally.of[what][arms].add(person[1][what] - person[0][what]);
      }
    }
  }
};

// [cost, quality-adjusted life years][no treatment, treatment, difference]
constexpr double limits[2][arms + 1] = {{75976.1491401, 141623.028188, 65646.8790},
                                        {15.8388478, 16.4004056, 0.561557775}};

TEST(SickSicker, HasTheCohortModelAsItsLimit) {
  double exact[2][arms] = {};
  std::array<double, states> share{1, 0, 0, 0};
  for (std::size_t cycle = 0; cycle <= cycles; ++cycle) {
    std::array<double, states> next{};
    for (std::size_t from = 0; from < states; ++from) {
      for (std::size_t i = 0; i < 2 * arms; ++i) {
        exact[i / arms][i % arms] += share[from] * discounted(i / arms, i % arms, cycle, from);
      }
      for (std::size_t to = 0; to < states; ++to) next[to] += share[from] * moves[from][to];
    }
    share = next;
  }
  for (std::size_t what = 0; what < 2; ++what) {
    for (std::size_t arm = 0; arm < arms; ++arm) {
      EXPECT_NEAR(exact[what][arm] / limits[what][arm], 1, 5e-9);
    }
    EXPECT_NEAR((exact[what][1] - exact[what][0]) / limits[what][2], 1, 5e-9);
  }
}

TEST(SickSicker, ComesWithin3AndAHalfStandardErrorsOfTheCohortModel) {
  const RunPlan plan{
      .units = 250'000, .units_per_block = 1000, .draws = 4, .draws_per_chunk = 3, .arms = arms};
  const double persons = static_cast<double>(plan.units * plan.draws);

  const SickSicker::Tally tally = run_sum(SickSicker{}, plan);

  for (std::size_t what = 0; what < 2; ++what) {
    for (std::size_t i = 0; i <= arms; ++i) {
      const double error = tally.of[what][i].error(persons);
      EXPECT_NEAR(tally.of[what][i].mean(persons), limits[what][i], 3.5 * error)
          << "standard error " << error;
    }
  }
  // What common random numbers buy: independent arms would have the root of the sum of squares.
  EXPECT_LT(tally.of[0][2].error(persons), 0.6 * tally.of[0][1].error(persons));
}

}  // namespace
}  // namespace samspil
