// [municipality]: a name is enough, own numbers replace the national ones.
#include "model/loading/municipality.hpp"

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

TEST_F(OwnMunicipality, HasTheTaxOfItsNameUntilItSaysItsOwn) {
  const Scenario named = with("[municipality]\nname = \"Furesø\"\n");
  ASSERT_TRUE(named.municipality->tax_rate.has_value());
  EXPECT_EQ(named.municipality->tax_rate->grade, Grade::assumed);
  EXPECT_NE(named.municipality->tax_rate->source.find("not checked with the ministry"),
            std::string::npos);
  EXPECT_EQ(named.catalogue.municipal_tax, named.municipality->tax_rate->value);

  const Scenario own = with("[kommune]\nnavn = \"Furesø\"\nskatteprocent = \"24,5\"\n");
  EXPECT_EQ(own.catalogue.municipal_tax, 24.5);
  EXPECT_EQ(own.municipality->tax_rate->grade, Grade::own);

  EXPECT_FALSE(with("[municipality]\ntarget_children = 380\n").catalogue.municipal_tax);
  const Scenario by_children = with("[municipality]\ntarget_children = 380\ntax_rate = 25\n");
  EXPECT_EQ(by_children.catalogue.municipal_tax, 25);
}

TEST_F(OwnMunicipality, IsOneOf98WithATaxThatIsGraded) {
  Problems problems;
  const std::vector<KnownMunicipality> all =
      read_municipalities(read_input(shipped / "municipalities.csv"), problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(all.size(), 98U);
  for (const KnownMunicipality& one : all) {
    ASSERT_TRUE(one.tax_rate.has_value()) << one.name;
    EXPECT_EQ(one.tax_rate->grade, Grade::assumed);
    EXPECT_NE(one.tax_rate->source_da, one.tax_rate->source);
  }
}

TEST_F(OwnMunicipality, RefusesATaxThatIsNone) {
  EXPECT_EQ(fault_of("[municipality]\nname = \"Furesø\"\ntax_rate = 0.248\n"),
            ":3: municipality.tax_rate: 0.248 is below 10; write a number from 10 to 50");
  std::ofstream{folder_ / "rules.csv"} << [] {
    const std::string text = read_input(shipped / "prices" / "payer_rules.csv").text;
    std::string without = text;
    for (std::size_t at; (at = without.find(",24.982,\"")) != std::string::npos;) {
      without.replace(at, 8, ",,");
    }
    return without;
  }();
  EXPECT_NE(fault_of("payer_rules = \"rules.csv\"\n[municipality]\nname = \"Furesø\"\n")
                .find("does not say at which municipal tax rate"),
            std::string::npos);
}

TEST_F(OwnMunicipality, MatchesAccountsThatItHas) {
  const std::string account = "[[accounts]]\nfunction = \"5.28.22\"\nyear = 2022\namount = 9\n";
  const std::string name = "[municipality]\nname = \"Furesø\"\n";
  EXPECT_FALSE(with(name + account).own_order.match);
  const Scenario scenario = with("match_accounts = true\n" + name + account);
  EXPECT_TRUE(scenario.own_order.match);
  EXPECT_EQ(scenario.own_order.accounts.front().line, 4);
  EXPECT_TRUE(load_scenario(input_texts(scenario)).own_order.match);
  EXPECT_EQ(fault_of("match_accounts = true\n" + name),
            ":1: match_accounts: stands without [[accounts]]; write [[accounts]], or leave both "
            "out");
  EXPECT_NE(fault_of("match_accounts = true\n" + name + account + account)
                .find("function 5.28.22 has two accounts"),
            std::string::npos);
}

TEST_F(OwnMunicipality, IsToldOfItsFaultsInTheLanguageOfItsTable) {
  const std::string named = "[kommune]\nnavn = \"Furesø\"\n";
  EXPECT_EQ(fault_of(named + "boern = 60\n"),
            ":3: kommune.boern: unknown key; use one of navn, maalgruppe_boern, familier, "
            "medarbejdere, familier_pr_medarbejder, pris_pr_medarbejder, budgetaar, skatteprocent, "
            "andele");
  EXPECT_EQ(fault_of(named + "familer = 60\n"),
            ":3: kommune.familer: unknown key; did you mean 'familier'?");
  EXPECT_EQ(fault_of(named + "medarbejdere = 4\n"),
            ":3: kommune.medarbejdere: stands without familier; write familier, or leave both out");
  EXPECT_EQ(with(named + "familier = 60\n").municipality->enrolled_key.name, "kommune.familier");
  EXPECT_EQ(with(named + "familier = 60\n").municipality->enrolled_key.line, 3);
}

TEST_F(OwnMunicipality, SuggestsADepartmentAsItIsCalled) {
  const std::string place = "[kommune]\nnavn = \"Furesø\"\n[departments]\n\"Udvalget\" = ";
  EXPECT_EQ(fault_of(place + "[\"beskæftigelse\", \"Skole og Dagtilbud\"]\n"), "none");
  EXPECT_EQ(fault_of(place + "[\"Beskæftigelsen\"]\n"),
            ":4: departments.Udvalget: unknown name 'Beskæftigelsen'; did you mean "
            "'Beskæftigelse'?");
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
  EXPECT_EQ(
      fault_of("[municipality]\nname = \"Furesø\"\nfamilies = 40\n"),
      ":3: municipality.families: unknown key; use one of name, target_children, "
      "families_enrolled, caseworkers, caseload, caseworker_cost, first_year, tax_rate, shares");
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

TEST_F(OwnMunicipality, HasAccountsOfFunctionsThatAreSimulated) {
  const auto fault_with = [&](const std::string& function) {
    return fault_of("[kommune]\nnavn = \"Furesø\"\n[[accounts]]\nfunction = \"" + function +
                    "\"\nyear = 2022\namount = 21_500_000\n");
  };
  EXPECT_EQ(fault_with("5.28.22"), "none");
  EXPECT_EQ(fault_with("5.28.2"),
            ":3: accounts[1].function: nothing is simulated under function 5.28.2; did you mean "
            "'5.28.20', '5.28.21' or '5.28.22'?");
  EXPECT_NE(fault_with("x").find("function x; use one of 3.22.01, "), std::string::npos);
  EXPECT_NE(fault_with("-").find("function -; use one of 3.22.01, "), std::string::npos);
}

TEST_F(OwnMunicipality, WarnsOfAmountsThatAreHardlyInKroner) {
  const Scenario own = with(
      "[kommune]\nnavn = \"Furesø\"\npris_pr_medarbejder = 712\n"
      "[[accounts]]\nfunction = \"5.28.22\"\nyear = 2022\namount = 21500\n");
  ASSERT_EQ(own.warnings.size(), 2U);
  EXPECT_NE(
      own.warnings[0]
          .text(Language::en)
          .find("own.toml:3: kommune.pris_pr_medarbejder: 712 kr. per caseworker-year is more than "
                "a factor 5 from the shipped "),
      std::string::npos);
  EXPECT_NE(own.warnings[1]
                .text(Language::en)
                .find("own.toml:7: accounts[1].amount: 21500 kr. is little for a year"),
            std::string::npos);
}

/// But no word of the numbers of shipped strategies, or of a base: to replace them is what it is
/// for.
TEST_F(OwnMunicipality, WarnsWhereItReplacesANumberOfTheUsersOwnStrategy) {
  const std::string ours = "id = \"ours\"\ntitle_da = \"Vores\"\nbase = \"familiens_fremtid\"\n";
  std::ofstream{folder_ / "ours.toml"} << ours << "[levers]\ncaseload = 14\n";
  std::ofstream{folder_ / "plain.toml"} << ours;
  const std::string rest = "[kommune]\nnavn = \"Furesø\"\nfamilier_pr_medarbejder = 8\n";
  const Scenario own = with("strategies = [\"ours.toml\", \"familiens_fremtid\"]\n" + rest);
  ASSERT_EQ(own.warnings.size(), 1U);
  const std::string told = own.warnings.front().text(Language::da);
  EXPECT_NE(told.find("own.toml:4: kommune.familier_pr_medarbejder: 8 træder i stedet for 14 i "
                      "ours.toml; udelad det"),
            std::string::npos)
      << told;
  EXPECT_TRUE(with("strategies = [\"plain.toml\"]\n" + rest).warnings.empty());
}

}  // namespace
}  // namespace samspil
