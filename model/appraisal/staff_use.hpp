/// \file
/// A strategy's programme over the horizon: family-years, staff, its own cost, and what a lower
/// caseload costs.
#pragma once

#include <optional>
#include <vector>

#include "model/appraisal/report.hpp"

namespace samspil {

/// Family-years in the programme, mean over runs.
double family_years(const RunResult& result, std::size_t arm) noexcept;

/// A strategy's staff over the horizon, mean over runs.
struct StaffUse {
  double nominal = 0;                 ///< Families per full-time caseworker, by the strategy.
  double employed_years = 0;          ///< Full-time caseworker-years.
  double paid_years = 0;              ///< Of them paid by the programme.
  double unused_hours = 0;            ///< That no family of the programme takes.
  std::optional<double> simulated{};  ///< Family-years per caseworker-year paid; none without one.
};
StaffUse staff_use(const Report& report, std::size_t arm) noexcept;

/// What an item of the programme costs by year [øre, sums over runs].
std::vector<Ore> programme_item(const RunResult& result, std::size_t arm, ProgrammeItem item);

/// The programme's own operation over all years, whatever it is compared with [øre, sum over runs].
Ore own_operation(const RunResult& result, std::size_t arm) noexcept;

/// Both costings of a lower caseload [kr. a year per caseworker], as in costs/caseload_costing.hpp.
struct CaseloadCostings {
  double by_minutes = 0;
  /// At the present caseload, at its low and at its high.
  double by_headcount = 0, by_headcount_low = 0, by_headcount_high = 0;
};

/// Nothing where the strategy does not tell the present caseload.
std::optional<CaseloadCostings> caseload_costings(const Levers& levers) noexcept;

}  // namespace samspil
