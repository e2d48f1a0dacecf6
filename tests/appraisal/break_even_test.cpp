#include "model/appraisal/break_even.hpp"

#include <gtest/gtest.h>

#include "model/inputs/lever_slots.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

const std::vector<double> at{0, 1, 2, 4};

/// Straight lines from -1, which cross nought at these multipliers.
std::vector<std::vector<double>> crossing_at(const std::vector<double>& roots) {
  std::vector<std::vector<double>> values(at.size());
  for (std::size_t i = 0; i < at.size(); ++i) {
    for (const double root : roots) values[i].push_back(at[i] / root - 1);
  }
  return values;
}

TEST(DrawnRoots, AreThoseOfEachDraw) {
  std::vector<double> roots;
  for (int i = 1; i <= 100; ++i) roots.push_back(0.03 * i);
  const DrawnRoots drawn = drawn_roots(at, crossing_at(roots));
  EXPECT_NEAR(*drawn.p05, 0.15, 1e-9);
  EXPECT_NEAR(*drawn.p50, 1.5, 1e-9);
  EXPECT_NEAR(*drawn.p95, 2.85, 1e-9);
  EXPECT_NEAR(drawn.with_root, 1, 1e-12);
}

TEST(DrawnRoots, OfEqualDrawsAreTheirRoot) {
  const DrawnRoots drawn = drawn_roots(at, crossing_at({1.7, 1.7, 1.7}));
  EXPECT_NEAR(*drawn.p05, 1.7, 1e-9);
  EXPECT_EQ(drawn.p05, drawn.p95);
}

TEST(DrawnRoots, AreNotReachedWhereDrawsNeedMore) {
  const DrawnRoots drawn = drawn_roots(at, crossing_at({1, 2, 5, 6}));
  EXPECT_NEAR(*drawn.p05, 1, 1e-9);
  EXPECT_NEAR(*drawn.p50, 2, 1e-9);
  EXPECT_FALSE(drawn.p95);
  EXPECT_DOUBLE_EQ(drawn.with_root, 0.5);
  EXPECT_DOUBLE_EQ(drawn.below, 0.5);
  EXPECT_DOUBLE_EQ(drawn.above, 0);
}

/// A draw that saves without effect needs none.
TEST(DrawnRoots, AreNoughtWhereADrawSavesThroughout) {
  auto values = crossing_at({1, 1, 1});
  for (auto& draws : values) draws[0] = 2;
  const DrawnRoots drawn = drawn_roots(at, values);
  EXPECT_EQ(drawn.p05, 0);
  EXPECT_NEAR(*drawn.p50, 1, 1e-9);
  EXPECT_NEAR(drawn.above, 1.0 / 3, 1e-12);
}

/// Where more effect costs: who saves without effect needs none, who loses throughout never saves.
TEST(DrawnRoots, OfACurveThatFallsAreNoughtOrNothing) {
  auto values = crossing_at({1, 2, 3, 6});
  for (auto& draws : values) {
    for (double& saved : draws) saved = -saved;
    draws.push_back(-1);
  }
  const DrawnRoots drawn = drawn_roots(at, values);
  EXPECT_EQ(drawn.p05, 0);
  EXPECT_EQ(drawn.p50, 0);
  EXPECT_FALSE(drawn.p95);
  EXPECT_DOUBLE_EQ(drawn.with_root, 0.6);
  EXPECT_DOUBLE_EQ(drawn.above, 0.2);
  EXPECT_DOUBLE_EQ(drawn.below, 0.2);
}

TEST(DrawnRoots, AreNothingWhereEveryDrawLosesAndMoreOfItCosts) {
  const DrawnRoots drawn = drawn_roots(at, {{-1, -2}, {-2, -3}, {-3, -4}, {-4, -5}});
  EXPECT_FALSE(drawn.p05);
  EXPECT_FALSE(drawn.p50);
  EXPECT_FALSE(drawn.p95);
}

TEST(DrawnRoots, OfOneDrawAreItsOwn) {
  EXPECT_NEAR(*drawn_roots(at, crossing_at({3})).p50, 3, 1e-9);
}

TEST(ScaledRatio, IsAPower) {
  for (const double ratio : {0.54, 0.9, 1.0, 1.05, 1.9}) {
    EXPECT_EQ(scaled_ratio(ratio, 1), ratio);
    EXPECT_NEAR(scaled_ratio(ratio, 0), 1, 1e-15);
    EXPECT_NEAR(scaled_ratio(ratio, 2), ratio * ratio, 1e-14);
    EXPECT_NEAR(scaled_ratio(ratio, 1.5) * scaled_ratio(ratio, 0.5), ratio * ratio, 1e-14);
  }
  EXPECT_EQ(scaled_ratio(50, 4), any_hazard_ratio.upper);
  EXPECT_EQ(scaled_ratio(0.01, 400), any_hazard_ratio.lower);
}

