#include "model/engine/engine.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

#include "model/core/problem.hpp"
#include "model/core/random.hpp"

namespace samspil {
namespace {

/// Random walks that are paired between arms. Writes down every unit, so that nothing can hide in
/// a sum, and counts each visit.
struct Walks {
  std::uint64_t units = 0;
  std::uint32_t arms = 3;
  std::atomic<int>* scratches = nullptr;
  std::uint64_t sick_unit = ~std::uint64_t{0};  ///< Throws when it is made.

  struct Scratch {
    std::uint64_t first = 0;
    std::vector<std::uint64_t> start;       ///< Made by block.
    std::vector<std::int64_t> end_of_arm0;  ///< Made by arm 0, read by the others.
    std::uint32_t next_arm = 0;
  };

  struct Tally {
    std::vector<std::int64_t> visits;
    std::vector<std::int64_t> difference;
    std::int64_t finished_units = 0;
    std::int64_t order_faults = 0;

    Tally& operator+=(const Tally& other) {
      for (std::size_t i = 0; i < visits.size(); ++i) {
        visits[i] += other.visits[i];
        difference[i] += other.difference[i];
      }
      finished_units += other.finished_units;
      order_faults += other.order_faults;
      return *this;
    }
    friend bool operator==(const Tally&, const Tally&) = default;
  };

  Scratch make_scratch() const {
    if (scratches != nullptr) ++*scratches;
    return {};
  }
  Tally make_tally() const {
    return {std::vector<std::int64_t>(units), std::vector<std::int64_t>(units)};
  }

  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t count) const {
    scratch.first = first;
    scratch.next_arm = 0;
    scratch.start.resize(count);
    scratch.end_of_arm0.resize(count);
    for (std::uint64_t i = 0; i < count; ++i) {
      if (first + i == sick_unit) throw std::domain_error("sick unit");
      scratch.start[i] = first + i + 1;
    }
  }

  void run_arm(Scratch& scratch, std::uint32_t draw, std::uint32_t arm, Tally& tally) const {
    tally.order_faults += arm != scratch.next_arm;
    scratch.next_arm = arm + 1;
    for (std::size_t i = 0; i < scratch.start.size(); ++i) {
      auto at = static_cast<std::int64_t>(scratch.start[i]);
      for (int period = 0; period < 5; ++period) {
        const PhiloxBlock words =
            keyed_block({1, draw}, Identity{scratch.start[i]}, period, BlockNumber{0});
        at += static_cast<std::int64_t>(words[0] >> 8) * (arm + 1);
      }
      if (arm == 0) scratch.end_of_arm0[i] = at;
      tally.visits[scratch.first + i] += 1;
      tally.difference[scratch.first + i] += at - scratch.end_of_arm0[i];
    }
  }

