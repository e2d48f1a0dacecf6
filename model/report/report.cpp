#include "model/report/report.hpp"

#include <algorithm>
#include <cmath>

#include "model/core/calendar.hpp"
#include "model/inputs/input_list.hpp"
#include "model/inputs/lever_slots.hpp"
#include "model/report/results_tables.hpp"
#include "model/simulation/common_terms.hpp"

namespace samspil {

Report make_report(const Scenario& scenario, const RunResult& result) {
  Appraisal appraisal = appraise(scenario, result);
  std::string hash = hash_of(results_tables(result, appraisal));
  return {scenario, result, std::move(appraisal), std::move(hash), std::nullopt};
}

int calendar_year(const Scenario& scenario, int budget_year) noexcept {
  return scenario.population.year + budget_year;
}

std::string title_of(const Scenario& scenario, Language language) {
  return language == Language::da ? scenario.title_da : scenario.title_en;
}

std::string title_of(const Strategy& strategy, Language language) {
  return language == Language::da ? strategy.title_da : strategy.title_en;
}

double family_years(const Report& report, std::size_t arm) noexcept {
  return static_cast<double>(outcome_total(report.result, arm, Outcome::enrolled_days)) /
         (days_per_year * static_cast<double>(report.result.runs()));
}

StaffUse staff_use(const Report& report, std::size_t arm) noexcept {
  const Levers& levers = strategy_of(report.scenario, report.result.arms[arm].strategy).levers;
  const auto years_of = [&](Outcome quarter_days) {
    return static_cast<double>(outcome_total(report.result, arm, quarter_days)) /
           (quarters_per_post * days_per_year * static_cast<double>(report.result.runs()));
  };
  const double unused = years_of(Outcome::unused_quarter_days);
  StaffUse use;
  use.nominal = levers.caseload.value;
  use.employed_years = years_of(Outcome::caseworker_quarter_days);
  const bool all = report.scenario.staffing.unused == UnusedHours::paid;
  use.paid_years = use.employed_years - (all ? 0.0 : unused);
  use.unused_hours = unused * levers.hours_per_year.value;
  if (use.paid_years > 0) use.simulated = family_years(report, arm) / use.paid_years;
  return use;
}

std::string families_per_caseworker(const StaffUse& staff, Language language) {
  return short_number(staff.nominal, 1, language) + " / " +
         (staff.simulated ? short_number(*staff.simulated, 1, language) : "-");
}

std::vector<double> baseline_counts(const Report& report, Outcome outcome) {
  std::vector<double> by_year;
  for (const YearCounts& year : report.result.counts[0].years) {
    by_year.push_back(static_cast<double>(year.outcomes[index_of(outcome)]) / report.result.runs());
  }
  return by_year;
}

std::array<std::size_t, grade_names.size()> count_grades(const Scenario& scenario) {
  std::array<std::size_t, grade_names.size()> counts{};
  for (const Input& input : input_list(scenario)) {
    const bool is_written = input.kind != EntryKind::lever || is_stated(input.quantity);
    // The months of a discovery go with its effect.
    if (!is_written || !input.has_own_grade || input.kind == EntryKind::months) continue;
    counts[index_of(input.quantity.grade)] += input.carriers;
  }
  return counts;
}

PersonYears person_years(const RunResult& result) noexcept {
  PersonYears sum;
  for (const ArmCounts& arm : result.counts) {
    for (const YearCounts& year : arm.years) {
      sum.simulated += year.simulated;
      sum.delivered += year.person_years;
    }
  }
  return sum;
}

EffectsSeen effects_seen(const Scenario& scenario) noexcept {
  EffectsSeen seen;
  for (const Strategy& strategy : scenario.strategies) {
    for (const Effect& effect : strategy.effects) {
      ++(effect.observed > 0 ? seen.by_design[index_of(effect.design)] : seen.outright);
    }
  }
  return seen;
}

MoneyUnit common_unit(const Appraisal& appraisal) {
  double largest = 0;
  for (const StrategyAppraisal& strategy : appraisal.strategies) {
    for (const Saving& saving : strategy.levels) {
      for (const MoneyTable* table : {&saving.net_result, &saving.programme_cost}) {
        largest = std::max(largest, std::fabs(appraisal.kroner(total(*table, {}))));
      }
    }
  }
  return money_unit(largest);
}

}  // namespace samspil
