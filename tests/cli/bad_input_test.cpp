#include <unistd.h>

#include <filesystem>

#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

class BadInput : public Program {
 protected:
  /// One line with every one of `parts`, exit 2, nothing on stdout and no file left.
  void expect_refused(const std::string& words, const std::vector<std::string>& parts) const {
    const auto before = files();
    const Outcome outcome = run(words + " --out result.h5 --csv tables");
    EXPECT_EQ(outcome.exit, 2) << words;
    EXPECT_EQ(outcome.out, "") << words;
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
    EXPECT_NE(outcome.err.find("; "), std::string::npos) << "no advice: " << outcome.err;
    for (const std::string& part : parts) {
      EXPECT_NE(outcome.err.find(part), std::string::npos) << part << "\n" << outcome.err;
    }
    EXPECT_EQ(files(), before) << words;
  }

  void expect_line_refused(const std::string& key, const std::string& line,
                           const std::vector<std::string>& parts) const {
    write("bad.toml", small_scenario(key, line));
    expect_refused("run bad.toml", parts);
  }

  /// The same of a command that writes no results.
  void expect_told(const std::string& words, const std::vector<std::string>& parts) const {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 2) << words;
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
    for (const std::string& part : parts) {
      EXPECT_NE(outcome.err.find(part), std::string::npos) << part << "\n" << outcome.err;
    }
  }

  /// The price list with its first price replaced.
  void expect_prices_refused(const std::string& from, const std::string& to,
                             const std::vector<std::string>& parts) const {
    write("prices.csv", shipped("prices/2022.csv", from, to));
    write("bad.toml", small_scenario("prices", "prices = \"prices.csv\""));
    expect_refused("run bad.toml", parts);
  }
};

TEST_F(BadInput, NamesAFileThatIsNone) {
  expect_refused("run nowhere.toml", {"nowhere.toml", "does not exist"});
  expect_refused("run .", {".", "folder"});
  write("empty.toml", "");
  expect_refused("run empty.toml", {"empty.toml", "empty"});
  write("binary.toml", std::string("years = 4\0\1\2", 12));
  expect_refused("run binary.toml", {"binary.toml", "binary"});
  write("broken.h5", "\x89HDF\r\n\x1a\nand nothing more");
  expect_refused("run broken.h5", {"broken.h5"});
}

TEST_F(BadInput, NamesTheCommandThatTakesAFileOfAnotherKind) {
  write("case.toml", shipped("examples/case.toml", "[", "["));
  expect_refused("run case.toml", {"this is an investment case", "`samspil case case.toml`"});
  expect_refused("run studies/furesoe", {"this is a study", "`samspil study "});
  expect_told("case small.toml", {"this is a scenario", "`samspil run small.toml`"});
  ASSERT_EQ(run("run small.toml --families 40 --years 1 --out r.h5").exit, 0);
  expect_told("case r.h5", {"r.h5: is a result of samspil run", "samspil report"});
  expect_told("report none.h5", {"none.h5", "`samspil run --out` writes one"});
  write("own.xlsx", "no CSV");
  expect_line_refused("prices", "prices = [\"own.xlsx\"]",
                      {"bad.toml:8: prices: 'own.xlsx' is no .csv file; save it as .csv"});
}

TEST_F(BadInput, NamesTheLineOfAScenario) {
  expect_line_refused("years", "years = = 2", {"bad.toml:3"});
  expect_line_refused("years", "yeras = 2", {"bad.toml:3", "yeras", "years"});
  expect_line_refused("years", "years = true", {"bad.toml:3", "years"});
  expect_line_refused("years", "years = \"2\"", {"bad.toml:3", "years"});
  expect_line_refused("years", "years = 0", {"bad.toml:3", "years"});
  expect_line_refused("years", "years = -2", {"bad.toml:3", "years"});
  expect_line_refused("years", "discount_rate = 0,035", {"bad.toml:3"});
  expect_line_refused("years", "discount_rate = \"0,035\"",
                      {"bad.toml:3", "discount_rate", "0.035"});
  expect_line_refused("years", "discount_rate = 1.5", {"bad.toml:3", "discount_rate"});
  expect_line_refused("strategies", "strategies = [\"samen_om_familien\"]",
                      {"bad.toml:9", "samen_om_familien", "sammen_om_familien"});
}

TEST_F(BadInput, NamesTheLineOfAStrategy) {
  const auto expect_strategy_refused = [&](const std::string& from, const std::string& to,
                                           const std::vector<std::string>& parts) {
    write("own.toml", shipped("strategies/familiens_fremtid.toml", from, to));
    expect_line_refused("strategies", "strategies = [\"own.toml\"]", parts);
  };
  expect_strategy_refused("fade_rate =", "fade_rat =", {"own.toml:", "fade_rat", "fade_rate"});
  expect_strategy_refused("caseload = { value = 8", "caseload = { value = -8",
                          {"own.toml:", "caseload", "-8"});
  expect_strategy_refused("fidelity = { value = 4", "fidelity = { value = 7",
                          {"own.toml:", "fidelity", "7"});
  expect_strategy_refused("id = \"familiens_fremtid\"", "id = \"own\"\nbase = \"own.toml\"",
                          {"own.toml:", "base", "own -> own"});
  expect_strategy_refused("id = \"familiens_fremtid\"", "id = \"own\"\nbase = \"en_plan_pare\"",
                          {"own.toml:", "base", "en_plan_parret"});
  write("own.toml",
        "id = \"own\"\nbase = \"familiens_fremtid\"\ntitle_da = \"a\"\n"
        "title_en = \"a\"\n[[effect]]\nhook = \"job_entry\"\nmechanism = "
        "\"effort\"\ncentre = 1\nlow = 1\nhigh = 1\nunit = \"hazard "
        "ratio\"\nrationale_da = \"a\"\nrationale_en = \"a\"\nsource = \"a\"\n");
  expect_line_refused("strategies", "strategies = [\"own.toml\"]", {"own.toml:5", "grade"});
}

