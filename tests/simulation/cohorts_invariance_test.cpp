// Groups of a given number of families: who is in them, and that nothing else has moved.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "model/appraisal/cohort.hpp"
#include "model/words/problem.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

Scenario few(std::uint32_t draws) {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 2'000;
  scenario.strategies.resize(1);
  scenario.years = 2;
  scenario.draws = draws;
  return scenario;
}

TEST(CohortLayout, HasItsFamiliesInSitesOfNearlyEqualSize) {
  for (const std::uint64_t families : {1U, 2U, 39U, 40U, 41U, 58U, 90U, 400U}) {
    const std::uint64_t sites = (families + 39) / 40;
    const CohortLayout layout{families, sites, 40};
    for (std::uint64_t cohort = 0; cohort < 3; ++cohort) {
      std::uint64_t all = 0, least = 40, most = 0;
      for (std::uint64_t site = 0; site < sites; ++site) {
        std::uint64_t size = 0;
        for (std::uint64_t i = 0; i < 40; ++i) {
          size += layout.has((cohort * sites + site) * 40 + i) ? 1U : 0U;
        }
        all += size;
        least = std::min(least, size);
        most = std::max(most, size);
      }
      EXPECT_EQ(all, families);
      EXPECT_LE(most - least, 1U);
    }
  }
}

/// As many families of year 1 as asked for, each a person of the pool by its own draw.
TEST(Cohorts, HaveAsManyFamiliesAsAskedForAndOthersInEach) {
  const test::World world{few(1)};
  FamilyModel model{world.scenario(), world.pool(), world.draw(), 1, {Arm{}}};
  model.form_cohorts({58, 2, 40}, 30);
  ASSERT_EQ(model.sites(), 60U);
  FamilyModel::Scratch scratch = model.make_scratch();
  std::set<Identity> all;
  for (std::uint64_t cohort = 0; cohort < 30; ++cohort) {
    model.make_block(scratch, 2 * cohort, 2);
    std::size_t families = 0;
    for (const Family& family : scratch.start.families) {
      if (family.state.members == 0) continue;
      ++families;
      EXPECT_TRUE(all.insert(family.id).second);
    }
    EXPECT_EQ(families, 58U);
  }
}

/// Drawn one by one, families differ between groups as chance has it; one after the other from the
/// balanced order they would differ less.
TEST(Cohorts, DifferByTheChanceOfWhichFamiliesTheyHave) {
  const test::World world{few(1)};
  double weight = 0, mean = 0, square = 0;
  for (std::size_t i = 0; i < world.pool().families.size(); ++i) {
    const double w = world.pool().weights[i], n = world.pool().families[i].state.members;
    weight += w;
    mean += w * n;
    square += w * n * n;
  }
  mean /= weight;
  const double variance = square / weight - mean * mean;
  constexpr std::uint64_t cohorts = 2'000, families = 10;
  FamilyModel model{world.scenario(), world.pool(), world.draw(), 1, {Arm{}}};
  model.form_cohorts({families, 1, 40}, cohorts);
  FamilyModel::Scratch scratch = model.make_scratch();
  double sum = 0, squares = 0;
  for (std::uint64_t cohort = 0; cohort < cohorts; ++cohort) {
    model.make_block(scratch, cohort, 1);
    double members = 0;
    for (std::size_t i = 0; i < 40; ++i) members += scratch.start.families[i].state.members;
    sum += members;
    squares += members * members;
  }
  const double between = squares / cohorts - sum / cohorts * (sum / cohorts);
  EXPECT_NEAR(sum / cohorts, families * mean, 5 * std::sqrt(families * variance / cohorts));
  EXPECT_NEAR(between / (families * variance), 1, 5 * std::sqrt(2.0 / cohorts));
}

