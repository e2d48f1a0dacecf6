// [municipality]: a name is enough, own numbers replace the national ones.
#include <gtest/gtest.h>

#include <fstream>

#include "model/appraisal/report.hpp"
#include "model/loading/load.hpp"
#include "samspil_build_info.hpp"
#include "tests/support/own_folder.hpp"

namespace samspil {
namespace {

const std::filesystem::path shipped = build_info::source_scenarios_dir;

class OwnMunicipality : public test::OwnFolder {
 protected:
  Scenario with(const std::string& text) const {
    write(text);
    return load_scenario(file(), shipped);
  }
  std::string fault_of(const std::string& text) const {
    write(text);
    const std::vector<Problem> problems = check_file(file(), shipped);
    if (problems.empty()) return "none";
    std::string line = problems.front().text(Language::en);
    return line.substr(line.find("own.toml") + 8);
  }

 private:
  std::filesystem::path file() const { return folder_ / "own.toml"; }
  void write(const std::string& text) const { std::ofstream{file()} << text; }
};

TEST_F(OwnMunicipality, NeedsItsNameAlone) {
  const Scenario scenario = with("[municipality]\nname = \"Furesø\"\n");
  ASSERT_TRUE(scenario.municipality.has_value());
  EXPECT_EQ(scenario.title_en, "Furesø");
  EXPECT_NEAR(*scenario.municipality->population_share, 0.00706, 1e-4);
  EXPECT_EQ(scenario.strategies.size(), 1U);
  EXPECT_EQ(scenario.municipality->nearest_strategy, scenario.strategies[0].id);
  EXPECT_EQ(scenario.draws, 200U);
  EXPECT_EQ(scenario.population.id, "national_target_group");
}

TEST_F(OwnMunicipality, PutsItsOwnNumbersInPlace) {
  const Scenario scenario = with(
      "[municipality]\nname = \"Furesø\"\nfamilies_enrolled = 40\ncaseworkers = 4\n"
      "caseworker_cost = 650000\nfirst_year = 2024\n[municipality.shares]\nchild_placed = 0.4\n");
  EXPECT_EQ(calendar_year(scenario, 1), 2024);
  EXPECT_EQ(scenario.population.year, 2022) << "chance is keyed by it, whatever years are called";
  EXPECT_EQ(scenario.catalogue.law.year, 2024);
  EXPECT_EQ(scenario.catalogue.price_level, 2024);
  EXPECT_EQ(scenario.catalogue.law.unknown, UnknownLaw::last_known);
  const Levers& levers = scenario.strategies.front().levers;
  EXPECT_EQ(levers.caseload.value, 10);
  EXPECT_EQ(levers.caseload.grade, Grade::own);
  EXPECT_EQ(levers.wage.value, 650000);
  for (const Margin& margin : scenario.population.margins) {
    if (margin.name != "child_placed") continue;
    EXPECT_EQ(margin.target.value, 0.4);
    EXPECT_EQ(margin.target.grade, Grade::own);
  }
}

TEST_F(OwnMunicipality, IsReadInDanish) {
  const Scenario danish = with(
      "[kommune]\nnavn = \"Furesø\"\nfamilier = 40\nfamilier_pr_medarbejder = \"12,5\"\n"
      "pris_pr_medarbejder = \"650.000,00\"\n[kommune.andele]\nchild_placed = \"0,4\"\n");
  EXPECT_EQ(danish.municipality->families_enrolled, 40);
  EXPECT_EQ(danish.strategies.front().levers.caseload.value, 12.5);
  EXPECT_EQ(danish.strategies.front().levers.wage.value, 650000);
  EXPECT_EQ(danish.municipality->margins.front().second, 0.4);
}

TEST_F(OwnMunicipality, TakesTheStrategyWhoseCaseloadIsNearest) {
  const auto caseload = [&](const char* asked) {
    const Scenario scenario =
        with(std::string{"[municipality]\nname = \"Furesø\"\ncaseload = "} + asked + "\n");
    return load_strategy(shipped / "strategies" / (scenario.strategies.front().id + ".toml"),
                         shipped)
        .levers.caseload.value;
  };
  EXPECT_EQ(caseload("8"), 8);
  EXPECT_EQ(caseload("26"), 25);
  EXPECT_EQ(caseload("13"), 13);
}

TEST_F(OwnMunicipality, IsKeptWithTheResults) {
  const Scenario scenario = with("[municipality]\nname = \"Furesø\"\nfamilies_enrolled = 40\n");
  const Scenario again = load_scenario(input_texts(scenario));
  EXPECT_EQ(again.municipality->population_share, scenario.municipality->population_share);
  EXPECT_EQ(again.strategies.front().id, scenario.strategies.front().id);
  EXPECT_EQ(again.municipality->nearest_strategy, scenario.municipality->nearest_strategy);
}

TEST_F(OwnMunicipality, TellsWhatIsWrong) {
  EXPECT_EQ(fault_of("[municipality]\nname = \"Furesö\"\n"),
            ":2: municipality.name: unknown municipality 'Furesö'; did you mean 'Furesø'?");
  EXPECT_EQ(fault_of("[municipality]\nfamilies_enrolled = 40\n"),
            ":1: municipality: names neither a municipality nor its target children; write "
            "`name = \"Furesø\"`, or `target_children = 380`");
  EXPECT_EQ(fault_of("[municipality]\nname = \"Furesø\"\ncaseworkers = 4\n"),
            ":3: municipality.caseworkers: stands without families_enrolled; write "
            "families_enrolled, or leave both out");
  EXPECT_EQ(fault_of("[municipality]\nname = \"Furesø\"\ncaseworker_cost = 650.000\n"),
            ":3: municipality.caseworker_cost: '650.000' can be read in two ways; write 650000 "
            "(or 650_000) for 650 thousand; for 650 write 650");
  EXPECT_EQ(fault_of("[municipality]\nname = \"Furesø\"\nfamilies = 40\n"),
            ":3: municipality.families: unknown key; use one of name, target_children, "
            "families_enrolled, caseworkers, caseload, caseworker_cost, first_year, shares");
}

TEST_F(OwnMunicipality, MayHaveAStrategyOfNumbersAloneOverItsBase) {
  std::ofstream{folder_ / "ours.toml"}
      << "id = \"ours\"\ntitle_da = \"Vores\"\nbase = \"familiens_fremtid\"\n[levers]\n"
         "caseload = 10\nwage = 650_000\n";
  const Strategy strategy = load_strategy(folder_ / "ours.toml", shipped);
  EXPECT_EQ(strategy.title_en, "Vores");
  EXPECT_EQ(strategy.levers.caseload.value, 10);
  EXPECT_EQ(strategy.levers.caseload.low, 10);
  EXPECT_EQ(strategy.levers.caseload.grade, Grade::own);
  EXPECT_EQ(strategy.levers.caseload.unit, "families per caseworker");
  EXPECT_EQ(strategy.levers.wage.value, 650000);
}

}  // namespace
}  // namespace samspil
