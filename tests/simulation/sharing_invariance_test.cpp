// A life taken from the first arm is the life that the arm would have lived.
#include <gtest/gtest.h>

#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

struct Work {
  std::int64_t simulated = 0;
  std::int64_t delivered = 0;
};

/// Takes the work done out of the counts, which is all that sharing may change.
Work take_work(std::vector<ArmCounts>& arms) {
  Work work;
  for (ArmCounts& arm : arms) {
    for (YearCounts& year : arm.years) {
      work.simulated += year.work.simulated;
      work.delivered += year.person_years;
      year.work = {};
    }
  }
  return work;
}

/// Lives every family in every arm, then shares what can be shared; returns the share simulated.
double expect_same_counts(const Scenario& scenario) {
  const test::World world{scenario};
  const std::vector<Arm> arms = test::all_arms(world.scenario());
  auto each = world.run(arms, Sharing::off);
  auto shared = world.run(arms, Sharing::on);

  const Work all = take_work(each);
  const Work some = take_work(shared);

  EXPECT_EQ(shared, each);
  EXPECT_EQ(all.simulated, all.delivered);
  EXPECT_EQ(some.delivered, all.delivered);
  return static_cast<double>(some.simulated) / static_cast<double>(all.simulated);
}

/// A place a year is free, so that families are touched in different years and some never.
Scenario with_few_places() {
  Scenario scenario = test::small_scenario();
  scenario.draws = 2;
  scenario.mechanisms.fill(true);
  for (Strategy& strategy : scenario.strategies) {
    Levers& levers = strategy.levers;
    levers.intake_share.value = 0.6;
    levers.consent_share.value = 0.8;
    levers.capacity_per_site.value = 6;
    levers.duration_years.value = 1.3;
    levers.exit_rate_withdrawn.value = 0.4;
    levers.spill_over.value = 0;
  }
  return scenario;
}

TEST(Sharing, GivesTheSameCountsWhereFamiliesWaitForAPlace) {
  const double share = expect_same_counts(with_few_places());

  EXPECT_GT(share, 0.1);
  EXPECT_LT(share, 0.5);
}

TEST(Sharing, GivesTheSameCountsWhereEveryFamilyIsReached) {
  Scenario scenario = with_few_places();
  for (Strategy& strategy : scenario.strategies) strategy.levers.spill_over.value = 0.3;

  expect_same_counts(scenario);
}

TEST(Sharing, GivesTheSameCountsUnderTheBudgetGuarantee) {
  Scenario scenario = with_few_places();
  scenario.catalogue.law.rollout = Rollout::national;

  expect_same_counts(scenario);
}

TEST(Sharing, IsNoneWhereTheFirstArmHasEffects) {
  const test::World world{with_few_places()};
  const std::vector<Arm> arms{{1, EffectLevel::centre}, {0, EffectLevel::none}};

  EXPECT_EQ(world.run(arms, Sharing::on), world.run(arms, Sharing::off));
}

}  // namespace
}  // namespace samspil
