#include "model/render/json.hpp"
#include "model/report/contrast_screen.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

Json coefficient_json(const Coefficient& own) {
  return {{"value", own.value}, {"standard_error", finite_or_null(own.standard_error)}};
}

Json kroner_json(const CostLines& lines, const std::vector<Coefficient>& kroner) {
  if (kroner.empty()) return nullptr;
  const auto at = [&](std::size_t line) { return coefficient_json(kroner[line]); };
  Json years = Json::array(), payers = Json::object(), departments = Json::object(),
       areas = Json::object();
  for (int year = 1; year <= lines.years; ++year) years.push_back(at(lines.of_year(year)));
  for (std::size_t i = 0; i < CostLines::payers; ++i) {
    payers[std::string{payer_names[i]}] = at(lines.of_payer(static_cast<Payer>(i)));
  }
  for (std::size_t i = 0; i < department_count; ++i) {
    departments[std::string{department_names[i]}] =
        at(lines.of_department(static_cast<Department>(i)));
  }
  for (std::size_t i = 0; i < lines.areas.size(); ++i) areas[lines.areas[i]] = at(lines.of_area(i));
  return {{"all_public", at(lines.of_total())},
          {"by_year", years},
          {"by_payer", payers},
          {"by_department", departments},
          {"by_main_area", areas}};
}

Json contrast_json(const CostLines& lines, const StatusContrast& contrast) {
  Json groups = Json::object();
  for (std::size_t g = 0; g < contrast.size(); ++g) {
    const GroupContrast& own = contrast[g];
    Json group = Json::object();
    if (g != index_of(ContrastGroup::adult_and_child)) {
      group = {{"people", own.people}, {"successes", own.successes}};
    }
    if (g == index_of(ContrastGroup::adult)) group["successes_before"] = own.successes_before;
    for (std::size_t a = 0; a < adjustment_count; ++a) {
      group[std::string{adjustment_names[a]}] = kroner_json(lines, own.kroner[a].by_outcome);
    }
    groups[std::string{contrast_group_names[g]}] = group;
  }
  return groups;
}

Json effect_json(const std::optional<EffectPerUnit>& effect) {
  if (!effect) return nullptr;
  return {{"units", effect->units},
          {"work_years", effect->work_years},
          {"all_public", coefficient_json(effect->all_public)},
          {"adult", coefficient_json(effect->adults)},
          {"child", coefficient_json(effect->children)},
          {"municipality", coefficient_json(effect->municipality)}};
}

Json published_json(const ContrastSpec& spec) {
  Json published = Json::object();
  for (std::size_t i = 0; i < contrast_figure_names.size(); ++i) {
    const Quantity& q = spec.figures[i];
    published[std::string{contrast_figure_names[i]}] = {{"value", q.value},
                                                        {"unit", q.unit},
                                                        {"low", q.low},
                                                        {"high", q.high},
                                                        {"grade", grade_names[index_of(q.grade)]},
                                                        {"source", q.source}};
  }
  return published;
}

}  // namespace

std::string as_json(const ContrastReport& report) {
  const Scenario& scenario = report.scenario;
  const ContrastResult& result = report.result;
  Json terms = Json::object();
  for (std::size_t i = 0; i < contrast_term_names.size(); ++i) {
    const Term term = contrast_terms(Language::en)[i];
    terms[std::string{contrast_term_names[i]}] = term.meaning;
  }
  Json years = Json::array();
  for (int year = 1; year <= scenario.years; ++year) {
    years.push_back(scenario.population.year + year);
  }
  const Json document{
      {"title_da", scenario.population.title_da},
      {"title_en", scenario.population.title_en},
      {"population_year", scenario.population.year},
      {"years", years},
      {"families", result.families},
      {"seed", scenario.seed},
      {"law_year", scenario.catalogue.law.year},
      {"price_level", scenario.catalogue.price_level},
      {"unit", "kr. per person"},
      {"sign", "positive = fewer public expenditures on those who succeed"},
      {"terms", terms},
      {"published", published_json(report.spec)},
      {"contrast", contrast_json(result.lines, result.contrast)},
      {"without_coupling", result.without_coupling
                               ? contrast_json(result.lines, *result.without_coupling)
                               : Json(nullptr)},
      {"effect",
       {{"parent_year_in_work", effect_json(result.by_work_year)},
        {"success", effect_json(result.by_success)}}},
      {"run", {{"seconds", result.seconds}}}};
  return as_json_text(document);
}

}  // namespace samspil