/// Two strategies over two years: one whose effects can pay for it, one without any.
Scenario two_strategies() {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 2'000;
  scenario.population.families = 320;
  scenario.years = 2;
  Strategy first = test::bare_strategy(
      scenario, {test::effect_of(Hook::placement_entry, 0.8), test::effect_of(Hook::job_entry, 1.3),
                 test::effect_of(Hook::reunification, 1.2)});
  first.levers.wage.value = 60'000;
  first.levers.meeting_hours.value = 0;
  first.levers.training_once.value = 0;
  Strategy second = test::bare_strategy(scenario, {});
  second.id = "second";
  scenario.strategies = {first, second};
  for (Strategy& strategy : scenario.strategies) {  // made up, so that no range holds the values
    for (const LeverSlot& slot : lever_slots) {
      Quantity& lever = strategy.levers.*slot.quantity;
      lever.low = lever.high = lever.value;
    }
    for (CoreElement& element : strategy.elements) {
      element.fidelity.low = element.fidelity.high = element.fidelity.value;
    }
  }
  return scenario;
}

struct Solved {
  explicit Solved(Scenario described)
      : scenario{std::move(described)},
        ground{scenario, 0, {}},
        all{run_with_draws(scenario, ground, 0, {})},
        found{find_break_even(scenario, ground, all, 0, {})} {}

  Scenario scenario;
  Ground ground;
  RunAndDraws all;
  std::vector<StrategyBreakEven> found;
};

constexpr auto all_public = index_of(Purse::all_public);

TEST(BreakEven, HasTheLevelsOfEffectAsPoints) {
  const Solved solved{two_strategies()};
  const auto net = [&](std::size_t strategy, EffectLevel level) {
    for (std::size_t arm = 1; arm < solved.all.central.arms.size(); ++arm) {
      const Arm& one = solved.all.central.arms[arm];
      if (one.strategy != strategy + 1 || one.level != level) continue;
      return as_kroner(static_cast<Ore>(solved.all.central.counts[arm].moments[0].saving));
    }
    return 0.0;
  };
  for (std::size_t s = 0; s < 2; ++s) {
    const auto& of = solved.found[s];
    EXPECT_EQ(of.of(Axis::effects).net[all_public][0], net(s, EffectLevel::none));
    EXPECT_EQ(of.of(Axis::effects).net[all_public][2], net(s, EffectLevel::centre));
    EXPECT_EQ(of.of(Axis::work).net[all_public][0], net(s, EffectLevel::none));
    EXPECT_EQ(of.of(Axis::caseload).net[all_public][1], net(s, EffectLevel::centre));
    EXPECT_EQ(of.of(Axis::duration).net[all_public][2], net(s, EffectLevel::centre));
    EXPECT_TRUE(of.drawn.empty());
  }
}

TEST(BreakEven, IsWhereTheNetResultIsNoughtWhenLived) {
  Scenario scenario = two_strategies();
  scenario.population.families = 2'000;  // of few, every event is a step of the curve
  const Solved solved{scenario};
  const StrategyBreakEven& first = solved.found[0];
  ASSERT_EQ(first.of(Axis::effects).roots[all_public].kind, RootKind::one);
  ASSERT_TRUE(first.check);
  // The same chance as the curve's: what is left is the curve between its points.
  const auto& curve = first.of(Axis::effects).net[all_public];
  EXPECT_LT(std::abs(first.check->net[all_public]), 0.03 * (curve.back() - curve.front()));
  EXPECT_GT(first.check->people->placement_years, 0);
  double departments = 0;
  for (std::size_t b = first_department_budget; b < budget_count; ++b) {
    departments += first.check->net[b];
  }
  EXPECT_NEAR(departments, first.check->net[index_of(Purse::municipality)], 10);
}

/// Its programme is paid, and no multiplier moves anything.
TEST(BreakEven, OfAStrategyWithoutEffectsIsNone) {
  const Solved solved{two_strategies()};
  const StrategyBreakEven& second = solved.found[1];
  for (const Axis axis : {Axis::effects, Axis::work, Axis::placement}) {
    const BreakEvenCurve& curve = second.of(axis);
    EXPECT_EQ(curve.roots[all_public].kind, RootKind::below);
    EXPECT_EQ(curve.roots[index_of(Purse::state)].kind, RootKind::nothing);
    for (const double net : curve.net[all_public]) EXPECT_EQ(net, curve.net[all_public][0]);
  }
  EXPECT_FALSE(second.check);
  EXPECT_TRUE(second.ratios.empty());
  const auto& caseload = second.of(Axis::caseload).net[all_public];
  for (std::size_t i = 1; i < caseload.size(); ++i) EXPECT_GT(caseload[i], caseload[i - 1]);
}

