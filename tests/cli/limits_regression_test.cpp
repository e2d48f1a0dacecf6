#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "tests/cli/input_kinds.hpp"

namespace samspil::test {
namespace {

class Limits : public EveryInput {
 protected:
  /// c0.toml on a shipped strategy, c1.toml on c0.toml, and so on.
  void write_chain(int last) const {
    const auto link = [this](int i, const std::string& base) {
      const std::string id = "c" + std::to_string(i);
      write(id + ".toml",
            "id = \"" + id + "\"\nbase = \"" + base + "\"\ntitle_da = \"c\"\ntitle_en = \"c\"\n");
    };
    link(0, "familiens_vej_en_myndighed");
    for (int i = 1; i <= last; ++i) link(i, "c" + std::to_string(i - 1) + ".toml");
  }
};

std::string dotted_key(int parts) {
  std::string key = "a";
  for (int i = 1; i < parts; ++i) key += i % 2 == 0 ? ".a" : " . 'a'";
  return key + " = 1\n";
}

TEST_F(Limits, EndKeysAndBracketsThatGoTooDeepInEveryInput) {
  const std::string brackets(50'000, '[');
  for (const InputFile& file : inputs_) {
    if (!file.is_toml()) continue;
    for (const std::string& deep : {dotted_key(33), dotted_key(50'000), "b = " + brackets,
                                    "[" + dotted_key(50'000).substr(0, 149'990) + "]"}) {
      const auto line = 1 + lines_of(file.text).size();
      expect_refused(file, file.text + deep,
                     {":" + std::to_string(line) + ": ", "too deep", "32 parts"});
    }
  }
  // What is in a text or a comment is no key.
  write("all.toml", "# " + dotted_key(99) + input("all.toml").text);
  EXPECT_EQ(run("check all.toml").exit, 0);
}

TEST_F(Limits, EndAChainOfBases) {
  write_chain(500);
  write("all.toml", replaced(input("all.toml").text, "own.toml", "c500.toml"));
  for (const char* words :
       {"run all.toml", "population all.toml", "check all.toml",
        "explain caseload --scenario all.toml", "check c500.toml", "explain c500.toml baseline"}) {
    expect_one_line(words, {"c468.toml:2: base: more than 32 bases"});
  }
  // A shipped strategy may stand on another: en_myndighed has a base of its own.
  EXPECT_EQ(run("check c20.toml").exit, 0);
  expect_one_line("check c40.toml", {"c8.toml:2: base: more than 32 bases"});
}

TEST_F(Limits, EndAListOfStrategiesBeforeOneIsRead) {
  const InputFile& scenario = input("all.toml");
  const std::string without_present =
      replaced(scenario.text, "compare_with = \"present.toml\"\n", "");
  const auto list_of = [](int strategies) {
    std::string list;
    for (int i = 0; i < strategies; ++i) list += "\"m" + std::to_string(i) + ".toml\", ";
    return list;
  };
  write("all.toml", replaced(without_present, "\"own.toml\"", list_of(342)));
  for (const char* words : {"run all.toml --years 1", "population all.toml", "check all.toml",
                            "explain caseload --scenario all.toml"}) {
    expect_one_line(words, {"all.toml:12: strategies: 342; 341 at most"});
  }
  write("all.toml", replaced(scenario.text, "\"own.toml\"", list_of(341)));
  expect_one_line("check all.toml", {"all.toml:13: strategies: 341; 340 at most"});
  write("study.toml", replaced(input("study.toml").text,
                               "sources =", "strategies = [" + list_of(342) + "]\nsources ="));
  expect_one_line("study study.toml", {"study.toml:14: strategies: 342; 341 at most"});
}

TEST_F(Limits, EndWhatIsNoFileOrTooLargeBeforeItIsRead) {
  for (const char* name : {"zero.toml", "zero.csv"}) {
    std::filesystem::create_symlink("/dev/zero", folder_ / name);
  }
  ASSERT_EQ(mkfifo((folder_ / "pipe.toml").c_str(), 0600), 0);
  for (const char* name : {"huge.toml", "huge.csv"}) {
    write(name, "a = 1\n");
    std::filesystem::resize_file(folder_ / name,
                                 std::uintmax_t{1} << 40);  // no block of it is there
  }
  const auto begun = std::chrono::steady_clock::now();
  for (const char* command : {"run", "population", "case", "study", "family", "check",
                              "family good.toml --against", "explain caseload --scenario"}) {
    const std::string words{command};
    expect_one_line(words + " zero.toml", {"zero.toml: is a device; give "});
    expect_one_line(words + " /dev/zero", {"/dev/zero: is a device; give "});
    expect_one_line(words + " pipe.toml", {"pipe.toml: is a pipe"});
    expect_one_line(words + " huge.toml",
                    {"huge.toml: holds 1099511627776 bytes, 4194304 at most"});
    expect_one_line(words + " nowhere.toml", {"nowhere.toml: the file does not exist"});
  }
  for (const auto& [from, kind] : {std::pair{"people.toml", ".toml"},
                                   {"own.toml", ".toml"},
                                   {"present.toml", ".toml"},
                                   {"parameters.csv", ".csv"},
                                   {"prices.csv", ".csv"},
                                   {"payer_rules.csv", ".csv"},
                                   {"rates.csv", ".csv"},
                                   {"indices.csv", ".csv"}}) {
    for (const char* name : {"zero", "huge"}) {
      write("all.toml", replaced(input("all.toml").text, from, name + std::string{kind}));
      expect_one_line("run all.toml", {name + std::string{kind} + ": "});
      expect_one_line("check all.toml", {name + std::string{kind} + ": "});
    }
  }
  expect_one_line("explain --diff pipe.toml pipe.toml", {"pipe.toml: is a pipe"});
  expect_one_line("explain --diff nowhere.h5 nowhere.h5", {"nowhere.h5: the file does not exist"});
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds{120});
}

TEST_F(Limits, NameAShippedFileForAnEmptyOne) {
  write("none.toml", "\n");
  write("none.csv", "");
  for (const char* command : {"run", "population", "case", "study", "family", "check"}) {
    expect_one_line(
        command + std::string{" none.toml"},
        {"none.toml: the file is empty; copy a shipped one, such as scenarios/default.toml"});
  }
  expect_one_line("check none.csv", {"scenarios/prices/2022.csv"});
}

/// More than 256 MB of what each run came to: the rest is written, and one line says what is not.
TEST_F(Limits, LeaveTablesOfDrawsOutAndSaySo) {
  const std::string words = "run all.toml --years 20 --families 1 --replicates 4000 --out r.h5";
  const Outcome made = run(words + " --csv made");
  const Outcome shown = run("report r.h5 --csv shown --lang da");
  EXPECT_EQ(made.exit, 0) << made.err;
  EXPECT_NE(made.err.find("draws.csv and draw_outcomes.csv are left out: what 4,000 runs"),
            std::string::npos)
      << made.err;
  EXPECT_EQ(lines_of(shown.err).front().find("draws.csv og draw_outcomes.csv er udeladt: "), 0U)
      << shown.err;
  const std::set<std::string> written = files();
  for (const char* folder : {"made/", "shown/"}) {
    EXPECT_TRUE(written.contains(folder + std::string{"cells.csv"}));
    EXPECT_FALSE(written.contains(folder + std::string{"draws.csv"}));
  }
  EXPECT_NE(read("shown/run.json").find("\"are_kept\": false"), std::string::npos);
}

TEST_F(Limits, TellAFaultOfTomlInOneLine) {
  for (const InputFile& file : inputs_) {
    if (!file.is_toml()) continue;
    expect_refused(file, "fitted = tr\n" + file.text, {":1: ", "saw 'tr\\n'"});
  }
}

}  // namespace
}  // namespace samspil::test
