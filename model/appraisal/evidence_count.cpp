#include "model/appraisal/evidence_count.hpp"

#include "model/inputs/lever_slots.hpp"

namespace samspil {

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
  const EvidenceRule& rule = scenario.evidence;
  add(rule.prior_spread.grade);
  for (std::size_t i = 0; i < index_of(Design::none); ++i) add(rule.error[i].grade);
  for (std::size_t i = 1; i < common_factor_count; ++i) add(rule.together[i].grade);
  for (const Strategy& strategy : scenario.strategies) {
    for (const LeverSlot& slot : lever_slots) {
      const Quantity& quantity = strategy.levers.*slot.quantity;
      if (is_stated(quantity)) add(quantity.grade);
    }
    for (const CoreElement& element : strategy.elements) add(element.fidelity.grade);
    for (const Effect& effect : strategy.effects) add(effect.grade);
  }
  return counts;
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

}  // namespace samspil