TEST_F(BadInput, NamesTheRowOfAPriceList) {
  expect_prices_refused(",week,3361,", ",week,-3663,", {"prices.csv:", "price"});
  expect_prices_refused(",week,3361,", ",day,3663,", {"prices.csv:", "day"});
  expect_prices_refused(",week,3361,", ",week,\"3663,5\",", {"prices.csv:"});
}

TEST_F(BadInput, RefusesReversedYearsAndSharesThatAreNone) {
  write("bad.toml", small_scenario("prices", "prices = \"2022\"\npayer_rules = \"rules.csv\""));
  const std::string header =
      "rule,kind,when,municipality,region,state,citizen,municipality_most,valid_from,valid_to,law,"
      "grade,source\n";
  write("rules.csv", header + "one,fixed,-,1,0,0,0,0,2030,2020,-,assumed,a test\n");
  const Outcome reversed = run("check rules.csv");
  EXPECT_EQ(reversed.exit, 2);
  EXPECT_NE(reversed.out.find("rules.csv:2"), std::string::npos) << reversed.out;
  write("rules.csv", header + "one,fixed,-,0.5,0,0.4,0,0,2020,2030,-,assumed,a test\n");
  EXPECT_NE(run("check rules.csv").out.find("sum"), std::string::npos);
  write("rules.csv", header + "one,fixed,-,1.5,0,-0.5,0,0,2020,2030,-,assumed,a test\n");
  EXPECT_EQ(run("check rules.csv").exit, 2);
}

TEST_F(BadInput, RefusesPathsThatCannotBeWrittenOrRead) {
  const auto before = files();
  const Outcome no_folder = run("run small.toml --out nowhere/result.h5");
  EXPECT_EQ(no_folder.exit, 2);
  EXPECT_EQ(lines_of(no_folder.err).size(), 1U) << no_folder.err;
  EXPECT_EQ(run("run small.toml --csv small.toml").exit, 2);
  EXPECT_EQ(run("run small.toml --csv small.toml/in").exit, 2);
  EXPECT_EQ(run("population people.toml --out .").exit, 2);
  EXPECT_EQ(files(), before);
  if (geteuid() == 0) return;  // root may read everything
  std::filesystem::permissions(folder_ / "people.toml", std::filesystem::perms::none);
  EXPECT_EQ(run("population people.toml").exit, 2);
}

TEST_F(BadInput, RefusesOptionsItDoesNotKnowOrCannotMeet) {
  for (const char* words :
       {"run small.toml --familes 5", "run small.toml --families 0", "run small.toml --years 0",
        "run small.toml --years -1", "run small.toml --seed x", "run small.toml --draws 0",
        "run small.toml --draws 400 --replicates 400", "run small.toml --lang sv", "run",
        "run small.toml --cohort 0", "run small.toml --cohort x", "run small.toml --cohort 1.5",
        "run small.toml --cohort 9000000", "run small.toml --cohort 4.000",
        "run small.toml --cohort 4 --cohort-parents 5", "fly small.toml", ""}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 2) << words;
    EXPECT_EQ(outcome.out, "") << words;
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << words << '\n' << outcome.err;
  }
  // How many parents there are is known when the families are made.
  const Outcome parents = run("run small.toml --cohort-parents 9000000");
  EXPECT_EQ(parents.exit, 2);
  EXPECT_EQ(parents.out, "");
}

TEST_F(BadInput, AsksForAWholeNumberWhereADecimalOneIsGiven) {
  for (const char* number : {"1,5", "1.5"}) {
    EXPECT_EQ(
        run(std::string{"run small.toml --draws "} + number).err,
        std::string{"samspil: --draws: "} + number + " is not a whole number; write 1 or 2\n");
  }
}

TEST_F(BadInput, NamesWhatWasMeantByAMistypedWord) {
  EXPECT_EQ(run("rnu small.toml").err, "samspil: rnu: unknown; did you mean 'run'?\n");
  EXPECT_EQ(run("run small.toml --famlies 5").err,
            "samspil: --famlies: unknown; did you mean '--families'?\n");
  EXPECT_EQ(run("--verison").err, "samspil: --verison: unknown; did you mean '--version'?\n");
  EXPECT_EQ(run("run small.toml other.toml").err,
            "samspil: The following argument was not expected: other.toml; samspil --help\n");
}

TEST_F(BadInput, CheckTellsEveryFault) {
  write("bad.toml", small_scenario("years", "years = -2\nseeed = 4\ndraws = \"2\""));

  const Outcome outcome = run("check bad.toml");

  EXPECT_EQ(outcome.exit, 2);
  EXPECT_EQ(lines_of(outcome.out).size(), 3U) << outcome.out;
  EXPECT_EQ(run("check small.toml").exit, 0);
}

}  // namespace
}  // namespace samspil::test
