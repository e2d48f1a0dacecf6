#include "model/result/contrast_document.hpp"

#include <span>

#include "model/result/quantity.hpp"
#include "model/result/values.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

Json coefficient_json(const Coefficient& own) {
  return {{"value", own.value}, {"standard_error", finite_or_null(own.standard_error)}};
}

Json kroner_json(const CostLines& lines, const std::vector<Coefficient>& kroner) {
  if (kroner.empty()) return nullptr;
  const auto at = [&](std::size_t line) { return coefficient_json(kroner[line]); };
  Json years = Json::array();
  for (int year = 1; year <= lines.years; ++year) years.push_back(at(lines.of_year(year)));
  const auto payer = [&](std::size_t i) { return at(lines.of_payer(static_cast<Payer>(i))); };
  const auto department = [&](std::size_t i) {
    return at(lines.of_department(static_cast<Department>(i)));
  };
  const auto area = [&](std::size_t i) { return at(lines.of_area(i)); };
  return {{"all_public", at(lines.of_total())},
          {"by_year", years},
          {"by_payer", by_name(std::span{payer_names}.first(CostLines::payers), payer)},
          {"by_department", by_name(department_names, department)},
          {"by_main_area", by_name(lines.areas, area)}};
}

Json group_json(const CostLines& lines, ContrastGroup which, const GroupContrast& own) {
  Json group = Json::object();
  if (which != ContrastGroup::adult_and_child) {
    group = {{"people", own.people},
             {"successes", own.successes},
             {"success_percent", finite_or_null(own.success_percent())}};
  }
  if (which == ContrastGroup::adult) {
    group["successes_before"] = own.successes_before;
    group["before_percent"] = finite_or_null(own.before_percent());
  }
  for (std::size_t a = 0; a < adjustment_count; ++a) {
    group[std::string{adjustment_names[a]}] = kroner_json(lines, own.kroner[a].by_outcome);
  }
  return group;
}

Json contrast_json(const CostLines& lines, const StatusContrast& contrast) {
  return by_name(contrast_group_names, [&](std::size_t i) {
    return group_json(lines, static_cast<ContrastGroup>(i), contrast[i]);
  });
}

Json parts_json(const ContrastResult& result, ContrastGroup group, std::size_t line) {
  const auto parts = raw_parts(result.contrast[index_of(group)], line);
  if (!parts) return nullptr;
  return {{"raw", parts->raw},
          {"composition", parts->composition},
          {"status_before", parts->status_before},
          {"rest", parts->rest}};
}

Json distance_json(const ContrastResult& result) {
  const std::size_t social = result.lines.of_department(Department::child_family);
  const auto coupling = coupling_part(result, social);
  return {{"adult", parts_json(result, ContrastGroup::adult, result.lines.of_total())},
          {"child_social", parts_json(result, ContrastGroup::child, social)},
          {"coupling", coupling ? coefficient_json(*coupling) : Json()}};
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

Json terms_json() {
  Json terms = Json::object();
  const auto add = [&](std::string_view name) {
    terms[std::string{name}] = label(Language::en, "meaning", name);
  };
  for (const std::string_view name : contrast_term_names) add(name);
  for (const char* name : {"success_percent", "before_percent", "published_years", "distance",
                           "child_social", "composition", "rest", "coupling"}) {
    add(name);
  }
  return terms;
}

}  // namespace

Json contrast_document(const Scenario& scenario, const ContrastSpec& spec,
                       const ContrastResult& result, Json potential) {
  Json years = Json::array();
  for (int year = 1; year <= scenario.years; ++year) {
    years.push_back(calendar_year(scenario, year));
  }
  const auto published = [&](std::size_t i) { return quantity_json(spec.figures[i]); };
  const auto& without = result.without_coupling;
  return {{"format", 1},
          {"title_da", scenario.population.title_da},
          {"title_en", scenario.population.title_en},
          {"population_year", calendar_year(scenario, 0)},
          {"years", years},
          {"families", result.families},
          {"seed", scenario.seed},
          {"law_year", scenario.catalogue.law.year},
          {"price_level", scenario.catalogue.price_level},
          {"unit", "kr. per person"},
          {"sign", "positive = fewer public expenditures on those who succeed"},
          {"terms", terms_json()},
          {"published", by_name(contrast_figure_names, published)},
          {"published_years", published_years},
          {"contrast", contrast_json(result.lines, result.contrast)},
          {"without_coupling", without ? contrast_json(result.lines, *without) : Json()},
          {"distance", distance_json(result)},
          {"effect",
           {{"parent_year_in_work", effect_json(result.by_work_year)},
            {"success", effect_json(result.by_success)}}},
          {"potential", std::move(potential)},
          {"run", {{"seconds", result.seconds}}}};
}

}  // namespace samspil
