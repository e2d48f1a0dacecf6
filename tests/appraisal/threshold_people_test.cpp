#include "model/appraisal/threshold_people.hpp"

#include <gtest/gtest.h>

#include "model/appraisal/money_table.hpp"
#include "model/storage/make_report.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

/// One strategy of few families, run once for all tests.
struct Ran {
  Scenario scenario = [] {
    Scenario one = test::small_scenario();
    one.strategies.resize(1);
    one.draws = 1;
    one.break_even = false;
    return one;
  }();
  Progress nobody;
  Ground ground{scenario, Execution{}, nobody};
  RunAndDraws all = run_with_draws(scenario, ground, Execution{}, nobody);
  Report report = make_report(scenario, all.central);
  const StrategyAppraisal& strategy = report.appraisal.strategies[0];

  double cost() const {
    const Saving& none = strategy.at(EffectLevel::none);
    return -report.appraisal.kroner(total(none.net_result, part_of(Purse::municipality)));
  }
};

const Ran& ran() {
  static const Ran the_only;
  return the_only;
}

TEST(ThresholdPeople, OfPlacementsMeetTheCostOfTheProgramme) {
  const auto people =
      threshold_people(ran().report, ran().strategy, ThresholdChange::fewer_placed, std::nullopt);
  ASSERT_TRUE(people && people->needed);
  EXPECT_GT(people->of, 0);
  EXPECT_GT(people->worth, 100'000) << "a year out of home costs more than that";
  EXPECT_LT(people->worth, 2'000'000);
  EXPECT_NEAR(*people->needed * people->worth * ran().report.appraisal.years, ran().cost(),
              1e-6 * ran().cost());
  EXPECT_EQ(people->moved[index_of(EffectLevel::none)], 0);
}

TEST(ThresholdPeople, InWorkAreToldOfTheWorthThatIsGiven) {
  const auto known =
      threshold_people(ran().report, ran().strategy, ThresholdChange::more_in_work, 200'000.0);
  ASSERT_TRUE(known && known->needed);
  EXPECT_NEAR(*known->needed * 200'000 * ran().report.appraisal.years, ran().cost(),
              1e-6 * ran().cost());
  EXPECT_FALSE(
      threshold_people(ran().report, ran().strategy, ThresholdChange::more_in_work, std::nullopt));
  EXPECT_FALSE(
      threshold_people(ran().report, ran().strategy, ThresholdChange::more_in_work, -1.0)->needed)
      << "who costs more in work pays for nothing";
}

/// Less in benefits, more in tax: some ten thousand kroner at least, and less than a wage.
TEST(ThresholdPeople, AParentInWorkIsWorthWhatBenefitsAndTaxAre) {
  const auto worth = worth_of_work(ran().scenario, ran().ground, Execution{}, 0, 0);
  ASSERT_TRUE(worth);
  EXPECT_GT(*worth, 20'000);
  EXPECT_LT(*worth, 500'000);
}

}  // namespace
}  // namespace samspil
