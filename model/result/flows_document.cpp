#include "model/result/flows_document.hpp"

#include "model/result/values.hpp"

namespace samspil {
namespace {

Json known_json(const Quantity& known, double compared) {
  return {{"value", known.value},
          {"low", known.low},
          {"high", known.high},
          {"grade", grade_names[index_of(known.grade)]},
          {"source", known.source},
          {"inside", std::isnan(compared) ? Json() : Json(!is_outside(compared, known))}};
}

Json flow_json(Flow flow, const FlowTable& table, const Quantity* known) {
  const std::size_t i = index_of(flow);
  Json years = Json::array();
  for (const auto& year : table.years) years.push_back(finite_or_null(year[i]));
  const Flow above = looks_into(flow);
  return {{"name", flow_names[i]},
          {"unit", unit_of(flow)},
          {"years", years},
          {"compared", finite_or_null(table.compared[i])},
          {"known", known == nullptr ? Json() : known_json(*known, table.compared[i])},
          {"group", flow_group_names[index_of(flow_group_of(flow))]},
          {"looks_into", above == flow ? Json() : Json(flow_names[index_of(above)])}};
}

}  // namespace

Json flows_document(const Scenario& scenario, const KnownFlows& known, const FlowTable& table) {
  Json flows = Json::array(), numbers = Json::array(), outside = Json::array();
  int compared = 0;
  for (std::size_t i = 0; i < flow_count; ++i) {
    const Quantity* own = known.find(static_cast<Flow>(i));
    flows.push_back(flow_json(static_cast<Flow>(i), table, own));
    if (own == nullptr || std::isnan(table.compared[i])) continue;
    ++compared;
    if (is_outside(table.compared[i], *own)) outside.push_back(flow_names[i]);
  }
  for (std::size_t i = 0; i < table.years.size(); ++i) {
    numbers.push_back(table.first_year - table.year_0 + static_cast<int>(i));
  }
  return {{"format", 1},
          {"population", scenario.population.id},
          {"seed", scenario.seed},
          {"replicates", scenario.replicates},
          {"first_year", table.first_year},
          {"year_0", table.year_0},
          {"year_numbers", numbers},
          {"families", table.families},
          {"target_children", table.children},
          {"target_parents", table.parents},
          {"compared_flows", compared},
          {"outside", outside},
          {"flows", flows}};
}

}  // namespace samspil
