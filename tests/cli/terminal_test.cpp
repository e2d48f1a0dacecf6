// What becomes of a command when a stream cannot be written, when the terminal goes, and when an
// input holds codes that would act on the terminal.
#include <filesystem>

#include "tests/cli/long_run.hpp"

namespace samspil::test {
namespace {

class Terminal : public LongRun {
 protected:
  /// Commands that print, with what they need.
  std::vector<std::string> commands() const {
    return {"run small.toml --years 1",
            "run small.toml --years 1 --json",
            "population people.toml",
            "check small.toml",
            "explain respite_start",
            "explain --all",
            "family examples/family_baseline.toml --json",
            "case examples/case.toml",
            "--version",
            "run --help",
            "explain --diff one.h5 two.h5"};
  }
  void make_stored() const {
    ASSERT_EQ(run("run small.toml --years 1 --out one.h5").exit, 0);
    ASSERT_EQ(run("run small.toml --years 1 --out two.h5 --seed 4").exit, 0);
  }
  static void expect_no_codes(const std::string& text) {
    for (const char c : text) {
      EXPECT_TRUE(c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)) << text;
    }
    EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos) << text;
  }
};

TEST_F(Terminal, WithoutStderrLosesNoResultAndNoExitCode) {
  const Outcome normal = run("run small.toml --out r.h5 --csv tables");
  ASSERT_EQ(normal.exit, 0);
  const std::string people = run("population people.toml").out;
  const std::string study = run("study furesoe --cohorts 2").out;
  ASSERT_NE(study, "");
  for (const char* stderr_is : {" 2>&-", " 2>/dev/full"}) {
    std::filesystem::remove(folder_ / "r.h5");
    const Outcome outcome =
        run(std::string{"run small.toml --out r.h5 --csv tables --checkpoint save"} + stderr_is);
    EXPECT_EQ(outcome.exit, 0) << stderr_is;
    EXPECT_EQ(outcome.out, normal.out);
    EXPECT_EQ(run("run r.h5").out, normal.out);
    EXPECT_EQ(run(std::string{"population people.toml"} + stderr_is).out, people);
    EXPECT_EQ(run(std::string{"study furesoe --cohorts 2"} + stderr_is).out, study);
    EXPECT_EQ(run(std::string{"run nowhere.toml"} + stderr_is).exit, 2);
    EXPECT_EQ(run(std::string{"run small.toml --famlies 3"} + stderr_is).exit, 2);
    EXPECT_EQ(run(std::string{"run small.toml --years 1 --csv tables/prices.csv"} + stderr_is).exit,
              2);
  }
}

TEST_F(Terminal, SaysWhenItsResultCouldNotBePrinted) {
  make_stored();
  for (const std::string& command : commands()) {
    ASSERT_EQ(run(command).exit, 0) << command << run(command).err;
    const Outcome full = run(command + " >/dev/full");
    EXPECT_EQ(full.exit, 1) << command;
    EXPECT_EQ(lines_of(full.err).back(),
              "samspil: cannot write the result to stdout: No space left on device")
        << command;
    const Outcome closed = run(command + " >&-");
    EXPECT_EQ(closed.exit, 1) << command;
    EXPECT_EQ(lines_of(closed.err).back(),
              "samspil: cannot write the result to stdout: Bad file descriptor")
        << command;
  }
}

TEST_F(Terminal, WithoutStdoutStillWritesItsFiles) {
  const Outcome whole = run("run small.toml");
  for (const char* stdout_is : {">&-", ">/dev/full", "<&- >&- 2>&-"}) {
    std::filesystem::remove(folder_ / "r.h5");
    EXPECT_EQ(
        run(std::string{"run small.toml --out r.h5 --start kept --csv tables "} + stdout_is).exit,
        1);
    // No stream's text has got into a file, nor a file into a stream.
    EXPECT_EQ(run("run r.h5").out, whole.out) << stdout_is;
    EXPECT_EQ(run("run small.toml --start kept").out, whole.out) << stdout_is;
  }
}

TEST_F(Terminal, WithoutStderrHasNoFileInItsPlace) {
  const std::string job = "run small.toml" + long_run_families + " --draws 6";
  const std::string whole = hash(job);
  for (const char* seconds : {"0.4", "0.8", "1.6", "3", "6", "12"}) {
    // Saved once, when it is stopped. Had the checkpoint become stderr, the last words stood in it.
    const Outcome outcome =
        run(job + " --checkpoint save --checkpoint-every 86400 --threads 1 2>&-",
            std::string{"timeout --preserve-status -s TERM "} + seconds);
    ASSERT_EQ(outcome.exit, 143);
    if (!std::filesystem::exists(folder_ / "save")) continue;  // in the population
    EXPECT_EQ(hash(job + " --checkpoint save"), whole);
    return;
  }
  FAIL() << "nothing was saved";
}

