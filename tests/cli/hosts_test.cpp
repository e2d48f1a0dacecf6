#include <chrono>
#include <nlohmann/json.hpp>

#include "model/engine/checkpoint_file.hpp"
#include "tests/cli/long_run.hpp"

namespace samspil::test {
namespace {

class Hosts : public LongRun {
 protected:
  void SetUp() override {
    if (mpirun(2).empty()) GTEST_SKIP() << "built without MPI";
  }
};

TEST_F(Hosts, GiveTheSameBitsAsOneProcess) {
  write("small.toml", small_scenario("families", "families = 480\nfamilies_per_draw = 160"));
  const std::string job = "run small.toml --draws 5";
  const std::string one = hash(job + " --threads 1");

  for (const char* threads : {"2", "3", "8"}) EXPECT_EQ(hash(job + " --threads " + threads), one);
  EXPECT_EQ(hash(job + " --threads 1", mpirun(2)), one);
  EXPECT_EQ(hash(job + " --threads 2", mpirun(2)), one);
  EXPECT_EQ(hash(job + " --threads 1", mpirun(3)), one);
  EXPECT_EQ(hash(job, mpirun(1)), one);
}

TEST_F(Hosts, ShareEveryStageOfARun) {
  write("small.toml", small_scenario("years", "years = 2\ncompare = \"same_budget\""));
  const auto document = [&](const std::string& before) {
    const Outcome outcome = run("run small.toml --detail --what-matters --json", before);
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    auto parsed = nlohmann::json::parse(outcome.out);
    parsed.erase("run");
    return parsed;
  };

  EXPECT_EQ(document(mpirun(2)), document(""));
}

TEST_F(Hosts, RepeatAResultsFileAndWriteIt) {
  EXPECT_EQ(run("run small.toml --seed 5 --out a.h5 --csv tables", mpirun(2)).exit, 0);
  write("small.toml", "gone");

  const Outcome again = run("run a.h5 --out b.h5", mpirun(2));

  EXPECT_EQ(again.exit, 0);
  EXPECT_NE(again.err.find("same results as stored"), std::string::npos) << again.err;
  EXPECT_TRUE(files().contains("tables/cells.csv"));
  EXPECT_TRUE(files().contains("b.h5"));
}

TEST_F(Hosts, TellBadInputInOneLine) {
  for (const char* words :
       {"run nowhere.toml", "run small.toml --out nowhere/a.h5", "run small.toml --yeers 3",
        "run small.toml --checkpoint small.toml", "population nowhere.toml", "fly"}) {
    const auto before = files();
    const Outcome outcome = run(words, mpirun(3));
    EXPECT_EQ(outcome.exit, 2) << words;
    EXPECT_EQ(outcome.out, "") << words;
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << words << '\n' << outcome.err;
    EXPECT_EQ(files(), before);
  }
}

TEST_F(Hosts, EndTogetherWhenAnotherRunHasTheCheckpoint) {
  CheckpointFile file{folder_ / "save"};
  file.open();

  const Outcome outcome = run("run small.toml --checkpoint save", mpirun(3));

  EXPECT_EQ(outcome.exit, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err,
            "samspil: save: another run is writing this checkpoint; wait for it or name another "
            "file\n");
  file.replace("still ours");
  EXPECT_EQ(read("save"), "still ours");
}

TEST_F(Hosts, LeaveOtherCommandsToOneProcess) {
  EXPECT_EQ(run("check small.toml", mpirun(2)).out, run("check small.toml").out);
  EXPECT_EQ(run("--version", mpirun(2)).out, run("--version").out);
}

TEST_F(Hosts, EndTogetherWhenOneIsLostAndLeaveNoResults) {
  const auto before = files();
  const auto begin = std::chrono::steady_clock::now();
  // The second process is killed on its way; the rest of the command line is the program's.
  const std::string lose_one =
      " sh -c 'if [ $OMPI_COMM_WORLD_RANK = 1 ]; then exec timeout -s KILL 1.5 \"$@\"; fi; "
      "exec \"$@\"' sh ";

  const Outcome outcome =
      run("run small.toml --families 200000 --years 20 --out a.h5 --csv tables --threads 1",
          mpirun(3) + lose_one);

  const auto seconds = std::chrono::steady_clock::now() - begin;
  EXPECT_NE(outcome.exit, 0);
  EXPECT_LT(seconds, std::chrono::seconds(1 + 10 + 10));  // started, killed, ended
  EXPECT_EQ(files(), before);
}

}  // namespace
}  // namespace samspil::test
