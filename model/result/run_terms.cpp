#include <nlohmann/json.hpp>

#include "model/result/run_parts.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

Json statuses(const Eligibility& wanted) {
  Json names = Json::array();
  for (std::size_t i = 0; i < labour_status_count; ++i) {
    if (wanted.statuses.has(static_cast<LabourStatus>(i))) names.push_back(labour_status_names[i]);
  }
  return names;
}

Json conditions(const Eligibility& wanted) {
  return {{"age_from", wanted.age_from},      {"age_to", wanted.age_to},
          {"children", wanted.children},      {"both_parents", wanted.both_parents},
          {"placed", or_null(wanted.placed)}, {"parent_on", statuses(wanted)},
          {"joint_cases", wanted.joint_cases}};
}

Json shares_json(const Municipality& own) {
  Json shares = Json::object();
  for (const auto& [name, value] : own.margins) shares[name] = value;
  return shares;
}

/// The rate at which the payer rules divide income tax; null where they say none.
Json mean_tax(const Catalogue& catalogue) {
  for (const PayerRule& rule : catalogue.rules) {
    if (rule.kind != RuleKind::income_tax) continue;
    const double rate = rule.in_force(0, catalogue.law.year).at_tax_rate;
    if (rate > 0) return rate;
  }
  return nullptr;
}

Json tax_json(const std::optional<Quantity>& rate) {
  if (!rate) return nullptr;
  return {{"value", rate->value},
          {"unit", rate->unit},
          {"grade", grade_names[index_of(rate->grade)]},
          {"source", rate->source},
          {"source_da", rate->source_da}};
}

}  // namespace

Json municipality_document(const Report& report) {
  const auto& own = report.scenario.municipality;
  if (!own) return nullptr;
  const RunResult& result = report.result;
  return {
      {"name", own->name},
      {"population_share", or_null(own->population_share)},
      {"families", result.own_families()},
      {"target_children",
       result.own_share * static_cast<double>(result.population.target_children)},
      {"target_children_given", own->target_children.has_value()},
      {"families_enrolled", or_null(own->families_enrolled)},
      {"caseworkers", or_null(own->caseworkers)},
      {"caseload", or_null(own->caseload)},
      {"caseworker_cost", or_null(own->caseworker_cost)},
      {"first_year", or_null(own->first_year)},
      {"tax_rate", tax_json(own->tax_rate)},
      {"mean_tax_rate", mean_tax(report.scenario.catalogue)},
      {"shares", shares_json(*own)},
      {"nearest_strategy", own->nearest_strategy.empty() ? Json() : Json(own->nearest_strategy)}};
}

Json eligibility_document(const Report& report, std::size_t strategy) {
  const RunResult& result = report.result;
  if (result.eligible.empty()) return nullptr;
  const Scenario& scenario = report.scenario;
  const auto eligible = static_cast<double>(result.eligible[strategy]);
  return {{"families", result.own_share * eligible},
          {"share", eligible / static_cast<double>(result.families)},
          {"conditions",
           list_of(eligible_for(scenario.comparison, scenario.strategies[strategy]), conditions)}};
}

}  // namespace samspil
