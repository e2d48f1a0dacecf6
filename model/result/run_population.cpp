#include "model/result/run_document.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/small_counts.hpp"
#include "model/result/values.hpp"

namespace samspil {

Json fit_document(const PopulationFit& fit) {
  constexpr double poor_share = 0.1;
  Json margins = Json::array();
  std::size_t fitted = 0, missed = 0;
  for (const MarginFit& margin : fit.margins) {
    margins.push_back({{"name", margin.name},
                       {"target", margin.target},
                       {"weighted", margin.weighted},
                       {"drawn", margin.drawn},
                       {"tolerance", margin.tolerance},
                       {"fitted", margin.fitted},
                       {"unit", margin.unit}});
    const double gap = margin.drawn - margin.target;
    fitted += margin.fitted ? 1 : 0;
    missed += margin.fitted && (gap > margin.tolerance || gap < -margin.tolerance) ? 1 : 0;
  }
  const auto of_year_0 = [&](double kroner) { return fit.is_own ? Json() : Json(kroner); };
  return {
      {"families", fit.families},
      {"persons", fit.persons},
      {"target_children", fit.target_children},
      {"target_adults", fit.target_adults},
      {"candidates", fit.candidates},
      {"accepted", fit.accepted},
      {"effective_sample_size", fit.effective_sample_size},
      {"is_poor_sample",
       fit.effective_sample_size < poor_share * static_cast<double>(fit.accepted)},
      {"largest_weight", fit.largest_weight},
      {"municipal_cost_per_target_child", of_year_0(fit.municipal_cost_per_target_child)},
      {"municipal_cost_per_target_parent", of_year_0(fit.municipal_cost_per_target_parent)},
      {"municipal_cost_of_others_per_family", of_year_0(fit.municipal_cost_of_others_per_family)},
      {"school_cost_per_target_child", of_year_0(fit.school_cost_per_target_child)},
      {"margins_fitted", fitted},
      {"margins_missed", missed},
      {"margins", margins}};
}

Json own_families_document(const Scenario& scenario) {
  if (!scenario.own_families) return nullptr;
  const OwnFamilies& own = *scenario.own_families;
  return {{"families", own.families.size()},
          {"persons", own.people.size()},
          {"lived", simulated_families(scenario)},
          {"frailty", scenario.population.own_frailty->value},
          {"filled_columns", own.left_out}};
}

Json population_document(const Scenario& scenario, const PopulationFit& fit) {
  Json all{{"format", document_format},
           {"title", scenario.population.title_en},
           {"title_da", scenario.population.title_da},
           {"population_year", calendar_year(scenario, 0)},
           {"own_families", own_families_document(scenario)},
           {"population", fit_document(fit)}};
  if (scenario.own_families) suppress_small_counts(all);
  return all;
}

}  // namespace samspil
