#include "model/engine/engine.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

#include "model/words/problem.hpp"
#include "tests/engine/walks.hpp"

namespace samspil {
namespace {

using test::Walks;

constexpr std::uint64_t units = 1003;  // no multiple of any block below
constexpr RunPlan plan{
    .units = units, .units_per_block = 16, .draws = 7, .draws_per_chunk = 3, .arms = 3};

Walks::Tally run_with(int threads, std::uint32_t units_per_block, std::uint32_t draws_per_chunk) {
  RunPlan cut = plan;
  cut.execution = threads;
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
    cut.execution = threads;

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
                    .execution = -1};
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
  cut.execution = 8;

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
    cut.execution = threads;
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
