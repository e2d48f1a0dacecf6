// No room on the disk: the reason in one line, exit 1, the screen all the same, nothing
// half-written.
#include <filesystem>

#include "tests/cli/long_run.hpp"

namespace samspil::test {
namespace {

class DiskFull : public LongRun {
 protected:
  ~DiskFull() override { shell("umount full 2>&1"); }

  const std::string job_ = "run small.toml --years 2 --threads 1";

  void expect_screen_and_reason(const Outcome& outcome, const std::string& screen,
                                const std::string& reason) const {
    EXPECT_EQ(outcome.exit, 1) << outcome.err;
    EXPECT_EQ(outcome.out, screen);
    const std::vector<std::string> lines = lines_of(outcome.err);
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.back(), "samspil: " + reason);
  }
};

TEST_F(DiskFull, OfAnyOutputLeavesTheScreenAndNoHalfFile) {
  const std::string screen = run(job_).out;
  const std::string people = run("population people.toml --families 4000").out;
  const auto before = files();
  struct Output {
    std::string words;
    std::string file;
  };
  // The screen itself goes to a file of some kilobytes.
  for (const Output& output : {Output{"--out r.h5", "r.h5"},
                               {"--csv tables", "tables/cells.csv"},
                               {"--start kept", "kept"}}) {
    const Outcome outcome = run(job_ + " " + output.words, "prlimit --fsize=30000");
    expect_screen_and_reason(outcome, screen, "cannot write " + output.file + ": File too large");
    EXPECT_EQ(files(), before) << output.words;
  }
  const Outcome population =
      run("population people.toml --families 4000 --out p.h5", "prlimit --fsize=30000");
  expect_screen_and_reason(population, people, "cannot write p.h5: File too large");
  EXPECT_EQ(files(), before);
}

TEST_F(DiskFull, LeavesWhatStoodThere) {
  ASSERT_EQ(run(job_ + " --out r.h5 --csv tables --seed 5").exit, 0);
  const std::string results = read("r.h5"), cells = read("tables/cells.csv");
  const auto before = files();

  const Outcome outcome = run(job_ + " --out r.h5 --csv tables", "prlimit --fsize=30000");

  EXPECT_EQ(outcome.exit, 1);
  EXPECT_EQ(read("r.h5"), results);
  EXPECT_EQ(read("tables/cells.csv"), cells);
  EXPECT_EQ(files(), before);
  // What failed keeps back nothing else: both are told.
  EXPECT_NE(outcome.err.find("samspil: cannot write r.h5"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("samspil: cannot write tables"), std::string::npos) << outcome.err;
}

TEST_F(DiskFull, KeepsNoRunFromItsEndForWantOfACheckpoint) {
  const std::string job = "run small.toml --families 2000 --draws 3 --threads 1";
  const std::string whole = run(job).out;
  const auto before = files();

  const Outcome outcome =
      run(job + " --checkpoint save --checkpoint-every 0", "prlimit --fsize=30000");

  expect_screen_and_reason(outcome, whole, "cannot write save.checkpoint-part: File too large");
  EXPECT_EQ(files(), before);
}

TEST_F(DiskFull, OfAFileSystemIsToldToo) {
  if (shell("mkdir full && mount -t tmpfs -o size=20k tmpfs full").exit != 0) {
    GTEST_SKIP() << "no file system may be mounted here";
  }
  const std::string screen = run(job_).out;
  for (const char* words : {"--out full/r.h5", "--csv full/tables", "--start full/kept"}) {
    const Outcome outcome = run(job_ + " " + words);
    EXPECT_EQ(outcome.exit, 1) << words;
    EXPECT_EQ(outcome.out, screen) << words;
    EXPECT_NE(outcome.err.find(": No space left on device\n"), std::string::npos) << outcome.err;
    EXPECT_TRUE(std::filesystem::is_empty(folder_ / "full")) << words;
  }
  const Outcome population = run("population people.toml --families 4000 --out full/p.h5");
  EXPECT_EQ(population.exit, 1);
  EXPECT_NE(population.out, "");
  EXPECT_NE(population.err.find("cannot write full/p.h5: No space"), std::string::npos);
  EXPECT_TRUE(std::filesystem::is_empty(folder_ / "full"));
}

TEST_F(DiskFull, IsMetAsAFolderThatVanishesIs) {
  const std::string job = "run small.toml" + long_run_families + " --draws 4 --threads 1";
  const std::string whole = run(job).out;
  struct Output {
    std::string words;
    std::string file;
  };
  for (const Output& output :
       {Output{"--out d/r.h5", "d/r.h5"},
        {"--start d/kept", "d/kept"},
        {"--checkpoint d/save --checkpoint-every 0", "d/save.checkpoint-part"}}) {
    // Its first line on stderr says that the outputs have been looked at. On a busy machine the
    // folder may go when all is written: then again.
    Outcome outcome;
    for (int attempt = 0; attempt < 20 && outcome.exit <= 0; ++attempt) {
      outcome = shell("mkdir d; ($S " + job + " " + output.words +
                      " 2>&1 >screen; echo $? >code) | (read line; rm -r d; cat >&2); cat screen; "
                      "exit $(cat code)");
    }
    EXPECT_EQ(outcome.exit, 1) << output.words << '\n' << outcome.err;
    EXPECT_EQ(outcome.out, whole) << output.words;
    EXPECT_EQ(lines_of(outcome.err).back(),
              "samspil: cannot write " + output.file + ": No such file or directory");
    EXPECT_FALSE(std::filesystem::exists(folder_ / "d"));
  }
}

}  // namespace
}  // namespace samspil::test
