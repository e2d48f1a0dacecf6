// The terms on which strategies are compared: who is enrolled, and what is subtracted from what.
#include <gtest/gtest.h>

#include <cstdlib>

#include "model/appraisal/saving.hpp"
#include "model/loading/load.hpp"
#include "model/simulation/common_terms.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

Scenario few_families(Terms terms) {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 2'000;
  scenario.population.families = 600;
  scenario.comparison = {};
  scenario.comparison.terms = terms;
  return scenario;
}

std::int64_t enrolled_first_year(const RunResult& result, std::size_t arm) {
  return result.counts[arm].years[0].outcomes[index_of(Outcome::enrolled_families)];
}

TEST(SameFamilies, AreEnrolledByEveryStrategy) {
  Scenario scenario = few_families(Terms::same_families);
  scenario.comparison.enrol = 0.4;

  const RunResult result = run_scenario(scenario, 0, {});

  for (std::size_t arm = 2; arm < result.arms.size(); ++arm) {
    EXPECT_EQ(enrolled_first_year(result, arm), enrolled_first_year(result, 1)) << arm;
  }
  EXPECT_NEAR(static_cast<double>(enrolled_first_year(result, 1)), 0.4 * 600, 50);
  for (const EnrolledShare& share : result.enrolment) EXPECT_EQ(share.share, 0.4);
}

TEST(SameFamilies, AreAsManyAsTheNarrowestStrategyTakesUnlessSaid) {
  const Scenario scenario = few_families(Terms::same_families);
  double narrowest = 1;
  for (const Strategy& strategy : scenario.strategies) {
    narrowest = std::min(
        narrowest, own_enrolment_share(strategy.levers, scenario.population.families_per_site));
  }

  const CommonTerms common = on_common_terms(scenario, {});

  ASSERT_LT(narrowest, 1);
  for (const EnrolledShare& share : common.enrolment) EXPECT_EQ(share.share, narrowest);
}

TEST(SameFamilies, NameTheStrategyThatSetsTheirShare) {
  Scenario scenario = few_families(Terms::same_families);
  const auto own = [&](std::size_t number) {
    return own_enrolment_share(strategy_of(scenario, number).levers,
                               scenario.population.families_per_site);
  };
  const auto narrowest = share_set_by(scenario);
  ASSERT_TRUE(narrowest.has_value());
  EXPECT_EQ(on_common_terms(scenario, {}).enrolment[0].share, own(*narrowest));

  scenario.comparison.present_practice = scenario.strategies[*narrowest - 1];
  scenario.comparison.present_practice->levers.intake_share.value /= 2;
  EXPECT_EQ(share_set_by(scenario), scenario.strategies.size() + 1);
  scenario.comparison.enrol = 0.1;
  EXPECT_FALSE(share_set_by(scenario).has_value());
  scenario.comparison = {};
  scenario.comparison.terms = Terms::as_described;
  EXPECT_FALSE(share_set_by(scenario).has_value());
}

TEST(SameFamilies, GiveAStrategyTheSameResultWhateverItStandsBeside) {
  Scenario scenario = few_families(Terms::same_families);
  scenario.comparison.enrol = 0.4;
  Scenario alone = scenario;
  alone.strategies = {scenario.strategies[1]};

  const RunResult beside = run_scenario(scenario, 0, {});
  const RunResult one = run_scenario(alone, 0, {});

  constexpr std::size_t levels = effect_level_names.size();
  for (std::size_t level = 0; level < levels; ++level) {
    EXPECT_EQ(one.counts[1 + level].years, beside.counts[1 + levels + level].years);
  }
}

TEST(AsDescribed, LeavesTheLeversAlone) {
  const test::World world{few_families(Terms::as_described)};

  const RunResult result = run_scenario(world.scenario(), 0, {});

  EXPECT_EQ(result.counts, world.run(test::all_arms(world.scenario())));
}

TEST(SameBudget, IsSpentByEveryStrategyToAFamily) {
  Scenario scenario = few_families(Terms::same_budget);
  scenario.comparison.enrol = 0.3;
  const RunResult result = run_scenario(scenario, 0, {});
  const Appraisal appraisal = appraise(scenario, result);
  const auto spent = [&](std::size_t strategy) {
    return static_cast<double>(
        total(appraisal.strategies[strategy].at(EffectLevel::none).programme_cost, {}));
  };

  EXPECT_EQ(result.enrolment[0].share, 0.3);
  for (std::size_t i = 1; i < scenario.strategies.size(); ++i) {
    const EnrolledShare& share = result.enrolment[i];
    EXPECT_NEAR(share.budget_share, spent(i) / spent(0), 1e-12);
    if (share.share == 1) {
      EXPECT_LE(share.budget_share, 1.0);
    } else {
      EXPECT_NEAR(share.budget_share, 1.0, 0.03) << scenario.strategies[i].id;
    }
  }
}

