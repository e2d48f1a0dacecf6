// Sick-Sicker microsimulation on the unchanged engine. Krijkamp et al., "Microsimulation Modeling
// for Health Decision Sciences Using R: A Tutorial", Medical Decision Making 38(3), 2018, DOI
// 10.1177/0272989X18754513. The exact limits are the cohort model's expectations.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "model/core/random.hpp"
#include "model/engine/engine.hpp"
#include "tests/engine/two_arms.hpp"

namespace samspil {
namespace {

constexpr std::size_t states = 4;  // healthy, sick, sicker, dead
constexpr std::size_t cycles = 30;
constexpr std::size_t arms = 2;  // no treatment, treatment

// One row per state: the probabilities of the next one. Deaths of the sick: hazard ratios 3, 10.
const double p_sick_dies = 1 - std::pow(1 - 0.005, 3);
const double p_sicker_dies = 1 - std::pow(1 - 0.005, 10);
const Moves<states> moves{{{1 - 0.15 - 0.005, 0.15, 0, 0.005},
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
  Cuts<states> cuts = cuts_of(moves);
  std::int64_t worth[2][arms][cycles + 1][states] = {};  ///< Discounted, in millionths.

  SickSicker() {
    for (std::size_t i = 0; i < 2 * arms * (cycles + 1) * states; ++i) {
      const std::size_t state = i % states, cycle = i / states % (cycles + 1);
      const std::size_t arm = i / states / (cycles + 1) % arms,
                        what = i / states / (cycles + 1) / 2;
      worth[what][arm][cycle][state] = std::llround(discounted(what, arm, cycle, state) * 1e6);
    }
  }

  test::Totals operator()(Identity person, std::uint32_t draw, std::uint32_t arm) const {
    std::size_t state = 0;
    test::Totals total{worth[0][arm][0][0], worth[1][arm][0][0]};
    PhiloxBlock words{};
    for (std::size_t cycle = 1; cycle <= cycles; ++cycle) {
      const std::size_t word = (cycle - 1) % 4;  // four cycles to a block
      if (word == 0) {
        words = keyed_block({2018, draw}, person, static_cast<int>(cycle), BlockNumber{0});
      }
      state = next_state(cuts[state], words[word]);
      for (std::size_t what = 0; what < 2; ++what) total[what] += worth[what][arm][cycle][state];
    }
    return total;
  }
};

// [cost, quality-adjusted life years][no treatment, treatment, difference]
constexpr test::Expected limits{
    {{75976.1491401, 141623.028188, 65646.8790}, {15.8388478, 16.4004056, 0.561557775}}};

TEST(SickSicker, HasTheCohortModelAsItsLimit) {
  double exact[2][arms] = {};
  std::array<double, states> share{1, 0, 0, 0};
  for (std::size_t cycle = 0; cycle <= cycles; ++cycle) {
    for (std::size_t state = 0; state < states; ++state) {
      for (std::size_t i = 0; i < 2 * arms; ++i) {
        exact[i / arms][i % arms] += share[state] * discounted(i / arms, i % arms, cycle, state);
      }
    }
    share = test::moved(share, moves);
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

  const auto tally = run_sum(test::TwoArms<SickSicker>{}, plan);

  test::expect_near(tally, limits, 3.5);
  // What common random numbers buy: independent arms would have the root of the sum of squares.
  EXPECT_LT(tally.difference[1][0].error(), 0.6 * tally.level[1][0].error());
}

}  // namespace
}  // namespace samspil