  void finish_draw(Scratch& scratch, std::uint32_t, Tally& tally) const {
    tally.order_faults += scratch.next_arm != arms;
    tally.finished_units += static_cast<std::int64_t>(scratch.start.size());
    scratch.next_arm = 0;
  }
};

constexpr std::uint64_t units = 1003;  // no multiple of any block below
constexpr RunPlan plan{
    .units = units, .units_per_block = 16, .draws = 7, .draws_per_chunk = 3, .arms = 3};

Walks::Tally run_with(int threads, std::uint32_t units_per_block, std::uint32_t draws_per_chunk) {
  RunPlan cut = plan;
  cut.threads = threads;
  cut.units_per_block = units_per_block;
  cut.draws_per_chunk = draws_per_chunk;
  return run_sum(Walks{.units = units}, cut);
}

TEST(RunSum, VisitsEveryUnitOnceInEachDrawAndArm) {
  const Walks::Tally sum = run_with(0, 16, 3);

  EXPECT_EQ(sum.visits, std::vector<std::int64_t>(units, std::int64_t{7} * 3));
  EXPECT_EQ(sum.finished_units, static_cast<std::int64_t>(units * 7));
}

TEST(RunSum, RunsArmsInOrderAndFinishesEachDraw) { EXPECT_EQ(run_with(0, 16, 3).order_faults, 0); }

TEST(RunSum, HasTheSameBitsForAnyThreadsBlocksAndChunks) {
  const Walks::Tally one = run_with(1, 16, 3);

  for (const int threads : {1, 2, 3, 8}) {
    for (const std::uint32_t units_per_block : {1U, 16U, 100U, 5000U}) {
      for (const std::uint32_t draws_per_chunk : {1U, 3U, 7U, 64U}) {
        EXPECT_EQ(run_with(threads, units_per_block, draws_per_chunk), one)
            << threads << " threads, blocks of " << units_per_block << ", chunks of "
            << draws_per_chunk;
      }
    }
  }
}

TEST(RunSum, OneMoreUnitChangesNobodyElse) {
  RunPlan larger_plan = plan;
  larger_plan.units = units + 1;

  const Walks::Tally small = run_sum(Walks{.units = units}, plan);
  Walks::Tally large = run_sum(Walks{.units = units + 1}, larger_plan);

  large.difference.resize(units);
  EXPECT_EQ(large.difference, small.difference);
}

TEST(RunChunks, HandsOverEachDrawOnceInOrder) {
  std::vector<std::uint32_t> firsts;
  std::vector<Walks::Tally> draws;

  run_chunks(Walks{.units = units}, plan,
             [&](std::uint32_t first, std::span<const Walks::Tally> tallies) {
               firsts.push_back(first);
               draws.insert(draws.end(), tallies.begin(), tallies.end());
             });

  EXPECT_EQ(firsts, (std::vector<std::uint32_t>{0, 3, 6}));
  ASSERT_EQ(draws.size(), 7U);
  for (std::uint32_t draw = 0; draw < 7; ++draw) {
    EXPECT_EQ(draws[draw].visits, std::vector<std::int64_t>(units, 3)) << draw;
    if (draw > 0) {
      EXPECT_NE(draws[draw].difference, draws[0].difference) << draw;
    }
  }
}

TEST(RunChunks, MakesOneScratchPerThreadAtMost) {
  for (const int threads : {1, 2, 8}) {
    std::atomic<int> scratches{0};
    RunPlan cut = plan;
    cut.threads = threads;

    run_sum(Walks{.units = units, .scratches = &scratches}, cut);

    EXPECT_GE(scratches, 1);
    EXPECT_LE(scratches, threads);
  }
}

TEST(RunChunks, RefusesSizesThatAreZeroOrTooBigBeforeItTakesMemory) {
  std::atomic<int> scratches{0};
  Walks walks{.units = 1, .scratches = &scratches};
  const RunPlan bad{.units = 0,
                    .units_per_block = 0,
                    .draws = 0xFFFFFFFF,
                    .draws_per_chunk = 0xFFFFFFFF,
                    .arms = 0,
                    .threads = -1};
  try {
    run_sum(walks, bad);
    FAIL() << "ran";
  } catch (const InputError& error) {
    EXPECT_EQ(error.problems().size(), 6U);
    EXPECT_STREQ(error.what(), "run plan: units: is 0; give a number from 1 to 1099511627776");
  }
  EXPECT_EQ(scratches, 0);
}

TEST(Progress, NeverFallsEndsAtOneAndIsToldByOneThreadAtATime) {
  std::atomic<int> telling{0};
  int overlaps = 0;
  double last = 0;
  int falls = 0;
  RunPlan cut = plan;
  cut.threads = 8;

  run_sum(Walks{.units = units}, cut, [&](double share) {
    overlaps += telling.fetch_add(1) != 0;
    std::this_thread::sleep_for(std::chrono::microseconds(50));
    falls += share < last;
    last = share;
    --telling;
  });

  EXPECT_EQ(overlaps, 0);
  EXPECT_EQ(falls, 0);
  EXPECT_EQ(last, 1.0);
}

TEST(Progress, StopsTheRunByThrowing) {
  for (const int threads : {1, 8}) {
    RunPlan cut = plan;
    cut.threads = threads;
    int calls = 0;
    bool chunk_taken = false;
    const auto stop = [&](double) {
      ++calls;
      throw std::out_of_range("stop");
    };
    const auto take = [&](std::uint32_t, std::span<const Walks::Tally>) { chunk_taken = true; };

    EXPECT_THROW(run_chunks(Walks{.units = units}, cut, take, stop), std::out_of_range);

    EXPECT_EQ(calls, 1) << "asked again after it threw";
    EXPECT_FALSE(chunk_taken);
  }
}

TEST(RunSum, CarriesOutWhatAModelThrowsAndCanRunAgain) {
  EXPECT_THROW(run_sum(Walks{.units = units, .sick_unit = 500}, plan), std::domain_error);

  EXPECT_EQ(run_sum(Walks{.units = units}, plan), run_with(1, 16, 3));
}

}  // namespace
}  // namespace samspil