TEST(SameBudget, FindsTheNearestNumberOfFamilies) {
  const auto by_tens = [](std::uint64_t n) { return static_cast<Ore>((n + 9) / 10 * 1'000 + n); };
  for (const Ore budget : {0, 1, 999, 1'001, 5'050, 33'333, 100'999}) {
    Ore nearest = by_tens(0);
    for (std::uint64_t n = 0; n <= 1'000; ++n) {
      if (std::abs(by_tens(n) - budget) < std::abs(nearest - budget)) nearest = by_tens(n);
    }
    const Ore found = by_tens(families_for(budget, 1'000, by_tens));
    // Half a family's cost is as near as it needs to come.
    EXPECT_LE(std::abs(found - budget), std::abs(nearest - budget) + 600) << budget;
  }
  EXPECT_EQ(families_for(1'000'000'000, 1'000, by_tens), 1'000U);
}

class PresentPractice : public testing::Test {
 protected:
  static Scenario with_present(std::size_t strategy) {
    Scenario scenario = few_families(Terms::same_families);
    scenario.comparison.enrol = 0.4;
    scenario.comparison.present_practice = scenario.strategies[strategy];
    return scenario;
  }
};

TEST_F(PresentPractice, ComparedWithItselfIsExactlyNought) {
  const Scenario scenario = with_present(1);

  const Appraisal appraisal = appraise(scenario, run_scenario(scenario, 0, {}));

  for (const Saving& saving : appraisal.strategies[1].levels) {
    EXPECT_EQ(saving.gross_saving, MoneyTable{appraisal.years});
    EXPECT_EQ(saving.programme_cost, MoneyTable{appraisal.years});
    for (const PairedError& error : saving.error) EXPECT_EQ(error.standard_error.value_or(0), 0);
  }
}

TEST_F(PresentPractice, TakesTheBaselinesPlaceLevelByLevel) {
  const Scenario scenario = with_present(1);
  Scenario plain = scenario;
  plain.comparison.present_practice.reset();
  const RunResult result = run_scenario(scenario, 0, {});

  const Appraisal from_present = appraise(scenario, result);
  const RunResult plain_result = run_scenario(plain, 0, {});
  const Appraisal from_baseline = appraise(plain, plain_result);

  EXPECT_EQ(result.counts[0].years, plain_result.counts[0].years);
  for (const EffectLevel level : {EffectLevel::none, EffectLevel::centre, EffectLevel::strong}) {
    const Saving& own = from_present.strategies[0].at(level);
    const MoneyTable expected = from_baseline.strategies[0].at(level).net_result -
                                from_baseline.strategies[1].at(level).net_result;
    EXPECT_EQ(own.net_result, expected);
  }
}

/// Every shipped strategy on the same families of a small world.
TEST(EveryShippedStrategy, RunsBesideTheOthersAndSavesNothingWithoutEffect) {
  Scenario scenario = load_scenario(test::shipped_scenarios() / "default.toml",
                                    test::shipped_scenarios(), Strategies::all_shipped);
  scenario.population.candidates = 2'000;
  scenario.population.families = 400;
  scenario.draws = 1;  // at its values: what a strategy takes over may be drawn above 0
  for (Margin& margin : scenario.population.margins) margin.fitted = false;

  const RunResult result = run_scenario(scenario, 0, {});
  const Appraisal appraisal = appraise(scenario, result);

  ASSERT_EQ(appraisal.strategies.size(), scenario.strategies.size());
  for (const StrategyAppraisal& strategy : appraisal.strategies) {
    const std::string& id = scenario.strategies[strategy.strategy].id;
    const Saving& none = strategy.at(EffectLevel::none);
    // Without effect nothing is saved but the cases that the strategy's staff take over.
    const Levers& levers = scenario.strategies[strategy.strategy].levers;
    const bool takes_over = levers.takes_over_child_casework.value > 0 ||
                            levers.takes_over_job_casework.value > 0 ||
                            levers.takes_over_adult_casework.value > 0;
    EXPECT_EQ(none.gross_saving == MoneyTable{appraisal.years}, !takes_over) << id;
    EXPECT_GE(total(none.gross_saving, {}), 0) << id;
    EXPECT_GT(total(none.programme_cost, {}), 0) << id;
    EXPECT_NE(strategy.at(EffectLevel::centre).gross_saving, MoneyTable{appraisal.years}) << id;
    EXPECT_GT(total(strategy.at(EffectLevel::strong).net_result, {}),
              total(strategy.at(EffectLevel::centre).net_result, {}))
        << id;
    EXPECT_EQ(enrolled_first_year(result, none.arm), enrolled_first_year(result, 1)) << id;
  }
}

}  // namespace
}  // namespace samspil
