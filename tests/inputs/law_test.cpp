// What a scenario says of law and prices: keys, dated rates, indices, and years without a value.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/costs/expensive_cases.hpp"
#include "model/costs/indices.hpp"
#include "model/loading/load.hpp"
#include "tests/inputs/fault.hpp"
#include "tests/inputs/input_folder.hpp"
#include "tests/support/tiers_of_2022.hpp"

namespace samspil {
namespace {

using Lines = std::vector<std::string>;
constexpr const char* scenario = "scenario.toml";
constexpr const char* rates = "prices/rates.csv";
constexpr const char* indices = "prices/indices.csv";

class LawOfAScenario : public testing::Test {
 protected:
  /// The scenario with these lines in place of its law year, on line 6.
  Scenario with(const std::string& lines) const {
    set(lines);
    return load_scenario(inputs_.path(scenario), inputs_.path(""));
  }
  Lines faults_with(const std::string& lines) const {
    set(lines);
    return inputs_.faults(scenario);
  }
  static Ore threshold(const Scenario& loaded, std::size_t tier) {
    return loaded.catalogue.law.expensive_cases[tier].above / 100;
  }

  const InputFolder inputs_;

 private:
  void set(const std::string& lines) const {
    inputs_.replace(scenario, "law_year = 2022\n", lines + "\n");
  }
};

TEST_F(LawOfAScenario, IsThatOf2022WithoutKeys) {
  const Scenario loaded = with("");

  const Law& law = loaded.catalogue.law;
  EXPECT_EQ(law.year, 2022);
  EXPECT_EQ(loaded.catalogue.price_level, 2022);
  EXPECT_EQ(law.rollout, Rollout::local);
  EXPECT_EQ(law.health, HealthCofinancing::frozen);
  EXPECT_TRUE(law.last_known.empty());
  for (std::size_t i = 0; i < expensive_case_tier_count; ++i) {
    EXPECT_EQ(law.expensive_cases[i].above, test::tiers_of_2022[i].above);
    EXPECT_EQ(law.expensive_cases[i].percent, test::tiers_of_2022[i].percent);
  }
}

TEST_F(LawOfAScenario, FollowsItsKeys) {
  const Scenario loaded = with(
      "law_year = 2024\nprice_level = 2023\nrollout = \"national\"\n"
      "health_cofinancing = \"shares\"\ndiscount_timing = \"middle\"");

  EXPECT_EQ(loaded.catalogue.law.year, 2024);
  EXPECT_EQ(loaded.catalogue.price_level, 2023);
  EXPECT_EQ(loaded.catalogue.law.rollout, Rollout::national);
  EXPECT_EQ(loaded.catalogue.law.health, HealthCofinancing::shares);
  EXPECT_EQ(loaded.discount_timing, Timing::middle);
  EXPECT_EQ(loaded.discount_rate, 0.035);
}

TEST_F(LawOfAScenario, HasThresholdsAtThePriceLevel) {
  const Scenario loaded = with("price_level = 2024\nunknown_law = \"last_known\"");

  // 860,000, 1,680,000 and 2,120,000 kr. of 2022 times 126.1 / 118.3, by hand.
  EXPECT_EQ(threshold(loaded, 0), 916'703);
  EXPECT_EQ(threshold(loaded, 1), 1'790'769);
  EXPECT_EQ(threshold(loaded, 2), 2'259'780);
  EXPECT_EQ(loaded.catalogue.law.expensive_cases[2].percent, 75);
}

/// Each year's own amounts, at its own level: what six months of 120,000 kr., and twelve of
/// 200,000, give back by them, by hand.
TEST_F(LawOfAScenario, HasExpensiveCasesForEachYear) {
  struct Row {
    int year;
    std::array<Ore, 3> above;
    Ore half_a_year;  // 6 × 25 % × (120,000 - a twelfth of the first)
    Ore all_year;
  };
  for (const Row& row : {Row{2022, {860'000, 1'680'000, 2'120'000}, 72'500, 635'000},
                         Row{2023, {890'000, 1'730'000, 2'180'000}, 68'750, 600'000},
                         Row{2024, {920'000, 1'790'000, 2'260'000}, 65'000, 557'500},
                         Row{2025, {960'000, 1'860'000, 2'350'000}, 60'000, 507'500},
                         Row{2026, {1'010'000, 1'950'000, 2'460'000}, 53'750, 460'000}}) {
    const std::string year = std::to_string(row.year);
    const std::string lines =
        "law_year = " + year + "\nprice_level = " + year + "\nunknown_law = \"last_known\"";
    const Scenario loaded = with(lines);
    const ExpensiveCaseTiers& tiers = loaded.catalogue.law.expensive_cases;
    for (std::size_t i = 0; i < row.above.size(); ++i) {
      EXPECT_EQ(threshold(loaded, i), row.above[i]) << row.year;
    }
    MonthlyExpense<1> half, all;
    for (std::size_t month = 0; month < 12; ++month) {
      half.parts[month] = month < 6 ? 12'000'000 : 0;
      all.parts[month] = 20'000'000;
    }
    EXPECT_EQ(expensive_case_refund(half, tiers), 100 * row.half_a_year) << row.year;
    EXPECT_EQ(expensive_case_refund(all, tiers), 100 * row.all_year) << row.year;
    inputs_.replace(scenario, lines + "\n", "law_year = 2022\n");
  }
}

TEST_F(LawOfAScenario, TakesTheRatesOfItsYear) {
  inputs_.set_first_row(rates, "expensive_case_refund_3",
                        "expensive_case_refund_3,60,%,2021,2021,2020,none,Law,60,60,own,Test,");

  EXPECT_EQ(with("").catalogue.law.expensive_cases[2].percent, 75);
  inputs_.replace(scenario, "discount_rate",
                  "law_year = 2021\nunknown_law = \"last_known\"\ndiscount_rate");
  const Scenario old = load_scenario(inputs_.path(scenario), inputs_.path(""));
  EXPECT_EQ(old.catalogue.law.expensive_cases[2].percent, 60);
}

/// The reform of July 2025: from the first law year that it fills, at the level of the run.
TEST_F(LawOfAScenario, PaysBenefitsByTheReformFromItsFirstWholeYear) {
  const auto cash_benefit = [](const Scenario& loaded) {
    const CatalogueRow& row = loaded.catalogue.rows[index_of(Service::cash_benefit)];
    return std::pair{row.price.value, PriceLevel{loaded.catalogue}.price(row)};
  };
  EXPECT_EQ(cash_benefit(with("law_year = 2025\nprice_level = 2025")),
            std::pair(3361.0, 3593.0));  // × 109 / 101.95
  inputs_.replace(scenario, "law_year = 2025\nprice_level = 2025\n", "law_year = 2022\n");
  const Scenario after = with("law_year = 2026\nprice_level = 2025");
  EXPECT_EQ(cash_benefit(after), std::pair(3527.0, 3527.0));
  const CatalogueRow& row = after.catalogue.rows[index_of(Service::cash_benefit)];
  EXPECT_EQ(row.price.unit, "week");
  EXPECT_EQ(row.price.base_file, inputs_.path(rates).string());
  EXPECT_EQ(after.catalogue.rows[index_of(Service::sickness_benefit)].price.value, 3885);
}

TEST_F(LawOfAScenario, LeavesTheUsersOwnPriceOfABenefit) {
  inputs_.write("mine.csv", "service,price,price_level\ncash_benefit,4000,2024\n");
  inputs_.replace(scenario, "prices = \"2022\"", "prices = [\"mine.csv\"]");
  const Scenario loaded = with("law_year = 2026\nprice_level = 2025");
  EXPECT_EQ(loaded.catalogue.rows[index_of(Service::cash_benefit)].price.value, 4000);
  EXPECT_EQ(loaded.catalogue.rows[index_of(Service::education_benefit)].price.value, 2173);
}

TEST_F(LawOfAScenario, IsRefusedInOneLineWhereTheYearHasNoValue) {
  EXPECT_EQ(faults_with("law_year = 2030"),
            Lines{"scenario.toml:6: law_year: 2030 has no value in gp_cofinancing, "
                  "health_cofinancing, expensive_case_tier_1, expensive_case_tier_2, "
                  "expensive_case_tier_3, expensive_case_refund_1, expensive_case_refund_2, "
                  "expensive_case_refund_3, cash_benefit_rate, education_benefit_rate, "
                  "integration_benefit_rate (2026); use a year from 2022 to 2026, or write "
                  "unknown_law = \"last_known\""});
}

TEST_F(LawOfAScenario, RunsWithTheLastKnownValuesWhereAskedTo) {
  const Scenario loaded = with("law_year = 2030\nunknown_law = \"last_known\"");

  EXPECT_EQ(list_of(loaded.catalogue.law.last_known),
            "gp_cofinancing, health_cofinancing, expensive_case_tier_1, "
            "expensive_case_tier_2, expensive_case_tier_3, expensive_case_refund_1, "
            "expensive_case_refund_2, expensive_case_refund_3, cash_benefit_rate, "
            "education_benefit_rate, integration_benefit_rate (2026)");
  EXPECT_EQ(threshold(loaded, 0), 870'233);  // 1,010,000 × 118.3 / 137.3
}

TEST_F(LawOfAScenario, IsRefusedWhereAnIndexLacksThePriceLevel) {
  for (const auto& [level, lacking] :
       {std::pair{"2027", "satsregulering (2018-2026), pl (2013-2025), psl (2021-2026), so 51"},
        {"2026", "pl (2013-2025), so 34"}}) {
    EXPECT_EQ(faults_with(std::string{"price_level = "} + level),
              Lines{std::string{"scenario.toml:6: price_level: "} + level + " has no value in " +
                    lacking +
                    " prices cannot be moved to it; use price_level = 2025, the last year that "
                    "every index holds, or write unknown_law = \"last_known\""});
    inputs_.replace(scenario, std::string{"price_level = "} + level, "law_year = 2022");
  }
  EXPECT_EQ(faults_with("price_level = 2020"),
            Lines{"scenario.toml:6: price_level: 2020 has no value in psl (2021-2026), so 1 prices "
                  "cannot be moved to it; use price_level = 2021, the first year that every index "
                  "holds, or write unknown_law = \"last_known\""});
}

TEST_F(LawOfAScenario, IsRefusedWhereNothingMovesItsThresholds) {
  inputs_.replace(indices, "psl,2022,118.3", "psl,2020,118.3");
  EXPECT_EQ(faults_with("price_level = 2023"),
            Lines{"scenario.toml:6: price_level: the index psl lacks 2022 or 2023, so "
                  "expensive_case_tier_1 cannot be moved from the one to the other; use "
                  "price_level = 2022, or write unknown_law = \"last_known\""});
}

/// Prices go as far as their own index reaches, and all that lacks the year is named.
TEST_F(LawOfAScenario, MovesPricesToTheLastKnownYearOfTheirIndexWhereAskedTo) {
  const Catalogue catalogue = with("price_level = 2026\nunknown_law = \"last_known\"").catalogue;
  const PriceLevel level{catalogue};
  const auto at = [&](Service service) {
    const CatalogueRow& row = catalogue.rows[index_of(service)];
    return std::pair{level.level_of(row), level.price(row)};
  };

  EXPECT_EQ(list_of(catalogue.law.last_known), "pl (2025)");
  EXPECT_EQ(at(Service::residential_institution), std::pair(2025, 4077.0));  // 3966 × 1.028
  EXPECT_EQ(at(Service::sickness_benefit), std::pair(2026, 4425.0));         // 3885 × 1.139
  EXPECT_EQ(at(Service::income_tax), std::pair(2026, 2241.0));               // 1931 × 137.3/118.3
  EXPECT_EQ(at(Service::day_care), std::pair(2025, 2256.0));  // 1821 × 109.585/88.461
}

TEST_F(LawOfAScenario, MovesThresholdsByTheLastKnownIndexWhereAskedTo) {
  const Scenario loaded = with("price_level = 2030\nunknown_law = \"last_known\"");

  EXPECT_EQ(list_of(loaded.catalogue.law.last_known),
            "satsregulering (2026), pl (2025), psl (2026)");
  EXPECT_EQ(threshold(loaded, 0), 998'123);  // 860,000 × 137.3 / 118.3
}

TEST_F(LawOfAScenario, TellsWrongWords) {
  EXPECT_EQ(faults_with("unknown_law = \"guess\"\nrollout = \"nationl\"\n"
                        "health_cofinancing = \"thawed\"\ndiscount_timing = \"ende\""),
            (Lines{"scenario.toml:6: unknown_law: unknown name 'guess'; use one of refuse, "
                   "last_known",
                   "scenario.toml:7: rollout: unknown name 'nationl'; did you mean 'national'?",
                   "scenario.toml:8: health_cofinancing: unknown name 'thawed'; use one of frozen, "
                   "shares",
                   "scenario.toml:9: discount_timing: unknown name 'ende'; did you mean 'end'?"}));
}

TEST_F(LawOfAScenario, SharesBetweenPocketsByGainUnlessSaid) {
  EXPECT_EQ(with("").joint_financing, JointFinancing::gain);
}

TEST_F(LawOfAScenario, SharesBetweenPocketsByResponsibilityWhereSaid) {
  EXPECT_EQ(with("joint_financing = \"responsibility\"").joint_financing,
            JointFinancing::responsibility);
}

TEST_F(LawOfAScenario, TellsAWrongRuleOfSharing) {
  EXPECT_EQ(faults_with("joint_financing = \"need\""),
            Lines{"scenario.toml:6: joint_financing: unknown name 'need'; use one of gain, "
                  "responsibility"});
}

TEST_F(LawOfAScenario, TakesARateOfDiscountOrTheFinanceMinistrys) {
  inputs_.replace(scenario, "discount_rate = 0.035", "discount_rate = \"fm\"");
  EXPECT_FALSE(with("").discount_rate.has_value());
  inputs_.replace(scenario, "discount_rate = \"fm\"", "discount_rate = \"finans\"");
  EXPECT_EQ(inputs_.faults(scenario),
            Lines{"scenario.toml:7: discount_rate: 'finans' is no known rate; write a number such "
                  "as 0.035, or \"fm\" for the Finance Ministry's"});
}

TEST_F(LawOfAScenario, ComesBackFromTheTextsOfOtherRatesAndIndices) {
  inputs_.replace(rates, "860000,kr. a year,2022,2022,2022,psl,Serviceloven § 176,860000,860000",
                  "900000,kr. a year,2022,2022,2022,psl,Serviceloven § 176,860000,900000");
  inputs_.replace(indices, "psl,2023,121.8", "psl,2023,236.6");
  const Scenario loaded = with("price_level = 2023");
  ASSERT_EQ(threshold(loaded, 0), 1'800'000);

  const Scenario again = load_scenario(input_texts(loaded));

  EXPECT_EQ(threshold(again, 0), 1'800'000);
  EXPECT_EQ(input_texts(again), input_texts(loaded));
}

class OneLawFault : public testing::TestWithParam<RowFault> {};

TEST_P(OneLawFault, IsToldInOneLine) {
  const InputFolder inputs;
  inputs.set_first_row(GetParam().file, GetParam().key, GetParam().row);

  EXPECT_EQ(inputs.faults(GetParam().file), Lines{GetParam().line});
  // check of the scenario tells it too
  EXPECT_EQ(inputs.faults(scenario), Lines{GetParam().line});
}

constexpr const char* tier = "expensive_case_tier_1";
INSTANTIATE_TEST_SUITE_P(
    Rows, OneLawFault,
    testing::Values(
        RowFault{"UnknownRate", rates, tier,
                 "expensive_case_teir_1,1,kr. a year,2021,2021,2020,psl,Law,1,1,own,Test,",
                 "prices/rates.csv:2: expensive_case_teir_1: unknown rate; did you mean "
                 "'expensive_case_tier_1', 'expensive_case_tier_2' or 'expensive_case_tier_3'?"},
        RowFault{"RateUnit", rates, tier,
                 "expensive_case_tier_1,1,kr.,2021,2021,2020,psl,Law,1,1,own,Test,",
                 "prices/rates.csv:2: expensive_case_tier_1: unit 'kr.' given, 'kr. a year' "
                 "expected; convert the numbers and write the expected unit"},
        RowFault{"RateOfHalfAKrone", rates, tier,
                 "expensive_case_tier_1,1.5,kr. a year,2021,2021,2020,psl,Law,1,2,own,Test,",
                 "prices/rates.csv:2: expensive_case_tier_1.value: 1.5 is not a whole number; "
                 "write 1 or 2"},
        RowFault{"PercentAboveAHundred", rates, "expensive_case_refund_1",
                 "expensive_case_refund_1,250,%,2021,2021,2020,none,Law,25,100,own,Test,",
                 "prices/rates.csv:2: expensive_case_refund_1.value: 250 is above 100; write a "
                 "number from 0 to 100"},
        RowFault{"YearsOfARateTwice", rates, tier,
                 "expensive_case_tier_1,1,kr. a year,2021,2022,2020,psl,Law,1,1,own,Test,",
                 "prices/rates.csv:3: expensive_case_tier_1: stands on line 2 already; keep one "
                 "row for each year"},
        RowFault{"IndexOfARate", rates, tier,
                 "expensive_case_tier_1,1,kr. a year,2021,2021,2020,psk,Law,1,1,own,Test,",
                 "prices/rates.csv:2: expensive_case_tier_1.index: unknown name 'psk'; did you "
                 "mean 'psl'?"},
        RowFault{"TiersThatFall", rates, tier,
                 "expensive_case_tier_1,1700000,kr. a year,2021,2021,2020,psl,Law,1,1700000,own,"
                 "Test,",
                 "prices/rates.csv:8: expensive_case_tier_2: 1630000 is below "
                 "expensive_case_tier_1, 1700000 on line 2; let the tiers rise"},
        RowFault{"UnknownIndex", indices, "psl", "cpi,2021,100,own,Test",
                 "prices/indices.csv:2: cpi.index: unknown name 'cpi'; use one of none, net_price, "
                 "pl, psl, satsregulering"},
        RowFault{"NoIndex", indices, "psl", "none,2021,100,own,Test",
                 "prices/indices.csv:2: none: 'none' is no index and has no values; leave the row "
                 "out"},
        RowFault{"IndexOfNought", indices, "psl", "psl,2021,0,own,Test",
                 "prices/indices.csv:2: psl.value: 0 is below 0.001; write a number from 0.001 to "
                 "1000000"},
        RowFault{"IndexYearTwice", indices, "psl", "psl,2022,100,own,Test",
                 "prices/indices.csv:25: psl: stands on line 2 already; keep one row for each "
                 "year"}),
    name_of_fault);

TEST(RateFaults, TellARateThatIsMissing) {
  const InputFolder inputs;
  for (int row = 0; row < 6; ++row) inputs.set_first_row(rates, tier, "");

  EXPECT_EQ(inputs.faults(rates),
            Lines{"prices/rates.csv: expensive_case_tier_1: the law has no such rate; add a row"});
}

}  // namespace
}  // namespace samspil