TEST_F(Terminal, WhoseReaderHasGoneEndsInSilenceWithItsFilesWritten) {
  const Outcome outcome = shell(
      "($S run small.toml --out r.h5 2>err; echo $? >code) | true; sleep 0.1; cat err; "
      "exit $(cat code)");

  EXPECT_EQ(outcome.exit, 1);
  EXPECT_EQ(outcome.out.find("cannot"), std::string::npos) << outcome.out;
  EXPECT_EQ(run("run r.h5").exit, 0);
}

TEST_F(Terminal, ThatHangsUpStopsARunAsTermDoes) {
  const std::string whole = "run small.toml" + long_run_families + " --draws 6 --threads 1";
  const std::string job = whole + " --checkpoint save";
  for (const char* seconds : {"0.4", "0.8", "1.6", "3", "6", "12"}) {
    const Outcome outcome = run(job, std::string{"timeout --preserve-status -s HUP "} + seconds);
    ASSERT_EQ(outcome.exit, 129) << outcome.err;
    if (!std::filesystem::exists(folder_ / "save")) continue;  // in the population
    EXPECT_NE(outcome.err.find("save: holds what was done"), std::string::npos) << outcome.err;
    // nohup is meant to be heeded.
    EXPECT_EQ(shell("trap '' HUP; $S " + whole +
                    " & "
                    "sleep 0.3; kill -HUP $!; wait $!")
                  .exit,
              0);
    return;
  }
  FAIL() << "nothing was saved";
}

TEST_F(Terminal, IsSafeFromTheCodesOfInputs) {
  const std::string codes = "\\u001b[2J\\n\\u009b31m\\u202e\\u007f";  // as TOML writes them
  std::string small = small_scenario("title_en", "title_en = \"Small " + codes + "\"");
  write("own.toml",
        "id = \"own\"\nbase = \"sammen_om_familien\"\ntitle_da = \"Egen\"\n"
        "title_en = \"Own " +
            codes + "\"\n");
  small.replace(small.find("[\"sammen"), std::string::npos, "[\"own.toml\"]\n");
  write("small.toml", small);
  write("people.toml", small_population().replace(small_population().find("Few"), 3, codes));
  for (const char* words :
       {"run small.toml --years 1", "run small.toml --years 1 --detail",
        "run small.toml --years 1 --json", "population people.toml",
        "explain own --scenario small.toml", "explain --all --scenario small.toml",
        "explain --all --json --scenario small.toml",
        "explain own sammen_om_familien --scenario small.toml"}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 0) << words << outcome.err;
    expect_no_codes(outcome.out);
    expect_no_codes(outcome.err);
  }
  EXPECT_NE(run("run small.toml --years 1").out.find("Own \\x1b[2J\\n\\u009b31m\\u202e\\x7f"),
            std::string::npos);
}

TEST_F(Terminal, GetsEveryMessageInOneLine) {
  const std::string codes = "x\x1b[2J\xC2\x9B\x7f\xE2\x80\xAE";
  const auto expect_one_line = [&](const std::string& words) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 2) << words;
    EXPECT_EQ(lines_of(outcome.err + outcome.out).size(), 1U) << outcome.err << outcome.out;
    expect_no_codes(outcome.err + outcome.out);
  };
  write("bad.toml", small_scenario("years", "years = 2\nrollout = \"lo\\u001b[2J\\ncal\""));
  write("broken.toml", small_population() + "fitted = tr\n");
  write("letters.toml", small_scenario("years", "\"ye\\nars\\u009b\" = 2"));
  for (const char* name : {"bad.toml", "broken.toml", "letters.toml"}) {
    expect_one_line(std::string{"run "} + name);
    expect_one_line(std::string{"check "} + name);
  }
  expect_one_line("run '" + codes + "\n.toml'");
  expect_one_line("explain '" + codes + "\n'");
  expect_one_line("'" + codes + "\n'");
  expect_one_line("run small.toml --out '" + codes + "\n/r.h5'");
  expect_one_line("run small.toml '--" + codes + "\n'");
}

TEST_F(Terminal, IsToldThatTextIsUtf8WhereItSaysOtherwise) {
  const auto warning = [&](const std::string& locale) {
    return run("check small.toml", locale).err;
  };
  for (const char* other : {"LC_ALL=da_DK.ISO-8859-1", "LC_ALL= LC_CTYPE=da_DK.ISO8859-15@euro"}) {
    EXPECT_NE(warning(other).find("ISO"), std::string::npos) << other;
    EXPECT_EQ(lines_of(warning(other)).size(), 1U) << other;
    EXPECT_EQ(run("check small.toml", other).exit, 0);
  }
  EXPECT_EQ(warning("LC_ALL=da_DK.ISO-8859-1").find("Advarsel"), 0U);
  for (const char* same : {"LC_ALL=C", "LC_ALL=C.UTF-8", "LC_ALL=da_DK.utf8", "LC_ALL=da_DK.UTF-8",
                           "LC_ALL= LANG=", "LC_ALL=POSIX"}) {
    EXPECT_EQ(warning(same), "") << same;
  }
}

}  // namespace
}  // namespace samspil::test
