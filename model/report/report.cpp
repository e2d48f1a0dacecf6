#include "model/report/report.hpp"

#include <algorithm>
#include <cmath>

#include "model/core/calendar.hpp"
#include "model/inputs/lever_slots.hpp"
#include "model/report/results_tables.hpp"

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

std::array<std::size_t, grade_names.size()> count_grades(const Scenario& scenario) noexcept {
  std::array<std::size_t, grade_names.size()> counts{};
  const auto add = [&counts](Grade grade) { ++counts[index_of(grade)]; };
  for (const ParameterRow& row : scenario.parameter_table.rows) add(row.quantity.grade);
  for (const CatalogueRow& row : scenario.catalogue.rows) add(row.price.grade);
  for (const PayerRule& rule : scenario.catalogue.rules) {
    for (const RuleShares& row : rule.rows) add(row.grade);
  }
  for (const Rate& rate : scenario.catalogue.rates.rows) add(rate.amount.grade);
  for (const IndexValue& row : scenario.catalogue.indices.rows) add(row.grade);
  for (const Margin& margin : scenario.population.margins) add(margin.target.grade);
  for (const Strategy& strategy : scenario.strategies) {
    for (const LeverSlot& slot : lever_slots) {
      const Quantity& quantity = strategy.levers.*slot.quantity;
      if (!slot.optional || quantity.line > 0) add(quantity.grade);
    }
    for (const CoreElement& element : strategy.elements) add(element.fidelity.grade);
    for (const Effect& effect : strategy.effects) add(effect.grade);
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

bool all_effects_are_assumed(const Scenario& scenario) noexcept {
  for (const Strategy& strategy : scenario.strategies) {
    for (const Effect& effect : strategy.effects) {
      if (effect.grade != Grade::assumed) return false;
    }
  }
  return true;
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