TEST(Cohorts, DoNotDependOnThreads) {
  const Scenario scenario = few(3);
  const test::World world{scenario};
  const CohortPlan plan{50, 50, 2, 3, 4};
  const CohortRuns one = run_cohorts(scenario, world.pool(), plan, 1, {});
  const CohortRuns three = run_cohorts(scenario, world.pool(), plan, 3, {});
  EXPECT_EQ(one.costs, three.costs);
  EXPECT_EQ(one.single_families, three.single_families);
  EXPECT_EQ(one.costs.size(), 12U * 3 * 2 * budget_count);
  const AgainPlan again{80, 5};
  const FamilyReplicates first = live_families_again(scenario, world.pool(), again, 1, {});
  const FamilyReplicates other = live_families_again(scenario, world.pool(), again, 3, {});
  EXPECT_EQ(first.sums, other.sums);
  EXPECT_EQ(first.groups, other.groups);
}

/// A cohort is the same whoever else is simulated beside it.
TEST(Cohorts, AreTheSameOneByOne) {
  const Scenario scenario = few(1);
  const test::World world{scenario};
  const CohortRuns many = run_cohorts(scenario, world.pool(), {30, 30, 1, 1, 6}, 0, {});
  const CohortRuns few = run_cohorts(scenario, world.pool(), {30, 30, 1, 1, 2}, 0, {});
  const auto whole = static_cast<std::ptrdiff_t>(few.costs.size());
  EXPECT_TRUE(std::equal(few.costs.begin(), few.costs.end(), many.costs.begin()));
  EXPECT_FALSE(
      std::equal(few.costs.begin(), few.costs.begin() + whole / 2, few.costs.begin() + whole / 2));
}

/// In every mean departments are the municipality's, and with region and state they are the public
/// total; years sum to all years.
TEST(Cohorts, HaveBudgetsThatSumToThePublicTotal) {
  const Scenario scenario = few(2);
  const test::World world{scenario};
  const CohortRuns runs = run_cohorts(scenario, world.pool(), {40, 40, 1, 2, 5}, 0, {});
  RunResult run;
  run.counts.resize(1);
  run.population.families = run.population.target_adults = 1;
  const CohortAppraisal all = appraise_cohorts(runs, {0, 1, {}, {}}, run, scenario.catalogue);
  const StrategyCohort& strategy = all.strategies.at(0);
  const auto expect_sums = [](const auto& of) {
    double departments = 0;
    for (std::size_t i = first_department_budget; i < budget_count; ++i) departments += of(i);
    const auto purse = [&](Purse p) { return of(index_of(p)); };
    EXPECT_NEAR(departments, purse(Purse::municipality), 1e-3);
    EXPECT_NEAR(departments + purse(Purse::region) + purse(Purse::state), purse(Purse::all_public),
                1e-3);
  };
  expect_sums([&](std::size_t i) { return strategy.budgets[i].in_all.mean; });
  for (std::size_t year = 0; year < 2; ++year) {
    expect_sums([&](std::size_t i) { return strategy.budgets[i].accounts.yearly[year].mean; });
    expect_sums([&](std::size_t i) { return all.reference[i].yearly[year].mean; });
    expect_sums([&](std::size_t i) { return strategy.budgets[i].effect[year]; });
  }
  for (std::size_t i = 0; i < budget_count; ++i) {
    const CohortAccounts& with = strategy.budgets[i].accounts;
    EXPECT_NEAR(with.yearly[0].mean + with.yearly[1].mean, with.in_all.mean, 1e-3);
    EXPECT_NEAR(all.reference[i].in_all.mean - with.in_all.mean, strategy.budgets[i].in_all.mean,
                1e-3);
  }
}

