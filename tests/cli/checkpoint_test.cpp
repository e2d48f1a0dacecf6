#include <algorithm>
#include <chrono>
#include <filesystem>
#include <future>

#include "tests/cli/long_run.hpp"

namespace samspil::test {
namespace {

const std::string job = "run small.toml" + long_run_families + " --draws 6";

class Checkpoints : public LongRun {
 protected:
  /// Stops the job when it is part of the way, and expects what it saved.
  void stop_on_the_way(const std::string& more = "", const std::string& signal = "TERM",
                       int code = 143) const {
    for (const char* seconds : {"0.4", "0.8", "1.2", "1.6", "2.5", "4", "8", "16"}) {
      const Outcome outcome = run(job + more + " --checkpoint save --threads 1",
                                  "timeout --preserve-status -s " + signal + " " + seconds);
      ASSERT_EQ(outcome.exit, code) << outcome.err;
      EXPECT_EQ(outcome.out, "");
      if (outcome.err.empty()) continue;  // before the program had begun
      EXPECT_NE(outcome.err.find("stopped"), std::string::npos) << outcome.err;
      if (!std::filesystem::exists(folder_ / "save")) continue;  // in the population
      EXPECT_NE(outcome.err.find("save: holds what was done"), std::string::npos) << outcome.err;
      return;
    }
    FAIL() << "nothing was saved";
  }
  void expect_refused(const std::string& words, const std::string& part) const {
    const auto before = files();
    const Outcome outcome = run(words + " --checkpoint save --out a.h5");
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
    EXPECT_NE(outcome.err.find(part), std::string::npos) << part << '\n' << outcome.err;
    EXPECT_EQ(files(), before);
  }
};

TEST_F(Checkpoints, LetAStoppedRunGoOnToTheSameBits) {
  const auto before = files();
  const std::string whole = hash(job);
  stop_on_the_way("", "INT", 130);

  const Outcome outcome = run(job + " --checkpoint save --threads 3 --json");

  EXPECT_EQ(hash_of(outcome), whole);
  EXPECT_NE(outcome.err.find("save: going on; "), std::string::npos) << outcome.err;
  EXPECT_EQ(files(), before) << "what is done needs no checkpoint";
}

/// Saved among the draws, which live a part of the families each: the run at the values is in it.
TEST_F(Checkpoints, OfDrawsHoldTheRunBesideThem) {
  write("small.toml", small_scenario("families",
                                     "families = 400\nfamilies_per_draw = 240\n"
                                     "draws = 300"));
  const std::string rotating = "run small.toml";
  const std::string whole = hash(rotating);
  for (const char* seconds : {"0.6", "1", "1.6", "2.5", "4", "8", "16"}) {
    ASSERT_EQ(run(rotating + " --checkpoint save --threads 1",
                  std::string{"timeout --preserve-status -s TERM "} + seconds)
                  .exit,
              143);
    if (!std::filesystem::exists(folder_ / "save")) continue;
    if (read("save").find("plan 20 4 300 ") == std::string::npos) continue;  // before the draws
    EXPECT_EQ(hash(rotating + " --checkpoint save --threads 3"), whole);
    return;
  }
  FAIL() << "nothing was saved among the draws";
}

TEST_F(Checkpoints, OfARunThatWasNotStoppedChangeNothing) {
  const auto before = files();

  EXPECT_EQ(hash(job + " --checkpoint save --checkpoint-every 0"), hash(job));
  EXPECT_EQ(files(), before);
}

TEST_F(Checkpoints, AreRefusedInOneLineWhenTornAlteredOrForeign) {
  stop_on_the_way();
  const std::string whole = read("save");
  expect_refused(job + " --seed 4", "seed: belongs to another run: 3, here 4");
  expect_refused(job + " --years 3", "years: belongs to another run: 2, here 3");
  expect_refused("run small.toml" + long_run_families + " --draws 7", "draws");
  expect_refused("run small.toml" + other_families + " --draws 6", "families");
  expect_refused(job + " --all", "inputs");
  write("small.toml", small_scenario("strategies", "strategies = [\"familiens_fremtid\"]"));
  expect_refused(job, "inputs: belongs to another run");
  write("small.toml", small_scenario());
  write("save", whole.substr(0, whole.size() / 2));
  expect_refused(job, "torn or was altered");
  std::string altered = whole;
  char& first = altered[altered.find("taken ") + 6];
  first = first == '1' ? '2' : '1';
  write("save", altered);
  expect_refused(job, "torn or was altered");
  write("save", small_scenario());
  expect_refused(job, "is no checkpoint");
  std::filesystem::remove(folder_ / "save");
  std::filesystem::create_directory(folder_ / "save");
  expect_refused(job, "save");
}

TEST_F(Checkpoints, BelongToTheRunThatIsAlive) {
  const auto before = files();
  const std::string whole = hash(job);
  const std::string own = " --checkpoint save --checkpoint-every 0 --json --threads 1";
  auto first = std::async(std::launch::async, [&] { return run(job + own); });
  const auto is_over = [&] {
    return first.wait_for(std::chrono::milliseconds{10}) == std::future_status::ready;
  };
  while (files() == before && !is_over()) {
  }
  int refused = 0;

  while (!is_over()) {
    const Outcome second = run(job + " --checkpoint save");
    if (second.exit == 0) break;  // the first has just ended
    ++refused;
    EXPECT_EQ(second.exit, 1);
    EXPECT_EQ(second.out, "");
    EXPECT_EQ(second.err,
              "samspil: save: another run is writing this checkpoint; wait for it or name another "
              "file\n");
  }

  EXPECT_GE(refused, 1);
  EXPECT_EQ(hash_of(first.get()), whole);
  EXPECT_EQ(files(), before);
}

TEST_F(Checkpoints, LeaveOneHalfWrittenFileAtMostAndTheNextRunRemovesIt) {
  write("save.checkpoint-part", "checkpoint 1\nprog");

  write("save", "not ours");

  EXPECT_EQ(run(job + " --checkpoint save").exit, 2);

  EXPECT_FALSE(std::filesystem::exists(folder_ / "save.checkpoint-part"));
}

TEST_F(Checkpoints, GoOnOnAnotherNumberOfProcesses) {
  if (mpirun(2).empty()) GTEST_SKIP() << "built without MPI";
  const std::string whole = hash(job);
  stop_on_the_way();

  EXPECT_EQ(hash(job + " --checkpoint save --threads 1", mpirun(3)), whole);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "save"));
}

}  // namespace
}  // namespace samspil::test
