// Who is offered a place: nobody else is enrolled, and who is asked for anyway changes nothing.
#include <gtest/gtest.h>

#include "model/appraisal/saving.hpp"
#include "model/simulation/common_terms.hpp"
#include "model/words/problem.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

Scenario few_families() {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 1'500;
  scenario.population.families = 400;
  scenario.strategies.resize(2);
  scenario.comparison = {};
  scenario.comparison.enrol = 1;
  return scenario;
}

std::int64_t enrolled(const RunResult& result, std::size_t arm) {
  return result.counts[arm].years[0].outcomes[index_of(Outcome::enrolled_families)];
}

/// Position of the first strategy's arm whose programme has no effect, and of the second's.
constexpr std::size_t first_arm = 1, second_arm = 5;

TEST(Eligibility, ChangesNothingWhereItIsEveryFamily) {
  Scenario scenario = few_families();
  const RunResult described = run_scenario(scenario, 0, {});
  scenario.comparison.eligible = Eligibility{};
  const RunResult named = run_scenario(scenario, 0, {});
  EXPECT_EQ(described.counts, named.counts);
  EXPECT_TRUE(described.eligible.empty());
  ASSERT_EQ(named.eligible.size(), 2U);
}

TEST(Eligibility, EnrolsAllWhoAreEligibleAndNobodyElse) {
  Scenario scenario = few_families();
  for (const Eligibility& wanted : {Eligibility{.children = 2}, Eligibility{.placed = true},
                                    Eligibility{.joint_cases = true}, Eligibility{.age_to = 5}}) {
    scenario.comparison.eligible = wanted;
    const RunResult result = run_scenario(scenario, 0, {});
    EXPECT_LT(result.eligible[0], 400U);
    // Some begin no day of the year before somebody is in their post.
    EXPECT_LE(enrolled(result, first_arm), static_cast<std::int64_t>(result.eligible[0]));
    EXPECT_GE(enrolled(result, first_arm), static_cast<std::int64_t>(result.eligible[0] * 3 / 4));
    EXPECT_EQ(result.eligible[0], result.eligible[1]);
  }
}

TEST(Eligibility, LeavesWhoIsNotEligibleAsTheyWere) {
  Scenario scenario = few_families();
  for (Strategy& strategy : scenario.strategies) strategy.levers.spill_over.value = 0;
  const test::World world{scenario};
  scenario.comparison.eligible = Eligibility{.placed = true};
  const FamilyModel model{scenario, world.pool(), world.draw(), 400, test::all_arms(scenario)};
  const test::Lives without = test::lives_of(model, scenario, 0);
  const test::Lives with = test::lives_of(model, scenario, 2);
  std::size_t never = 0;
  for (std::size_t family = 0; family < with.families.size(); ++family) {
    if (with.families[family].family[0].enrolment != Enrolment::never) continue;
    ++never;
    EXPECT_EQ(with.families[family].people, without.families[family].people) << family;
  }
  EXPECT_GT(never, 100U);
}

TEST(Eligibility, OfAStrategyActsWhereStrategiesAreAsTheyAreDescribed) {
  Scenario scenario = few_families();
  scenario.strategies[0].eligible.reset();
  scenario.strategies[1].eligible = Eligibility{.children = 3};
  const RunResult common = run_scenario(scenario, 0, {});
  EXPECT_TRUE(common.eligible.empty());
  EXPECT_EQ(enrolled(common, first_arm), enrolled(common, second_arm));

  scenario.comparison.enrol = 0;
  scenario.comparison.terms = Terms::as_described;
  const RunResult described = run_scenario(scenario, 0, {});
  ASSERT_EQ(described.eligible.size(), 2U);
  EXPECT_LT(described.eligible[1], described.eligible[0]);
  EXPECT_LE(enrolled(described, second_arm), static_cast<std::int64_t>(described.eligible[1]));
}

TEST(Eligibility, ThatNobodyMeetsIsOneLine) {
  Scenario scenario = few_families();
  scenario.comparison.eligible = Eligibility{.children = 20};
  try {
    run_scenario(scenario, 0, {});
    FAIL() << "a programme for nobody was run";
  } catch (const InputError& error) {
    EXPECT_NE(std::string{error.what()}.find(
                  "eligible: none of the 400 families meets the conditions in the first year"),
              std::string::npos)
        << error.what();
  }
}

}  // namespace
}  // namespace samspil
