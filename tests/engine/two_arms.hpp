/// \file
/// A published cohort model of two arms, lived person by person: what the tests of such models
/// share.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <vector>

#include "model/core/cuts.hpp"
#include "model/core/random.hpp"
#include "model/engine/moments.hpp"

namespace samspil::test {

/// What a person costs and gains in one arm [millionths].
using Totals = std::array<std::int64_t, 2>;

/// The shares of a cohort after one move.
template <std::size_t N>
std::array<double, N> moved(const std::array<double, N>& share, const Moves<N>& moves) {
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

  using Tally = PairedTally<2, arms>;
  struct Scratch {
    std::uint64_t first = 0;
    std::vector<Tally::Unit> persons;
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
    for (const Tally::Unit& person : scratch.persons) tally.add(person);
  }
};

/// [what][first arm, second arm, difference]: a cohort's own, without chance.
using Expected = std::array<std::array<double, 3>, 2>;

inline void expect_near(const PairedTally<2, 2>& tally, const Expected& expected, double errors) {
  for (std::size_t what = 0; what < expected.size(); ++what) {
    const Moments* const found[] = {&tally.level[0][what], &tally.level[1][what],
                                    &tally.difference[1][what]};
    for (std::size_t i = 0; i < expected[what].size(); ++i) {
      const double error = found[i]->error() / 1e6;
      EXPECT_NEAR(found[i]->mean() / 1e6, expected[what][i], errors * error)
          << "standard error " << error;
    }
  }
}

}  // namespace samspil::test
