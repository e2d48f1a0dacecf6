// Groups of a given number of families: scaled to a family they cost what all families do, and
// other groups lie where it is printed that they do.
#include <gtest/gtest.h>

#include <cmath>

#include "model/appraisal/cohort.hpp"
#include "model/core/statistics.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

Scenario of_one_strategy() {
  Scenario scenario = test::small_scenario();
  scenario.strategies.resize(1);
  scenario.years = 2;
  return scenario;
}

/// Kroner of a cohort over all years in one arm.
std::vector<double> costs(const CohortRuns& runs, std::size_t arm, std::size_t budget) {
  std::vector<double> all;
  for (std::uint64_t c = 0; c < runs.plan.cohorts(); ++c) {
    Ore sum = 0;
    for (int year = 1; year <= static_cast<int>(runs.years); ++year) {
      sum += runs.cost(c, arm, year, budget);
    }
    all.push_back(runs.plan.scale() * as_kroner(sum));
  }
  return all;
}

/// Per family: cost in the baseline, and what the strategy saves.
std::array<Estimate, 2> per_family(const CohortRuns& runs, std::size_t budget) {
  std::vector<double> cost = costs(runs, 0, budget), saved = costs(runs, 2, budget);
  for (std::size_t c = 0; c < cost.size(); ++c) {
    saved[c] = cost[c] - saved[c];
    for (double* one : {&cost[c], &saved[c]}) *one /= static_cast<double>(runs.plan.families);
  }
  return {mean_estimate(cost), mean_estimate(saved)};
}

TEST(Cohorts, CostAFamilyTheSameWhateverTheirNumber) {
  const Scenario scenario = of_one_strategy();
  const test::World world{scenario};
  const std::array plans{CohortPlan{10, 10, 1, 1, 1'200}, CohortPlan{40, 40, 1, 1, 300},
                         CohortPlan{400, 400, 10, 1, 30}, CohortPlan{800, 80, 2, 1, 150}};
  Scenario large = scenario;
  large.population.families = 12'000;
  const RunResult run = run_scenario(large, 0, {}, nullptr, &world.pool());
  const PairedMoments& moments = run.counts[3].moments[index_of(Purse::municipality)];
  const double base = static_cast<double>(moments.base) / 100 / 12'000;
  const double saving = static_cast<double>(moments.saving) / 100 / 12'000;
  ASSERT_EQ(run.arms[3].level, EffectLevel::centre);
  for (const CohortPlan& plan : plans) {
    const CohortRuns runs = run_cohorts(scenario, world.pool(), plan, 0, {});
    ASSERT_EQ(runs.arms[2].level, EffectLevel::centre);
    const auto [cost, saved] = per_family(runs, index_of(Purse::municipality));
    // The run has as many families, but balanced: an error no larger than the cohorts'.
    EXPECT_NEAR(cost.value, base, 5 * std::sqrt(2.0) * cost.error) << plan.families;
    EXPECT_NEAR(saved.value, saving, 5 * std::sqrt(2.0) * saved.error) << plan.families;
    EXPECT_LT(cost.error, 0.05 * base);
  }
}

/// Of 1,000 groups of another seed and other draws 86 to 94 % lie between p5 and p95: the accounts
/// of each year and of all, without and with the effort, and the net result.
TEST(Cohorts, HoldNineTenthsOfOtherGroups) {
  Scenario scenario = of_one_strategy();
  scenario.draws = 200;
  const test::World world{scenario};
  const auto appraised = [&](const CohortRuns& runs) {
    RunResult run;
    run.counts.resize(1);
    run.population.families = run.population.target_adults = 1;
    return appraise_cohorts(runs, {0, 1, {}, {}}, run, scenario.catalogue);
  };
  const CohortAppraisal shown =
      appraised(run_cohorts(scenario, world.pool(), {40, 40, 1, 200, 5}, 0, {}));
  Scenario other = scenario;
  other.seed = 2;
  const CohortRuns held_out = run_cohorts(other, world.pool(), {40, 40, 1, 200, 5}, 0, {});
  const auto covered = [&](const auto& value, const CohortAmount& of) {
    int inside = 0;
    for (std::uint64_t c = 0; c < 1'000; ++c) inside += value(c) >= of.p05 && value(c) <= of.p95;
    return inside;
  };
  const std::size_t purse = index_of(Purse::municipality);
  const auto expect_covered = [&](const auto& value, const CohortAmount& of, const char* what) {
    const int inside = covered(value, of);
    EXPECT_GE(inside, 860) << what;
    EXPECT_LE(inside, 940) << what;
  };
  const auto cost = [&](std::size_t arm, int year) {
    return [&held_out, arm, year, purse](std::uint64_t c) {
      return as_kroner(held_out.cost(c, arm, year, purse));
    };
  };
  const CohortResult& with = shown.strategies.at(0).budgets[purse];
  for (int year = 1; year <= 2; ++year) {
    const auto i = static_cast<std::size_t>(year) - 1;
    expect_covered(cost(0, year), shown.reference[purse].yearly[i], "without");
    expect_covered(cost(2, year), with.accounts.yearly[i], "with");
  }
  const auto before = costs(held_out, 0, purse), after = costs(held_out, 2, purse);
  expect_covered([&](std::uint64_t c) { return after[c]; }, with.accounts.in_all, "all years");
  expect_covered([&](std::uint64_t c) { return before[c] - after[c]; }, with.in_all, "net");
}

}  // namespace
}  // namespace samspil
