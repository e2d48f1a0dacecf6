/// \file
/// A published cohort model of two arms, lived person by person: what the tests of such models
/// share.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "model/core/random.hpp"
#include "tests/engine/moments.hpp"

namespace samspil::test {

/// What a person costs and gains in one arm [millionths].
using Totals = std::array<std::int64_t, 2>;

/// Cumulated probabilities of the moves from each state to each, of 2^32.
template <std::size_t N>
using Cuts = std::array<std::array<std::uint64_t, N>, N>;

template <std::size_t N>
Cuts<N> cuts_of(const std::array<std::array<double, N>, N>& moves) {
  Cuts<N> cuts{};
  for (std::size_t from = 0; from < N; ++from) {
    double cumulated = 0;
    for (std::size_t to = 0; to < N; ++to) {
      cumulated += moves[from][to];
      cuts[from][to] = static_cast<std::uint64_t>(std::llround(cumulated * 0x1p32));
    }
  }
  return cuts;
}

/// Where a person goes from a state of these cuts.
template <std::size_t N>
std::size_t next_state(const std::array<std::uint64_t, N>& cuts, std::uint32_t word) noexcept {
  std::size_t next = 0;
  while (word >= cuts[next]) ++next;
  return next;
}

/// The shares of a cohort after one move.
template <std::size_t N>
std::array<double, N> moved(const std::array<double, N>& share,
                            const std::array<std::array<double, N>, N>& moves) {
  std::array<double, N> next{};
  for (std::size_t from = 0; from < N; ++from) {
    for (std::size_t to = 0; to < N; ++to) next[to] += share[from] * moves[from][to];
  }
  return next;
}

/// A model of the engine; `life(person, draw, arm)` gives a person's Totals.
template <class Life>
struct TwoArms {
  static constexpr std::size_t arms = 2;
  Life life{};

  struct Scratch {
    std::uint64_t first = 0;
    std::vector<std::array<Totals, arms>> persons;
  };
  struct Tally {
    Moments of[2][arms + 1];  ///< [what][first arm, second arm, difference]
    Moments product;          ///< Of the two differences, for the error of their ratio.

    Tally& operator+=(const Tally& other) {
      for (std::size_t what = 0; what < 2; ++what) {
        for (std::size_t i = 0; i <= arms; ++i) of[what][i] += other.of[what][i];
      }
      product += other.product;
      return *this;
    }
  };

  Scratch make_scratch() const { return {}; }
  Tally make_tally() const { return {}; }
  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t count) const {
    scratch.first = first;
    scratch.persons.resize(count);
  }
  void run_arm(Scratch& scratch, std::uint32_t draw, std::uint32_t arm, Tally&) const {
    for (std::size_t i = 0; i < scratch.persons.size(); ++i) {
      scratch.persons[i][arm] = life(Identity{scratch.first + i}, draw, arm);
    }
  }
  void finish_draw(Scratch& scratch, std::uint32_t, Tally& tally) const {
    for (const std::array<Totals, arms>& person : scratch.persons) {
      Totals difference;
      for (std::size_t what = 0; what < 2; ++what) {
        difference[what] = person[1][what] - person[0][what];
        for (std::size_t arm = 0; arm < arms; ++arm) tally.of[what][arm].add(person[arm][what]);
        tally.of[what][arms].add(difference[what]);
      }
      tally.product.sum += Int128{difference[0]} * difference[1];
    }
  }
};

/// [what][first arm, second arm, difference]: a cohort's own, without chance.
using Expected = std::array<std::array<double, 3>, 2>;

template <class Tally>
void expect_near(const Tally& tally, double persons, const Expected& expected, double errors) {
  for (std::size_t what = 0; what < expected.size(); ++what) {
    for (std::size_t i = 0; i < expected[what].size(); ++i) {
      const double error = tally.of[what][i].error(persons);
      EXPECT_NEAR(tally.of[what][i].mean(persons), expected[what][i], errors * error)
          << "standard error " << error;
    }
  }
}

}  // namespace samspil::test
