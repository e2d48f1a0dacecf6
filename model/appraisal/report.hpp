/// \file
/// A finished run with what is reckoned of it as a whole: what every account of it is made from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/appraisal/break_even.hpp"
#include "model/appraisal/cohort.hpp"
#include "model/appraisal/saving.hpp"
#include "model/appraisal/uncertainty.hpp"
#include "model/appraisal/what_matters.hpp"

namespace samspil {

/// A finished run. Refers to its inputs, which must outlive it.
struct Report {
  const Scenario& scenario;
  const RunResult& result;
  Appraisal appraisal;
  std::string hash;                           ///< Of the integer results.
  std::optional<WhatMatters> what_matters{};  ///< Only when asked for.
  const RunResult* draws = nullptr;           ///< Of the uncertain inputs, where there are any.
  std::string draws_hash{};                   ///< Of the integer results of the draws.
  const RunResult* varied_draws = nullptr;    ///< Of the arms that break-even needs besides.
  /// By arm, over the draws, beside what it is compared with; empty without draws.
  std::vector<BudgetUncertainties> uncertainties{};
  std::vector<StrategyBreakEven> break_even{};  ///< By strategy; empty where it is not solved for.
  std::optional<CohortAppraisal> cohort{};      ///< Only when asked for.
};

/// The runs that are told one by one: the draws, or without them the replicates.
const RunResult& runs_told(const Report& report) noexcept;

/// The largest public net result or programme cost of any strategy at any level [kr., ≥ 0].
double largest_amount(const Appraisal& appraisal) noexcept;

/// What the baseline counts in each budget year, mean over runs.
std::vector<double> baseline_counts(const RunResult& result, Outcome outcome);

/// Person-years over arms, draws and years: those for which the kernel ran, and those that the
/// results hold, among them lives that an arm took from the first.
struct PersonYears {
  std::int64_t simulated = 0;
  std::int64_t delivered = 0;
};
PersonYears person_years(const RunResult& result) noexcept;

/// Families of the first strategy that enrols any, in the first year, mean over runs. Each family
/// is drawn by itself, so that of few families quite another share is enrolled than was asked for.
/// Nothing where no strategy enrols.
std::optional<double> enrolled_by_lot(const Report& report);

/// Net result of one strategy over all years without a mechanism [øre, sum over runs].
Ore saving_without(const WithoutMechanism& without, std::size_t strategy, Purse purse) noexcept;

/// The mechanism whose absence moves the municipality's net result of a strategy most; nothing
/// where none was left out or none moves it.
std::optional<Mechanism> most_depended_on(const Report& report, const StrategyAppraisal& appraised);

}  // namespace samspil
