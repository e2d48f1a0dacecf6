#include "model/appraisal/cohort.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "model/appraisal/placement_year.hpp"
#include "model/core/statistics.hpp"
#include "model/costs/family_account.hpp"
#include "model/inputs/distribution.hpp"
#include "model/inputs/quantile.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

/// A standard normal number of its own for every key.
double normal(std::uint32_t a, std::uint64_t b) {
  const double u = uniform(keyed_block({17, a}, Identity{b}, 0, BlockNumber{0})[0]);
  return quantile(Distribution{DistributionKind::normal, {0, 1}},
                  std::min(std::max(u, 1e-9), 1 - 1e-9));
}

/// Draws of spread `inputs`, each with cohorts of spread `luck` about it.
std::vector<double> values_of(const CohortPlan& plan, double middle, double inputs, double luck) {
  std::vector<double> values;
  for (std::uint32_t d = 0; d < plan.draws; ++d) {
    const double draw = middle + inputs * normal(d, 0);
    for (std::uint32_t i = 0; i < plan.per_draw; ++i) {
      values.push_back(draw + luck * normal(d, i + 1));
    }
  }
  return values;
}

TEST(CohortVariance, IsThatOfTwoSamplesByHand) {
  const CohortPlan plan{40, 40, 1, 2, 2};
  // Means 2 and 9, within 2 and 8: W = 5, B = 24.5, inputs = 24.5 - 5 / 2.
  const CohortVariance variance = cohort_variance({1, 3, 7, 11}, plan);
  EXPECT_DOUBLE_EQ(variance.luck, 5);
  EXPECT_DOUBLE_EQ(variance.inputs, 22);
  EXPECT_EQ(cohort_variance({1, 3, 1, 3}, plan).inputs, 0);  // below nought
  const CohortPlan at_values{40, 40, 1, 1, 4};
  EXPECT_DOUBLE_EQ(cohort_variance({1, 3, 7, 11}, at_values).luck, 59.0 / 3);
  EXPECT_EQ(cohort_variance({1, 3, 7, 11}, at_values).inputs, 0);
}