TEST(CohortPlan, LivesThousandsOfGroupsOfFewAndHundredsOfMany) {
  Scenario scenario = few(200);
  const auto plan = [&](std::uint64_t families) { return cohort_plan(scenario, families); };
  EXPECT_EQ(plan(1).cohorts(), 4'000U);
  EXPECT_EQ(plan(40).cohorts(), 4'000U);
  EXPECT_EQ(plan(58).sites, 2U);
  EXPECT_EQ(plan(400).cohorts(), 600U);
  EXPECT_EQ(plan(400).lived, 400U);
  EXPECT_EQ(plan(10'000).lived, 600U);
  EXPECT_EQ(plan(10'000).cohorts(), 400U);
  EXPECT_EQ(plan(10'000).draws, 200U);
  scenario.draws = 1'000;
  EXPECT_EQ(plan(40).draws, 200U);
  scenario.draws = 1;
  EXPECT_EQ(plan(40).per_draw, 4'000U);
  scenario.strategies.resize(300, scenario.strategies.front());
  scenario.years = 20;
  EXPECT_THROW(plan(40), InputError);
}

TEST(CohortPlan, IsOfAsManyFamiliesAsHaveTheParents) {
  Scenario scenario = few(1);
  const test::World world{scenario};
  const PopulationFit fit = fit_of(world.pool(), scenario.population, world.draw(),
                                   {scenario.seed, 0}, scenario.population.families);
  scenario.cohort = CohortSize{0, static_cast<std::uint32_t>(fit.target_adults)};
  EXPECT_EQ(families_of_cohort(scenario, world.pool()), scenario.population.families);
  scenario.cohort->parents = 1;
  EXPECT_EQ(families_of_cohort(scenario, world.pool()), 1U);
  scenario.cohort->parents = static_cast<std::uint32_t>(fit.target_adults) + 1;
  EXPECT_THROW(families_of_cohort(scenario, world.pool()), InputError);
  scenario.cohort = CohortSize{17, 0};
  EXPECT_EQ(families_of_cohort(scenario, world.pool()), 17U);
}

/// What no effect touches is the same by the same chance: nobody is worse off. What keeps parents
/// out of work sets them back.
TEST(FamiliesLivedAgain, AreSetBackByWhatHarmsThemAlone) {
  Scenario scenario = few(1);
  scenario.comparison = {};
  scenario.comparison.terms = Terms::as_described;
  scenario.strategies = {test::bare_strategy(scenario, {}),
                         test::bare_strategy(scenario, {test::effect_of(Hook::job_entry, 0.1)})};
  scenario.strategies[1].id = "harmful";
  const test::World world{scenario};
  const FamilyReplicates again = live_families_again(scenario, world.pool(), {200, 40}, 0, {});
  ASSERT_EQ(again.families(), 200U);
  const WorseOffShare none = *worse_off(again, 0, FamilyOutcome::work_days).all;
  EXPECT_EQ(none.mean, 0);
  EXPECT_EQ(none.share, 0);
  const WorseOffShare harmed = *worse_off(again, 1, FamilyOutcome::work_days).all;
  EXPECT_GT(harmed.families, 100U);  // those with a child
  EXPECT_LT(harmed.mean, 0);
  EXPECT_GT(harmed.share, 0);
  EXPECT_EQ(harmed.better_told_apart, 0);
}

TEST(FamilyGroups, AreByWhoTheyAreWhenYearOneBegins) {
  std::vector<Person> people(3);
  for (Person& person : people) person.presence = Presence::present;
  people[0].birth_year = 1985;
  people[0].status = LabourStatus::cash_benefit;
  people[1].role = people[2].role = Role::child;
  people[1].birth_year = 2010;
  people[2].birth_year = 2019;
  people[1].place = Place::foster;
  const auto has = [&](FamilyGroup group) {
    return (groups_of(people, 2023) >> index_of(group) & 1U) != 0;
  };
  EXPECT_TRUE(has(FamilyGroup::youngest_0_5) && has(FamilyGroup::placed) &&
              has(FamilyGroup::on_benefits) && has(FamilyGroup::one_adult));
  people[2].presence = Presence::left;
  people[1].place = Place::home;
  people[0].status = LabourStatus::ordinary_job;
  people.push_back(people[0]);
  EXPECT_TRUE(has(FamilyGroup::youngest_13_17) && has(FamilyGroup::none_placed) &&
              has(FamilyGroup::none_on_benefits) && has(FamilyGroup::two_adults));
  people.back().household = 1;
  EXPECT_TRUE(has(FamilyGroup::one_adult));
}

}  // namespace
}  // namespace samspil
