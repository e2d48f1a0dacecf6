/// \file
/// What the accounts of a given number of families may show, luck included: over many groups of so
/// many, each with families, chance and a draw of the inputs of its own. How far the expected
/// result may lie from its centre is another question (uncertainty.hpp).
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "model/appraisal/placement_year.hpp"
#include "model/appraisal/worse_off.hpp"
#include "model/simulation/cohorts.hpp"

namespace samspil {

/// What an amount varies by between cohorts [kr.²].
struct CohortVariance {
  double inputs = 0;  ///< The uncertain inputs; 0 with one draw.
  double luck = 0;    ///< Which families one has, and what happens to them.

  double whole() const noexcept { return inputs + luck; }
};

/// Analysis of variance, one way: D draws have R cohorts each; W is the mean over draws of the
/// variance between their cohorts, B the variance of the draws' means. Luck is W, the inputs are
/// B - W / R, and nought where that is below.
///   values [by cohort, those of a draw side by side]
CohortVariance cohort_variance(const std::vector<double>& values, const CohortPlan& plan);

/// An amount over cohorts [kr.].
struct CohortAmount {
  double mean = 0;
  double p05 = 0, p50 = 0, p95 = 0;  ///< 5, 50 and 95 % of the cohorts are no higher.
  double monte_carlo_error = 0;      ///< One standard error of the mean.
  /// Standard deviation between cohorts of the same inputs: groups drawn alike.
  double luck_sd = 0;
  std::optional<double> luck_share;  ///< Of the variance; nothing where there is none.
};

/// Values [kr. of all families asked for] with the luck of as many. Where fewer were lived, only a
/// part f of them, the variance of the luck is 1 / f times too large: then each value is drawn to
/// the mean M, M + sqrt((I + f W) / (I + W)) (y - M), I that of the inputs and W that of the luck.
std::vector<double> scaled_to_cohort(std::vector<double> values, const CohortPlan& plan);

/// Of values as scaled_to_cohort() takes them.
CohortAmount amount_of(const std::vector<double>& values, const CohortPlan& plan);

/// What one arm's accounts show: costs, positive is expenditure.
struct CohortAccounts {
  std::vector<CohortAmount> yearly;
  CohortAmount in_all;
  /// From the second year on: standard deviation, by luck, of the change from the year before.
  std::vector<double> year_to_year_sd;
};

/// Of one budget (site_savings.hpp), centre effect against what it is compared with.
struct CohortResult {
  CohortAmount in_all;  ///< Net result of all years: positive means fewer expenditures.
  double probability_of_saving = 0;
  double probability_of_loss = 0;  ///< Of more expenditures than without.
  double probability_better_than_no_effect = 0;
  std::vector<double> payback_probability;  ///< By year, as BudgetUncertainty.
  CohortAccounts accounts;                  ///< With the effort.
  std::vector<double> effect;  ///< By year, cumulated: what the effect saves, the programme alike.
  /// By year: how many families it takes until the cumulated effect is 1.645 luck_sd of their
  /// cumulated accounts. Nothing where the effect is not told from nought.
  std::vector<std::optional<double>> families_to_see;
  std::optional<int> seen_in_year;  ///< The first year by which the cohort's own number is enough.
};

/// Accounts that lie so many standard deviations from their expectation are met by luck alone, on
/// the effect's side of it, in 5 % of groups (normal distribution).
inline constexpr double errors_to_see = 1.645;

/// What the dearest families carry, in the baseline over all years.
struct CohortConcentration {
  double mean = 0;              ///< Cost of a family [kr.].
  double dearest_mean = 0;      ///< Of one among the dearest.
  std::optional<double> share;  ///< Of all cost; nothing where that is not positive.
};
inline constexpr double dearest_part = 0.05;

/// Of costs of single families [øre].
CohortConcentration concentration_of(std::vector<Ore> costs);

struct StrategyCohort {
  std::array<CohortResult, budget_count> budgets;
  std::array<WorseOff, family_outcome_count> worse_off;
};

struct CohortAppraisal {
  CohortPlan plan;
  double parents = 0;  ///< Adults of the target group that so many families have on average.
  std::array<CohortAccounts, budget_count> reference;  ///< Without the effort.
  std::array<CohortConcentration, purse_count> concentration;
  std::size_t again_families = 0;  ///< Of which it is told who is worse off.
  std::uint32_t again_replicates = 0;
  OneMorePlacement placement;
  std::vector<StrategyCohort> strategies;
};

/// Of a run's cohorts and of families lived again; `run` is that of all families at the values. The
/// reference is what strategies are compared with: the baseline, or present practice at its centre.
CohortAppraisal appraise_cohorts(const CohortRuns& runs, const FamilyReplicates& again,
                                 const RunResult& run, const Catalogue& catalogue);

}  // namespace samspil
