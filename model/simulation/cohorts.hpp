/// \file
/// Many groups of a given number of families, each with families, chance and a draw of the inputs
/// of its own: what the accounts of such a group may show.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/families/drawn_families.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

/// How a number of families is simulated.
struct CohortPlan {
  std::uint64_t families = 0;  ///< Of a cohort, as asked for.
  std::uint64_t lived = 0;     ///< Of them simulated; the luck of fewer is scaled to that of all.
  std::uint64_t sites = 1;     ///< Of the families lived.
  std::uint32_t draws = 1;     ///< Of the uncertain inputs; 1: they stand at their values.
  std::uint32_t per_draw = 1;  ///< Cohorts that live the same draw.

  std::uint64_t cohorts() const noexcept { return std::uint64_t{draws} * per_draw; }
  double scale() const noexcept {
    return static_cast<double>(families) / static_cast<double>(lived);
  }
  CohortLayout layout(std::uint64_t places_per_site) const noexcept {
    return {lived, sites, places_per_site};
  }
};

/// What each cohort cost. Cohorts of one draw lie side by side.
struct CohortRuns {
  CohortPlan plan;
  std::vector<Arm> arms;  ///< Baseline, present practice if any; each strategy without, at centre.
  std::size_t years = 0;
  std::vector<Ore> costs;  ///< Cohort, arm, year, budget (site_savings.hpp) [øre].
  /// Of single families in the baseline at the values of the inputs, over all years, by budget.
  std::vector<BudgetCosts> single_families;

  /// `year` counts from 1.
  Ore cost(std::uint64_t cohort, std::size_t arm, int year, std::size_t budget) const noexcept {
    const std::size_t row = (cohort * arms.size() + arm) * years + static_cast<std::size_t>(year);
    return costs[(row - 1) * budget_count + budget];
  }
};

/// Families of which concentration is told.
inline constexpr std::uint32_t single_family_count = 8'000;

/// How many families the scenario's cohort has: those asked for, or as many as have so many parents
/// on average. Throws InputError where the population has fewer parents.
std::uint64_t families_of_cohort(const Scenario& scenario, const Pool& pool);

/// Cohorts of so many families: some thousand of few, some hundred of many, of which at most 600
/// families are lived. Every draw of the inputs up to 200 is lived by as many cohorts, two at
/// least. Throws InputError where what they cost would not fit in 64 MB.
CohortPlan cohort_plan(const Scenario& scenario, std::uint64_t families);

/// Lives all cohorts of a plan. `progress` is told of the stage "cohorts".
CohortRuns run_cohorts(const Scenario& described, const Pool& pool, const CohortPlan& plan,
                       const Execution& execution, const Progress& progress);

}  // namespace samspil