TEST(CohortVariance, TellsLuckFromTheInputs) {
  const CohortPlan plan{40, 40, 1, 2'000, 5};
  const CohortVariance variance = cohort_variance(values_of(plan, 7, 3, 4), plan);
  // Relative errors of variances: sqrt(2 / degrees of freedom).
  EXPECT_NEAR(variance.luck, 16, 5 * 16 * std::sqrt(2.0 / 8'000));
  EXPECT_NEAR(variance.inputs, 9, 5 * (9 + 16 / 5.0) * std::sqrt(2.0 / 2'000));
}

TEST(CohortAmount, HoldsNineTenthsOfTheCohorts) {
  const CohortPlan plan{40, 40, 1, 1'000, 4};
  const std::vector<double> values = values_of(plan, 7, 3, 4);
  const CohortAmount amount = amount_of(values, plan);
  int inside = 0;
  for (const double value : values) inside += value > amount.p05 && value <= amount.p95;
  EXPECT_EQ(inside, 3'600);
  EXPECT_NEAR(amount.p95, 7 + 1.645 * 5, 5 * 0.2);
  EXPECT_NEAR(*amount.luck_share, 16.0 / 25, 0.05);
  EXPECT_NEAR(amount.luck_sd, 4, 0.25);
  EXPECT_NEAR(amount.monte_carlo_error, std::sqrt((9 + 16 / 4.0) / 1'000), 0.02);
}

/// Of many families some are lived: their luck, and it alone, is made that of all.
TEST(CohortAmount, OfManyFamiliesHasTheLuckOfAsMany) {
  const CohortPlan plan{5'400, 600, 15, 2'000, 5};
  const std::vector<double> values = values_of(plan, 7, 3, 4);
  const std::vector<double> scaled = scaled_to_cohort(values, plan);
  const CohortVariance variance = cohort_variance(values, plan);
  EXPECT_NEAR(cohort_variance(scaled, plan).whole(), variance.inputs + variance.luck / 9, 1e-9);
  EXPECT_NEAR(mean_of(scaled), mean_of(values), 1e-9);
  EXPECT_NEAR(amount_of(values, plan).luck_sd, std::sqrt(variance.luck) / 3, 1e-9);
  EXPECT_NEAR(*amount_of(values, plan).luck_share, 16.0 / 9 / (9 + 16.0 / 9), 0.03);
}

TEST(CohortConcentration, IsWhatTheDearestFamiliesCarry) {
  std::vector<Ore> costs(100, 100'00);
  for (std::size_t i = 40; i < 45; ++i) costs[i] = 2'000'00;
  const CohortConcentration of = concentration_of(costs);
  EXPECT_DOUBLE_EQ(of.mean, 195);
  EXPECT_DOUBLE_EQ(of.dearest_mean, 2'000);
  EXPECT_DOUBLE_EQ(*of.share, 10'000.0 / 19'500);
  EXPECT_FALSE(concentration_of({-5, 2, 3}).share);
  EXPECT_DOUBLE_EQ(*concentration_of({300}).share, 1);
}

/// Cohorts whose municipality pays what a function says, all else nought.
CohortRuns made_up(const CohortPlan& plan, std::size_t years, const auto& cost) {
  CohortRuns runs;
  runs.plan = plan;
  runs.arms = {{0, EffectLevel::none, 0}, {1, EffectLevel::none, 0}, {1, EffectLevel::centre, 0}};
  runs.years = years;
  for (std::uint64_t cohort = 0; cohort < plan.cohorts(); ++cohort) {
    for (std::size_t arm = 0; arm < runs.arms.size(); ++arm) {
      for (std::size_t year = 1; year <= years; ++year) {
        BudgetCosts costs{};
        costs[index_of(Purse::municipality)] = cost(cohort, arm, year);
        runs.costs.insert(runs.costs.end(), costs.begin(), costs.end());
      }
    }
  }
  runs.single_families.resize(20);
  return runs;
}

StrategyCohort appraised(const CohortRuns& runs) {
  const Scenario scenario = test::shipped_scenario();
  RunResult run;
  run.counts.resize(1);
  run.population.families = run.population.target_adults = 1;
  return appraise_cohorts(runs, {0, 1, {}, {}}, run, scenario.catalogue).strategies.at(0);
}

/// Luck alone differs, and the effect is the same for all: the families that it takes have a closed
/// form, N (1.645 sd / effect)², the sd of years that are independent growing by their root.
TEST(CohortResult, SaysHowManyFamiliesItTakesToSeeTheEffect) {
  const CohortPlan plan{40, 40, 1, 1, 4'000};
  constexpr Ore krone = 100, effect = 30 * krone, programme = 7 * krone;
  const CohortRuns runs =
      made_up(plan, 3, [&](std::uint64_t cohort, std::size_t arm, std::size_t year) {
        const auto luck =
            static_cast<Ore>(50 * krone * normal(static_cast<std::uint32_t>(year), cohort));
        return 1'000 * krone + luck + (arm > 0 ? programme : 0) - (arm == 2 ? effect : 0);
      });
  const CohortResult result = appraised(runs).budgets[index_of(Purse::municipality)];
  for (std::size_t year = 1; year <= 3; ++year) {
    const auto t = static_cast<double>(year);
    EXPECT_NEAR(result.effect[year - 1], 30 * t, 1e-9);
    const double errors = 1.645 * 50 * std::sqrt(t) / (30 * t);
    EXPECT_NEAR(*result.families_to_see[year - 1] / (40 * errors * errors), 1, 0.12);
  }
  EXPECT_FALSE(result.seen_in_year);  // 301, 150 and 100 families
  EXPECT_NEAR(result.in_all.mean, 69, 1e-9);
  EXPECT_NEAR(result.in_all.p05, result.in_all.p95, 1e-9);  // by the same chance with and without
  EXPECT_EQ(result.probability_of_saving, 1);
  EXPECT_EQ(result.probability_of_loss, 0);
  EXPECT_EQ(result.probability_better_than_no_effect, 1);
  EXPECT_NEAR(result.accounts.year_to_year_sd.at(0), 50 * std::sqrt(2.0), 4);
  EXPECT_NEAR(result.accounts.in_all.luck_sd, 50 * std::sqrt(3.0), 4);
}

TEST(CohortResult, IsSeenOnceTheEffectIsLargeAndIsPaidBackWhereItIs) {
  const CohortPlan plan{40, 40, 1, 1, 400};
  const auto cost = [](std::uint64_t cohort, std::size_t arm, std::size_t year) -> Ore {
    const Ore luck = cohort % 2 == 0 ? 100 : -100;
    if (arm == 0) return 10'000 + luck;
    // Half of the cohorts are paid back in the second year, half never.
    if (arm == 1 || year == 1) return 10'500 + luck;
    return 9'900 - 10 * luck + luck - 1;
  };
  const CohortResult result =
      appraised(made_up(plan, 2, cost)).budgets[index_of(Purse::municipality)];
  EXPECT_DOUBLE_EQ(result.payback_probability[0], 0);
  EXPECT_DOUBLE_EQ(result.payback_probability[1], 0.5);
  EXPECT_DOUBLE_EQ(result.probability_of_saving, 0.5);
  EXPECT_FALSE(result.families_to_see[0]);  // no effect in the first year
}

TEST(CohortResult, TellsNoFamiliesWhereTheEffectIsNotToldFromNought) {
  const CohortPlan plan{40, 40, 1, 1, 100};
  const CohortResult result =
      appraised(made_up(plan, 1, [](std::uint64_t cohort, std::size_t arm, std::size_t) -> Ore {
        return 1'000 + (arm == 2 ? (cohort % 2 == 0 ? 99 : -100) : 0);
      })).budgets[index_of(Purse::municipality)];
  EXPECT_NEAR(result.effect[0], 0.005, 1e-12);
  EXPECT_FALSE(result.families_to_see[0]);
}

/// One child placed all year costs what a family's account of the same says.
TEST(PlacementYear, CostsWhatAFamilysAccountSays) {
  const Catalogue& catalogue = test::shipped_scenario().catalogue;
  for (const auto& [place, service] :
       {std::pair{Place::foster, Service::foster_family},
        std::pair{Place::institution, Service::residential_institution},
        std::pair{Place::secure, Service::secure_unit}}) {
    FamilyCase family;
    family.years = 1;
    family.members = {{"child", MemberKind::child, std::string{common_household}, 10.0}};
    FamilySpell spell;
    spell.service = service;
    spell.last_week = 52;
    family.spells = {spell};
    const AccountSum sum = account_of(family, catalogue).total.all;
    const PlacementYear year = placement_year(catalogue, place);
    EXPECT_NEAR(year.municipality, as_kroner(sum.of(Payer::municipality)), 1)
        << place_names[index_of(place)];
    EXPECT_NEAR(year.all_public, as_kroner(sum.of_public()), 1);
    EXPECT_GT(year.municipality, 100'000);
  }
  EXPECT_EQ(placement_year(catalogue, Place::home).all_public, 0);
}

}  // namespace
}  // namespace samspil
