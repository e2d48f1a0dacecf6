// A run that is stopped, killed or found by another goes on to the same bits, or is refused.
#include "model/engine/checkpoint.hpp"

#include <gtest/gtest.h>
#include <sched.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "model/core/checksum.hpp"
#include "model/core/random.hpp"
#include "model/engine/checkpoint_text.hpp"
#include "model/engine/engine.hpp"
#include "model/words/problem.hpp"
#include "tests/engine/walks.hpp"
#include "tests/support/own_folder.hpp"

namespace samspil {
namespace {

using test::Walks;

constexpr std::uint64_t units = 211;
const Checkpoint::Inputs inputs{{"program", "one"}, {"seed", "1"}};

RunPlan plan_on(Execution execution, std::uint32_t draws_per_chunk = 3) {
  return {.units = units,
          .units_per_block = 4,
          .draws = 7,
          .draws_per_chunk = draws_per_chunk,
          .arms = 3,
          .execution = execution};
}

// A function without a state of its own is what an execution asks.
std::atomic<int> blocks_left{0};
int stop_after_blocks() { return blocks_left.fetch_sub(1) <= 0 ? 15 : 0; }

struct ByDraw {
  std::vector<std::int64_t> visits = std::vector<std::int64_t>(7);
  void take(std::uint32_t first_draw, std::span<const Walks::Tally> tallies) {
    for (const Walks::Tally& tally : tallies) visits[first_draw++] += tally.difference[5];
  }
  void visit_integers(auto&& visit) {
    for (std::int64_t& draw : visits) visit(draw);
  }
};

struct Wide {
  std::int64_t narrow = 0;
  Int128 wide = 0;
  void visit_integers(auto&& visit) {
    visit(narrow);
    visit(wide);
  }
};

class Saved : public test::OwnFolder {
 protected:
  Checkpoint open(const Checkpoint::Inputs& by = inputs) const {
    CheckpointFile file{file_};
    const std::string text = file.open();
    return {std::move(file), text, by, 0};
  }
  /// Runs until so many blocks were begun; the share that was found when it began.
  double run_and_stop(int blocks, int threads, std::uint32_t draws_per_chunk = 3) const {
    Checkpoint checkpoint = open();
    const double share = checkpoint.share_found();
    Execution execution{threads};
    execution.stop_asked = stop_after_blocks;
    blocks_left = blocks;
    try {
      run_sum(Walks{.units = units}, plan_on(execution, draws_per_chunk), {}, &checkpoint);
      ADD_FAILURE() << "was not stopped";
    } catch (const Stopped& stopped) {
      EXPECT_EQ(stopped.reason(), 15);
    }
    return share;
  }
  Walks::Tally run_to_the_end(int threads) const {
    Checkpoint checkpoint = open();
    return run_sum(Walks{.units = units}, plan_on(threads), {}, &checkpoint);
  }
  std::string text() const {
    std::ifstream stream{file_, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
  }
  void write(const std::string& text) const { std::ofstream{file_, std::ios::binary} << text; }
  void expect_refused(const std::string& part, const Checkpoint::Inputs& by = inputs) const {
    try {
      open(by);
      ADD_FAILURE() << "read: " << part;
    } catch (const InputError& error) {
      EXPECT_EQ(error.problems().size(), 1U);
      EXPECT_NE(std::string{error.what()}.find(part), std::string::npos) << error.what();
      EXPECT_EQ(std::string{error.what()}.find('\n'), std::string::npos);
    }
  }

  const std::filesystem::path file_ = folder_ / "run.save";
};

TEST_F(Saved, GoesOnToTheSameBitsFromAnyPlaceOnAnyNumberOfThreads) {
  const Walks::Tally whole = run_sum(Walks{.units = units}, plan_on(1));

  for (std::uint32_t trial = 0; trial < 10; ++trial) {
    std::filesystem::remove(file_);
    double last = 0;
    for (std::uint32_t stop = 0; stop < 3; ++stop) {
      const PhiloxBlock chance = keyed_block({8, trial}, Identity{stop}, 0, BlockNumber{0});
      const double share =
          run_and_stop(1 + static_cast<int>(chance[0] % 40), 1 + static_cast<int>(chance[1] % 4));
      EXPECT_GE(share, last);
      EXPECT_EQ(share > 0, stop > 0);
      last = share;
    }
    EXPECT_EQ(run_to_the_end(1 + static_cast<int>(trial % 3)), whole) << trial;
    EXPECT_EQ(run_to_the_end(2), whole) << "from a file that holds all of it";
    EXPECT_EQ(files(), std::set<std::string>{"run.save"});
  }
}

TEST_F(Saved, TellsTheWholeShareWhenItGoesOn) {
  run_and_stop(60, 2);
  Checkpoint checkpoint = open();
  double first = -1;

  run_sum(
      Walks{.units = units}, plan_on(2), [&](double share) { first = first < 0 ? share : first; },
      &checkpoint);

  EXPECT_GT(first, 0.25);
}

TEST_F(Saved, KeepsWhatTheCallerMadeOfEachDraw) {
  const auto run = [&](ByDraw by_draw, Execution execution) {
    Checkpoint checkpoint = open();
    run_into(Walks{.units = units}, plan_on(execution), by_draw, {}, &checkpoint);
    return by_draw.visits;
  };
  const auto whole = run({}, 1);
  std::filesystem::remove(file_);
  Execution execution{2};
  execution.stop_asked = stop_after_blocks;
  blocks_left = 130;  // in the last chunk

  EXPECT_THROW(run({}, execution), Stopped);

  EXPECT_EQ(run({}, 3), whole);
  EXPECT_NE(whole.front(), whole.back());
}

TEST_F(Saved, IsRefusedWhenItIsTorn) {
  run_and_stop(60, 2);
  const std::string whole = text();
  for (std::size_t length = 1; length < whole.size(); length += 97) {
    write(whole.substr(0, length));
    expect_refused(length < 12 ? "checkpoint" : "torn");
  }
  write("");
  expect_refused("is no checkpoint");
}

/// Sizes that no run has, under a checksum that fits.
TEST_F(Saved, IsRefusedWhenNoRunHasItsSizes) {
  const std::string most = "18446744073709551615";
  for (const std::string& plan : std::vector<std::string>{
           "0 0 0 0 0 0", "8 0 1 1 1 1", "8 4 0 1 1 1", "1152921504606846976 1 1 1 1 1",
           most + " 1 1 1 1 1", most + " " + most + " 1 1 1 1", "1 " + most + " 1 1 1 1",
           "1000000000000 1 1 1 1 1"}) {
    const std::string body = "checkpoint 1\nprogram one\nseed 1\nplan " + plan +
                             "\nfirst_draw 0\nfinished\ntaken\ndraw 1\n";
    write(body + "checksum " + hexadecimal(fnv1a(body)) + "\n");
    expect_refused("torn or was altered");
  }
}

TEST_F(Saved, IsRefusedWhenAnyLetterIsAltered) {
  run_and_stop(60, 2);
  const std::string whole = text();
  for (std::uint32_t i = 0; i < 200; ++i) {
    const PhiloxBlock chance = keyed_block({9, i}, Identity{1}, 0, BlockNumber{0});
    std::string other = whole;
    char& letter = other[chance[0] % other.size()];
    letter = static_cast<char>(letter ^ static_cast<char>(1U + chance[1] % 127));
    write(other);
    expect_refused("");
  }
  write(whole + "more\n");
  expect_refused("torn or was altered");
}

TEST_F(Saved, IsRefusedWhenAnotherRunWroteIt) {
  run_and_stop(60, 2);

  expect_refused("seed: belongs to another run: 1, here 2", {{"program", "one"}, {"seed", "2"}});
  expect_refused("program: belongs to another run: one, here two",
                 {{"program", "two"}, {"seed", "1"}});
  expect_refused("belongs to another run", {{"program", "one"}});
  expect_refused("belongs to another run", {{"program", "one"}, {"seed", "1"}, {"more", "1"}});
  {
    Checkpoint divided = open();
    EXPECT_THROW(run_sum(Walks{.units = units}, plan_on(1, 2), {}, &divided), InputError);
  }
  write("checkpoint 2\n");
  expect_refused("another version");
  write("title = 'a scenario'\n");
  expect_refused("is no checkpoint");
}

TEST_F(Saved, HoldsNothingOfABlockThatFailed) {
  const Walks::Tally whole = run_sum(Walks{.units = units}, plan_on(1));
  {
    Checkpoint checkpoint = open();
    EXPECT_THROW(run_sum(Walks{.units = units, .sick_unit = 150}, plan_on(2), {}, &checkpoint),
                 std::domain_error);
  }

  EXPECT_EQ(run_to_the_end(2), whole);
}

TEST_F(Saved, WaitsBetweenTwoSaves) {
  Checkpoint checkpoint{CheckpointFile{file_}, "", inputs, 30};
  EXPECT_GT(checkpoint.seconds_until_due(), 29);
  EXPECT_LE(checkpoint.seconds_until_due(), 30);
  checkpoint.remove();
  EXPECT_TRUE(files().empty());
}

TEST_F(Saved, NeedsIntegersToBeShown) {
  struct Silent : Walks {
    struct Tally {
      Tally& operator+=(const Tally& /*other*/) { return *this; }
    };
    Tally make_tally() const { return {}; }
    void run_arm(Scratch&, std::uint32_t, std::uint32_t, Tally&) const {}
    void finish_draw(Scratch&, std::uint32_t, Tally&) const {}
  };
  Checkpoint checkpoint = open();

  EXPECT_THROW(run_sum(Silent{}, plan_on(1), {}, &checkpoint), std::logic_error);
}

TEST(Integers, GiveBackNumbersOfAnySizeAndAddUp) {
  const Int128 large = Int128{0x7FFFFFFFFFFF} * 0x7FFFFFFFFFFFFFFF;
  for (const Int128 a : {Int128{0}, Int128{-1}, large, -large}) {
    for (const Int128 b : {Int128{1}, Int128{0xFFFFFFFF}, large + 5, -large - 3}) {
      Integers integers, others;
      Wide first{-7, a}, second{9, b}, sum;
      append_integers(first, integers);
      append_integers(second, others);
      for (std::size_t i = 0; i < integers.size(); ++i) integers[i] += others[i];

      EXPECT_TRUE(take_integers(std::span{std::as_const(integers)}, sum).empty());

      EXPECT_EQ(sum.narrow, 2);
      EXPECT_TRUE(sum.wide == a + b);
    }
  }
}

TEST(Threads, AreThoseThatTheProcessMayUse) {
  cpu_set_t before, one;
  ASSERT_EQ(sched_getaffinity(0, sizeof before, &before), 0);
  CPU_ZERO(&one);
  for (std::size_t core = 0; CPU_COUNT(&one) == 0; ++core) {
    if (CPU_ISSET(core, &before)) CPU_SET(core, &one);
  }
  EXPECT_EQ(thread_count(0), CPU_COUNT(&before));
  ASSERT_EQ(sched_setaffinity(0, sizeof one, &one), 0);
  EXPECT_EQ(thread_count(0), 1);
  EXPECT_EQ(thread_count(5), 5);
  sched_setaffinity(0, sizeof before, &before);
}

}  // namespace
}  // namespace samspil
