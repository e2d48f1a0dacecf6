// Budgets of the same families for two years differ by what the table of law and prices lists
// alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "model/appraisal/report.hpp"
#include "model/costs/law_table.hpp"
#include "model/costs/prices.hpp"
#include "model/loading/load.hpp"
#include "model/simulation/run.hpp"
#include "tests/support/own_folder.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

class LawYears : public test::OwnFolder {
 protected:
  Scenario budget_of(int year, const std::string& more = "") const {
    write("own.toml",
          "draws = 1\nyears = 3\nbreak_even = false\n" + more +
              "[municipality]\nname = \"Furesø\"\nfamilies_enrolled = 2\nfirst_year = " +
              std::to_string(year) + "\n");
    Scenario scenario = load_scenario(folder_ / "own.toml", test::shipped_scenarios());
    scenario.population.candidates = 1'500;
    scenario.population.families = 600;
    for (Margin& margin : scenario.population.margins) margin.fitted = false;
    return scenario;
  }

  /// One small CSV each for rates and indices, which state for 2027 what holds in 2022, and the
  /// parameter that a law sets.
  Scenario budget_of_2027_by_the_law_of_2022() const {
    write("rates.csv",
          "name,value,valid_from,price_level\n"
          "expensive_case_tier_1,860000,2027,2027\nexpensive_case_tier_2,1680000,2027,2027\n"
          "expensive_case_tier_3,2120000,2027,2027\nexpensive_case_refund_1,25,2027,\n"
          "expensive_case_refund_2,50,2027,\nexpensive_case_refund_3,75,2027,\n"
          "cash_benefit_rate,3361,2027,2023\neducation_benefit_rate,2266,2027,2023\n"
          "integration_benefit_rate,3021,2027,2023\n");
    write("indices.csv",
          "index,year,value\nnet_price,2027,113.533\npl,2027,100\npsl,2027,118.3\n"
          "satsregulering,2027,100\n");
    write("open.csv",
          "name,value,unit,low,high,grade,source\n"
          "resource_course_closed_from,9999,year,9999,9999,own,the law of 2022\n");
    return budget_of(2027,
                     "rates = [\"rates.csv\"]\nindices = [\"indices.csv\"]\n"
                     "parameters = [\"calibrated.csv\", \"open.csv\"]\n");
  }

  static std::vector<ArmCounts> counts_of(const Scenario& scenario) {
    return run_scenario(scenario, 0, {}).counts;
  }

 private:
  void write(const std::string& name, const std::string& text) const {
    std::ofstream{folder_ / name} << text;
  }
};

TEST_F(LawYears, GiveTheSameAmountsWhereTheTablesSayTheSame) {
  const Scenario then = budget_of(2022), now = budget_of_2027_by_the_law_of_2022();
  EXPECT_EQ(calendar_year(then, 1), 2022);
  EXPECT_EQ(calendar_year(now, 1), 2027);
  EXPECT_EQ(split_prices(now.catalogue), split_prices(then.catalogue));
  EXPECT_EQ(counts_of(now), counts_of(then));
}

TEST_F(LawYears, DifferByWhatTheTableListsAlone) {
  const Scenario then = budget_of(2022), now = budget_of(2027);
  EXPECT_NE(split_prices(now.catalogue), split_prices(then.catalogue));
  EXPECT_NE(counts_of(now), counts_of(then));

  Scenario made_alike = now;
  std::vector<std::string> listed;
  for (const LawRow& row : law_table(now)) {
    listed.push_back(row.name);
    if (row.part != LawPart::parameter) continue;
    ASSERT_EQ(row.name, "resource_course_closed_from");
    made_alike.parameters.labour.resource_course_closed_from = 9999;
  }
  made_alike.catalogue = then.catalogue;
  EXPECT_EQ(counts_of(made_alike), counts_of(then));
  for (const LawRow& row : law_table(then)) {
    EXPECT_NE(std::find(listed.begin(), listed.end(), row.name), listed.end()) << row.name;
  }
}

TEST_F(LawYears, AreToldNumberByNumber) {
  const std::vector<LawRow> table = law_table(budget_of(2027));
  const auto row = [&](std::string_view name) {
    return *std::find_if(table.begin(), table.end(),
                         [&](const LawRow& one) { return one.name == name; });
  };
  EXPECT_EQ(row("cash_benefit").written_level, 2025);
  EXPECT_EQ(row("cash_benefit").level, 2026);
  EXPECT_EQ(row("foster_family").written_level, 2024);
  EXPECT_EQ(row("foster_family").level, 2025);
  EXPECT_EQ(row("cash_benefit_rate").law_year, 2026);
  EXPECT_EQ(row("expensive_case_tier_1").law_year, 2026);
  EXPECT_EQ(row("refund_ladder").law_year, 2027);
  EXPECT_EQ(row("gp_cofinancing").law_year, 2026);
  EXPECT_EQ(row("pl").level, 2025);
  EXPECT_EQ(row("resource_course_closed_from").law_year, 2026);
}

}  // namespace
}  // namespace samspil
