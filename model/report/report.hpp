/// \file
/// What every report of a run is made from, and the few questions they share.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/appraisal/saving.hpp"
#include "model/appraisal/what_matters.hpp"
#include "model/report/numbers.hpp"
#include "model/report/words.hpp"

namespace samspil {

/// A finished run. Refers to its inputs, which must outlive it.
struct Report {
  const Scenario& scenario;
  const RunResult& result;
  Appraisal appraisal;
  std::string hash;                           ///< Of the integer results.
  std::optional<WhatMatters> what_matters{};  ///< Only when asked for.
};

/// Prices and compares a finished run and takes the hash of its integers.
Report make_report(const Scenario& scenario, const RunResult& result);

/// Calendar year of a budget year (1, 2, …).
int calendar_year(const Scenario& scenario, int budget_year) noexcept;

std::string title_of(const Scenario& scenario, Language language);
std::string title_of(const Strategy& strategy, Language language);

/// Family-years in the programme, mean over runs.
double family_years(const Report& report, std::size_t arm) noexcept;

/// A strategy's staff over the horizon, mean over runs.
struct StaffUse {
  double nominal = 0;                 ///< Families per full-time caseworker, by the strategy.
  double employed_years = 0;          ///< Full-time caseworker-years.
  double paid_years = 0;              ///< Of them paid by the programme.
  double unused_hours = 0;            ///< That no family of the programme takes.
  std::optional<double> simulated{};  ///< Family-years per caseworker-year paid; none without one.
};
StaffUse staff_use(const Report& report, std::size_t arm) noexcept;
/// Nominal / simulated.
std::string families_per_caseworker(const StaffUse& staff, Language language);

/// What the baseline counts in each budget year, mean over runs.
std::vector<double> baseline_counts(const Report& report, Outcome outcome);

/// How many of the inputs that a run reads carry each grade.
std::array<std::size_t, grade_names.size()> count_grades(const Scenario& scenario);

/// Person-years over arms, draws and years: those for which the kernel ran, and those that the
/// results hold, among them lives that an arm took from the first.
struct PersonYears {
  std::int64_t simulated = 0;
  std::int64_t delivered = 0;
};
PersonYears person_years(const RunResult& result) noexcept;

/// How many effects of the strategies were seen by each design, and how many are stated outright.
struct EffectsSeen {
  std::array<std::size_t, design_count> by_design{};
  std::size_t outright = 0;
};
EffectsSeen effects_seen(const Scenario& scenario) noexcept;

/// One unit for all strategies, so that they can be compared by eye.
MoneyUnit common_unit(const Appraisal& appraisal);

}  // namespace samspil
