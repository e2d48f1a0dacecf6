#include "tests/soak/soak.hpp"

#include <fmt/core.h>

#include "tests/soak/judge.hpp"
#include "tests/support/own_folder.hpp"

namespace samspil::test {
namespace {

namespace fs = std::filesystem;

/// Programs that break one rule each, in place of ours.
class SoakOfScripts : public OwnFolder {
 protected:
  SoakOfScripts() {
    fs::create_directories(folder_ / "world");
    write_bytes(folder_ / "world" / "input", "a = 1\nb = \"two\"\n");
    write_bytes(folder_ / "world" / "other", "c,d\n1,2\n");
  }

  /// What a program that runs `script` is found to do, by kind, over some mutants.
  SoakTally soaked(const std::string& script, const std::string& command = "run input",
                   bool has_check = false) {
    const fs::path program = folder_ / "program";
    write_bytes(program, "#!/bin/sh\n" + script + "\n");
    fs::permissions(program, fs::perms::owner_all);
    SoakWorld world{program, folder_ / "world", {{"input", {command}}}};
    if (has_check) world.subjects.front().commands.emplace_back("check input");
    return soak(world, plan_);
  }

  std::string kinds_of(const SoakTally& tally) const {
    std::string kinds;
    for (const auto& [kind, count] : tally.findings) kinds += kind.substr(0, kind.find(" [")) + "|";
    return kinds;
  }

  SoakPlan plan_{1, 0, 4, 1e6, 1, folder_ / "findings", {}};
};

TEST_F(SoakOfScripts, FindsNothingWhereNoRuleIsBroken) {
  for (const char* script :
       {"echo result", "echo 'samspil: input:1: a: is bad; write 2' >&2; exit 2",
        "echo 'simulating 50 %' >&2; echo 'samspil: cannot' >&2; exit 1",
        "cat input >/dev/null; echo 'nanny, Infinity, information'"}) {
    const SoakTally tally = soaked(script);
    EXPECT_EQ(tally.found(), 0U) << script << kinds_of(tally);
    EXPECT_EQ(tally.mutants, 4U);
    EXPECT_FALSE(fs::exists(folder_ / "findings"));
  }
  EXPECT_EQ(
      soaked("echo 'input:1: a; write 2'; echo 'input: b; do'; exit 2", "check input").exits[2],
      4U);
  EXPECT_EQ(soaked("echo made >out.h5", "run input --out out.h5").found(), 0U);
}

TEST_F(SoakOfScripts, JudgesWholeLinesOfWhatIsLong) {
  plan_.limits.read_back = 50;
  EXPECT_EQ(
      soaked("for i in 1 2 3 4; do echo 'input:1: is bad; write 2'; done; exit 2", "check input")
          .found(),
      0U);
}

TEST_F(SoakOfScripts, FindsEachRuleThatIsBroken) {
  plan_.limits.seconds = 1;
  plan_.mutants = 1;
  const std::string fault = "echo 'samspil: input:1: is bad; write 2' >&2; exit 2";
  const std::vector<std::pair<std::string, std::string>> rules{
      {"crash|", "kill -SEGV $$"},
      {"late|", "while :; do :; done"},
      {"exit code|", "exit 3"},
      {"several lines|", "echo more >&2; " + fault},
      {"several lines|", "echo 'samspil: a; b' >&2; " + fault},
      {"half a line|", "printf 'samspil: a; b' >&2; exit 2"},
      {"half a line|", "exit 1"},
      {"no form|", "echo 'input:1: is bad; write 2' >&2; exit 2"},
      {"no advice|", "echo 'samspil: input:1: is bad' >&2; exit 2"},
      {"result and fault|", "echo result; " + fault},
      {"raw codes|", "printf 'samspil: \\033[31m; b\\n' >&2; exit 2"},
      {"raw codes|", "printf 'samspil: \\377; b\\n' >&2; exit 2"},
      {"words of a library|", "echo 'samspil: std::bad_alloc' >&2; exit 1"},
      {"long message|", "printf 'samspil: %09999d; b\\n' 1 >&2; exit 2"},
      {"no number|", "echo 'net result -nan'"},
      {"file left|", "touch input.partial; " + fault},
      {"file left|", "touch unasked"},
      {"input changed|", "cat input >copy; cat copy >input; rm copy; " + fault},
      {"input changed|", "rm other"},
  };
  for (const auto& [kind, script] : rules) EXPECT_EQ(kinds_of(soaked(script)), kind) << script;
  EXPECT_EQ(kinds_of(soaked("exit 2", "check input")), "no message|");
  EXPECT_EQ(kinds_of(soaked("echo half >out.h5; " + fault, "run input --out out.h5")),
            "file left|");
}

TEST_F(SoakOfScripts, EndsAChildThatTakesTooMuchMemory) {
  plan_.limits.bytes = 100'000'000;
  const SoakTally tally = soaked("all=$(head -c 300000000 /dev/zero | tr '\\0' x); exit 0");
  EXPECT_EQ(tally.exits[0], 0U) << kinds_of(tally);
}

TEST_F(SoakOfScripts, FindsACommandThatTakesWhatCheckRefuses) {
  plan_.mutants = 20;  // a command follows a refusal one time in three
  const SoakTally tally =
      soaked("[ $1 = run ] && exit 0; echo 'input:1: is bad; write 2'; exit 2", "run input", true);
  EXPECT_EQ(kinds_of(tally), "check differs|");
  const std::string on_the_way =
      "[ $1 = check ] && exit; echo '9 %' >&2; echo 'samspil: a; b' >&2; exit 2";
  EXPECT_EQ(soaked(on_the_way, "run input", true).found(), 0U);
  const std::string at_once = "[ $1 = check ] && exit; echo 'samspil: a; b' >&2; exit 2";
  EXPECT_EQ(kinds_of(soaked(at_once, "run input", true)), "check differs|");
}

TEST_F(SoakOfScripts, MakesTheSameMutantsForAnyNumberOfWorkers) {
  // Ends with 0 or 1 by what the file holds.
  const std::string script =
      "[ $(cksum <input | cut -c1) -gt 2 ] || { echo samspil: no >&2; exit 1; }";
  plan_.mutants = 60;
  const SoakTally alone = soaked(script);
  plan_.workers = 3;
  EXPECT_EQ(soaked(script).exits, alone.exits);
  EXPECT_GT(alone.exits[0], 0U);
  EXPECT_GT(alone.exits[1], 0U);
}

TEST_F(SoakOfScripts, KeepsAFindingSoThatItCanBeRunAgain) {
  plan_.mutants = 9;
  const SoakTally tally = soaked("cat input >&2; exit 3");
  EXPECT_EQ(tally.findings, (std::map<std::string, std::uint64_t>{{"exit code [run] ", 9}}));
  EXPECT_TRUE(fs::exists(folder_ / "findings" / "3"));
  EXPECT_FALSE(fs::exists(folder_ / "findings" / "4")) << "three of a kind are enough";
  const std::string kept = read_bytes(folder_ / "findings" / "2" / "files" / "input", 1 << 20);
  const std::string report = read_bytes(folder_ / "findings" / "2" / "report.txt", 1 << 20);
  EXPECT_NE(report.find("mutant 1 of seed 1\n"), std::string::npos) << report;
  EXPECT_NE(report.find("samspil run input"), std::string::npos) << report;
  EXPECT_NE(report.find(kept), std::string::npos) << "the script printed the mutant";
  // The world itself stays sound.
  EXPECT_EQ(read_bytes(folder_ / "world" / "input", 99), "a = 1\nb = \"two\"\n");
}

}  // namespace
}  // namespace samspil::test
