#include "model/appraisal/staff_use.hpp"

#include "model/core/calendar.hpp"
#include "model/costs/caseload_costing.hpp"
#include "model/population/team.hpp"

namespace samspil {

double family_years(const RunResult& result, std::size_t arm) noexcept {
  return static_cast<double>(outcome_total(result, arm, Outcome::enrolled_days)) /
         (days_per_year * result.whole_runs());
}

StaffUse staff_use(const Report& report, std::size_t arm) noexcept {
  const Levers& levers = strategy_of(report.scenario, report.result.arms[arm].strategy).levers;
  const auto years_of = [&](Outcome quarter_days) {
    return static_cast<double>(outcome_total(report.result, arm, quarter_days)) /
           (quarters_per_post * days_per_year * report.result.whole_runs());
  };
  const double unused = years_of(Outcome::unused_quarter_days);
  StaffUse use;
  use.nominal = levers.caseload.value;
  use.employed_years = years_of(Outcome::caseworker_quarter_days);
  const bool all = report.scenario.staffing.unused == UnusedHours::paid;
  use.paid_years = use.employed_years - (all ? 0.0 : unused);
  use.unused_hours = unused * levers.hours_per_year.value;
  if (use.paid_years > 0) use.simulated = family_years(report.result, arm) / use.paid_years;
  return use;
}

std::vector<Ore> programme_item(const RunResult& result, std::size_t arm, ProgrammeItem item) {
  std::vector<Ore> by_year;
  for (const YearCounts& year : result.counts[arm].years) {
    by_year.push_back(year.programme[index_of(item)]);
  }
  return by_year;
}

Ore own_operation(const RunResult& result, std::size_t arm) noexcept {
  Ore sum = 0;
  for (const YearCounts& year : result.counts[arm].years) {
    for (std::size_t i = 0; i < programme_item_count; ++i) {
      if (is_operation(static_cast<ProgrammeItem>(i))) sum += year.programme[i];
    }
  }
  return sum;
}

std::optional<CaseloadCostings> caseload_costings(const Levers& levers) noexcept {
  const Quantity& present = levers.present_caseload;
  if (present.value <= 0) return std::nullopt;
  const auto change_from = [&](double present_caseload) {
    return CaseloadChange{present_caseload, levers.caseload.value,
                          levers.minutes_per_case_week.value, levers.minute_hour_price.value,
                          levers.hours_per_year.value};
  };
  const auto by_headcount = [&](double present_caseload) {
    return present_caseload > 0 ? cost_by_headcount(change_from(present_caseload)) : 0.0;
  };
  return CaseloadCostings{cost_by_minutes(change_from(present.value)), by_headcount(present.value),
                          by_headcount(present.low), by_headcount(present.high)};
}

}  // namespace samspil
