// A municipality's own families on the program: what is told of them, and what never is.
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

using Json = nlohmann::json;

class OwnFamiliesRun : public Program {
 protected:
  OwnFamiliesRun() {
    std::string rows = "family,person,age,mother,status,place\n";
    for (int i = 0; i < 40; ++i) {
      const std::string family = "hemmelig" + std::to_string(i);
      rows += family + ",anna" + std::to_string(i) + "," + std::to_string(25 + i % 15) +
              ",,cash_benefit,\n" + family + ",bo," + std::to_string(1 + i % 11) + ",anna" +
              std::to_string(i) + ",," + (i < 3 ? "foster" : "") + "\n";
    }
    write("families.csv", rows);
    write("own.toml", small_scenario("population", "population = { file = \"families.csv\" }"));
  }

  static void expect_nobody(const std::string& text) {
    EXPECT_EQ(text.find("hemmelig"), std::string::npos);
    EXPECT_EQ(text.find("anna"), std::string::npos);
  }
};

TEST_F(OwnFamiliesRun, IsToldForTheirNumberWithoutNamesOrSmallCounts) {
  for (const char* words : {"", " --lang da", " --detail", " --json", " --detail --lang da"}) {
    const Outcome outcome = run(std::string{"run own.toml"} + words);
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    expect_nobody(outcome.out + outcome.err);
  }
  const Json document = Json::parse(run("run own.toml --json").out);
  EXPECT_EQ(document.at("own_families").at("families"), 40);
  EXPECT_EQ(document.at("own_families").at("persons"), 80);
  const Json& outcomes = document.at("strategies").at(0).at("outcomes");
  EXPECT_TRUE(outcomes.at("children_placed").at("baseline").at(0).is_null());  // three or so
  EXPECT_NEAR(outcomes.at("families").at("baseline").at(0).get<double>(), 40, 0.5);
}

TEST_F(OwnFamiliesRun, WritesTablesByMoneyAlone) {
  EXPECT_EQ(run("run own.toml --csv tables").exit, 0);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "tables" / "net_results.csv"));
  for (const char* table : {"cells.csv", "changes.csv", "outcomes.csv", "week_48.csv"}) {
    EXPECT_FALSE(std::filesystem::exists(folder_ / "tables" / table)) << table;
  }
  for (const auto& entry : std::filesystem::directory_iterator{folder_ / "tables"}) {
    expect_nobody(read("tables/" + entry.path().filename().string()));
  }
}

TEST_F(OwnFamiliesRun, ReportsOnThemWithoutNamesOrSmallCounts) {
  const Outcome outcome = run("run own.toml --report d --lang da");
  ASSERT_EQ(outcome.exit, 0) << outcome.err;
  const std::string page = read("d/report.html");
  expect_nobody(page + read("d/report.json") + read("d/csv/people.csv"));
  EXPECT_NE(page.find("for få til at vises"), std::string::npos);
  const Json strategy = Json::parse(read("d/report.json")).at("strategies").at(0);
  for (const Json& row : strategy.at("people_beside_money")) {
    if (row.at("outcome") != "children_placed") continue;
    for (const char* number : {"baseline", "weak", "centre", "strong", "municipality"}) {
      EXPECT_TRUE(row.at(number).is_null()) << number;
    }
  }
  if (!strategy.at("needed_people").is_null()) {
    EXPECT_TRUE(strategy.at("needed_people").at("placement").at("baseline").is_null());
  }
}

TEST_F(OwnFamiliesRun, RefusesWhatTellsOfSingleFamilies) {
  for (const char* words :
       {"run own.toml --out r.h5", "run own.toml --start s", "run own.toml --microdata m.h5",
        "contrast own.toml", "population families.csv --out p.h5",
        "population families.csv --flows"}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 2) << words << outcome.err;
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
  }
  EXPECT_EQ(run("run own.toml --microdata m.h5 --allow-own").exit, 0);
  EXPECT_EQ(read("m.h5").find("hemmelig"), std::string::npos);
}

TEST_F(OwnFamiliesRun, ChecksTheFileAloneAndWithTheScenario) {
  for (const char* words : {"population families.csv --check", "check families.csv",
                            "check own.toml", "population families.csv"}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 0) << words << outcome.out << outcome.err;
    expect_nobody(outcome.out);
  }
  write("families.csv", "family,person,age,mother,status\nhemmelig,anna,30,,kontant\n");
  const Outcome outcome = run("population families.csv --check");
  EXPECT_EQ(outcome.exit, 2);
  expect_nobody(outcome.out);
  EXPECT_NE(outcome.out.find("families.csv:2: status"), std::string::npos) << outcome.out;
}

TEST_F(OwnFamiliesRun, IsRefusedByAPersonNumberInTheNameOfItsFileWithoutSayingIt) {
  write("0102031234.csv", read("families.csv"));
  for (const char* words : {"population 0102031234.csv", "check 0102031234.csv"}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 2) << words;
    EXPECT_EQ((outcome.out + outcome.err).find("0102031234"), std::string::npos) << outcome.err;
  }
}

TEST_F(OwnFamiliesRun, BeginsFromTheFileThatNewWrites) {
  for (const char* language : {"en", "da"}) {
    const std::string words = std::string{" --lang "} + language;
    EXPECT_EQ(run("new families mine.csv --force" + words).exit, 0);
    const Outcome outcome = run("population mine.csv" + words);
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
  }
}

}  // namespace
}  // namespace samspil::test