TEST(BreakEven, OfAStrategyThatIsTheBaselineIsNone) {
  Scenario scenario = two_strategies();
  scenario.comparison.terms = Terms::as_described;
  for (Strategy& strategy : scenario.strategies) strategy.levers.intake_share.value = 0;
  const Solved solved{scenario};
  for (const StrategyBreakEven& of : solved.found) {
    for (const BreakEvenCurve& curve : of.curves) {
      for (const Root& root : curve.roots) EXPECT_EQ(root.kind, RootKind::nothing);
      EXPECT_TRUE(curve.people.empty());
    }
    EXPECT_FALSE(of.check);
  }
}

/// One kind of effect alone leaves the others out: a strategy of one kind is its own curve.
TEST(BreakEven, OfOneKindOfEffectIsThatOfAllWhereThereIsNoOther) {
  Scenario scenario = two_strategies();
  scenario.strategies[0].effects = {test::effect_of(Hook::placement_entry, 0.8)};
  scenario.strategies[1].effects = {test::effect_of(Hook::job_entry, 1.3)};
  const Solved solved{scenario};
  const auto& first = solved.found[0];
  EXPECT_EQ(first.of(Axis::placement).net[all_public][2],
            first.of(Axis::effects).net[all_public][6]);
  EXPECT_EQ(first.of(Axis::work).net[all_public][3], first.of(Axis::effects).net[all_public][0]);
  const auto& second = solved.found[1];
  EXPECT_EQ(second.of(Axis::work).net[all_public][2], second.of(Axis::effects).net[all_public][6]);
  EXPECT_EQ(second.of(Axis::placement).net[all_public][3],
            second.of(Axis::effects).net[all_public][0]);
}

TEST(BreakEven, SolvesForWhatIsExpectedOfPeople) {
  Scenario scenario = two_strategies();
  scenario.expect = Expectation{4, 2};
  const Solved solved{scenario};
  const ExpectedEffect& reached = *solved.found[0].expect;
  ASSERT_EQ(reached.root.kind, RootKind::one);
  EXPECT_NEAR(reached.lived->expected, 4, 1);
  EXPECT_EQ(reached.lived->multiplier, *reached.root.at);
  const ExpectedEffect& missed = *solved.found[1].expect;
  EXPECT_EQ(missed.root.kind, RootKind::below);
  EXPECT_FALSE(missed.lived);
}

/// Draws of arms beside the levels leave the levels' draws alone, and are theirs where no effect
/// tells them apart.
TEST(BreakEven, HasDrawsBesideThoseOfTheLevels) {
  Scenario scenario = two_strategies();
  scenario.draws = 3;
  const Solved solved{scenario};
  const RunResult& draws = *solved.all.draws;
  const RunResult& varied = *solved.all.varied_draws;
  ASSERT_EQ(varied.arms.size(), 5U);
  ASSERT_EQ(draws.arms.size(), 9U);
  EXPECT_EQ(varied.counts[0].moments, draws.counts[0].moments);
  for (std::size_t run = 0; run < 3; ++run) {
    for (const std::size_t arm : {2U, 4U}) {  // the second strategy's, which has no effects
      EXPECT_EQ(varied.savings[run * 5 + arm], draws.savings[run * 9 + 5]) << run;
    }
  }
  const auto& drawn = solved.found[0].drawn;
  ASSERT_EQ(drawn.size(), budget_count);
  EXPECT_NEAR(drawn[all_public]->with_root + drawn[all_public]->above + drawn[all_public]->below, 1,
              1e-12);
  EXPECT_FALSE(solved.found[1].drawn[index_of(Purse::state)]);

  scenario.break_even = false;
  EXPECT_FALSE(run_with_draws(scenario, solved.ground, 0, {}).varied_draws);
}

/// Where strategies are compared with one as present practice, a copy of it breaks even nowhere:
/// both are varied alike.
TEST(BreakEven, BesidePresentPracticeVariesItsEffectsToo) {
  Scenario scenario = two_strategies();
  scenario.comparison.present_practice = scenario.strategies[0];
  const Solved solved{scenario};
  for (const Axis axis : {Axis::effects, Axis::work, Axis::placement}) {
    for (const Root& root : solved.found[0].of(axis).roots) {
      EXPECT_EQ(root.kind, RootKind::nothing);
    }
  }
  EXPECT_NE(solved.found[0].of(Axis::caseload).roots[all_public].kind, RootKind::nothing);
}

}  // namespace
}  // namespace samspil
