// An arm among others in lanes is the arm alone, whatever stands beside it and whoever computes it.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

std::int64_t take_work(std::vector<ArmCounts>& arms) {
  std::int64_t simulated = 0;
  for (ArmCounts& arm : arms) simulated += test::take_work(arm.years);
  return simulated;
}

/// Families are enrolled and leave in different years, some never, and some are harmed.
Scenario with_few_places() {
  Scenario scenario = test::small_scenario();
  scenario.mechanisms.fill(true);
  for (Strategy& strategy : scenario.strategies) {
    Levers& levers = strategy.levers;
    levers.intake_share.value = 0.6;
    levers.consent_share.value = 0.8;
    levers.capacity_per_site.value = 6;
    levers.duration_years.value = 1.3;
    levers.exit_rate_withdrawn.value = 0.4;
    levers.harm_share.value = 0.2;
  }
  return scenario;
}

void expect_each_arm_as_alone(const Scenario& scenario) {
  const test::World world{scenario};
  const std::vector<Arm> arms = test::all_arms(world.scenario());
  auto together = world.run(arms);
  const std::int64_t simulated = take_work(together);
  std::int64_t delivered = 0;
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    SCOPED_TRACE(arm);
    auto alone = world.run({arms[arm]});
    delivered += take_work(alone);
    EXPECT_EQ(together[arm].years, alone[0].years);
  }
  EXPECT_LT(simulated, delivered);  // arms without effect are not lived again
  EXPECT_GT(2 * simulated, delivered);
}

TEST(Lanes, LiveEachArmAsAloneWhereFamiliesWaitForAPlace) {
  expect_each_arm_as_alone(with_few_places());
}

TEST(Lanes, LiveEachArmAsAloneWhereEveryFamilyIsReached) {
  Scenario scenario = with_few_places();
  for (Strategy& strategy : scenario.strategies) {
    strategy.levers.capacity_per_site.value = 0;
    strategy.levers.spill_over.value = 0.3;
  }
  scenario.catalogue.law.rollout = Rollout::national;
  expect_each_arm_as_alone(scenario);
}

TEST(Lanes, DoNotDependOnTheOrderOfTheArms) {
  const test::World world{with_few_places()};
  std::vector<Arm> arms = test::all_arms(world.scenario());
  auto forth = world.run(arms);
  std::reverse(arms.begin(), arms.end());
  auto back = world.run(arms);
  std::reverse(back.begin(), back.end());
  take_work(forth);
  take_work(back);
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    EXPECT_EQ(forth[arm].years, back[arm].years) << arm;
  }
}

/// More distinct arms than lanes: in groups, each of its own width.
TEST(Lanes, AreAsManyAsThereAreDistinctArms) {
  const test::World world{with_few_places()};
  std::vector<Arm> arms{{0, EffectLevel::none}};
  for (int i = 1; i <= 18; ++i) {
    Arm arm{1, EffectLevel::centre};
    arm.variation.effects = 0.1 * i;
    arms.push_back(arm);
  }
  auto together = world.run(arms);
  take_work(together);
  for (const std::size_t arm : {0U, 1U, 15U, 16U, 18U}) {
    SCOPED_TRACE(arm);
    auto alone = world.run({arms[arm]});
    take_work(alone);
    EXPECT_EQ(together[arm].years, alone[0].years);
  }
}

/// A thread keeps its memory from draw to draw, in which other arms may be alike.
TEST(Lanes, HaveRoomInADrawWithMoreDistinctArmsThanTheFirst) {
  const test::World world{with_few_places()};
  const std::vector<Arm> arms = test::all_arms(world.scenario());
  const std::vector<Arm> without_effect(arms.size(), Arm{0, EffectLevel::none});
  FamilyModel model = world.model(400, arms);
  const auto live = [&](FamilyModel::Scratch& scratch) {
    FamilyModel::Tally tally = model.make_tally();
    model.make_block(scratch, 0, 1);
    model.run_draw(scratch, 0, tally);
    return tally;
  };
  model.take_draws(0, 1, {model_inputs(world.scenario(), without_effect)});
  FamilyModel::Scratch kept = model.make_scratch();
  model.take_draws(0, 1, {model_inputs(world.scenario(), arms)});
  FamilyModel::Scratch own = model.make_scratch();
  EXPECT_LT(kept.site.people.size(), own.site.people.size());
  EXPECT_EQ(live(kept).arms, live(own).arms);
  EXPECT_EQ(kept.site.people.size(), own.site.people.size());
}

TEST(Lanes, AreTheSameWithTheVectorsOfEveryProcessor) {
  if (!is_available(Isa::avx2)) GTEST_SKIP() << "without AVX2 there is one way only";
  const test::World world{with_few_places()};
  const std::vector<Arm> arms = test::all_arms(world.scenario());
  std::vector<std::vector<ArmCounts>> counts;
  for (const Isa isa : {Isa::portable, Isa::avx2}) {
    FamilyModel model = world.model(400, arms);
    std::vector<ModelInputs> inputs{model_inputs(world.scenario(), arms)};
    inputs.front().tables.isa = isa;
    model.take_draws(0, 1, std::move(inputs));
    counts.push_back(test::run_model(model));
  }
  EXPECT_EQ(counts[0], counts[1]);
}

}  // namespace
}  // namespace samspil
