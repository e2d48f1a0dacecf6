#include "model/result/study_document.hpp"

#include <algorithm>

#include "model/result/quantity.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

Json numbers_json(const std::vector<StudyNumber>& numbers) {
  Json json = Json::object();
  for (const StudyNumber& number : numbers) {
    json[std::string{number.name}] = quantity_json(number.quantity);
  }
  return json;
}

Json group_json(const StudyGroup& group) {
  return {{"id", group.id},
          {"numbers", numbers_json(group.numbers)},
          {"title_da", group.title_da},
          {"title_en", group.title_en}};
}

Json strategy_json(const Strategy& strategy) {
  return {{"id", strategy.id}, {"title_da", strategy.title_da}, {"title_en", strategy.title_en}};
}

Json effect_json(const StudySetting& set) {
  return {{"hook", hook_names[index_of(set.hook)]}, {"value", set.value}, {"source", set.source}};
}

Json setting_json(const FoundSetting& setting) {
  return {{"found", setting.found},
          {"name", setting.name},
          {"when", setting_when_names[index_of(setting.when)]},
          {"change", setting.change},
          {"standard_error", setting.standard_error},
          {"without_strategy", setting.without}};
}

Json figure_json(const StudySpec& study, const StudyResult& result, const StudyFigure& figure) {
  const Spread own = spread_of(figure.cohorts);
  Json json{{"name", figure.name},
            {"mean", finite_or_null(own.mean)},
            {"standard_error", finite_or_null(own.standard_error)},
            {"low", finite_or_null(own.low)},
            {"high", finite_or_null(own.high)},
            {"observed", nullptr},
            {"measure", figure.measure},
            {"unit", figure.unit},
            {"group", figure.group.empty() ? Json() : Json(figure.group)},
            {"arm", figure.arm ? Json(study_arm_names[index_of(*figure.arm)]) : Json()},
            {"year", figure.year == 0 ? Json() : Json(figure.year)},
            {"without_strategy", nullptr}};
  if (const Quantity* seen = observed_of(study, figure.name)) {
    json["observed"] = {{"value", seen->value},
                        {"unit", seen->unit},
                        {"grade", grade_names[index_of(seen->grade)]},
                        {"source", seen->source},
                        {"inside", is_inside(*seen, own)}};
  }
  if (const StudyFigure* other = result.without_strategy(figure)) {
    json["without_strategy"] = finite_or_null(spread_of(other->cohorts).mean);
  }
  return json;
}

Json sign_json(const SignResult& read, const StudyResult& result) {
  const StudySign& sign = read.sign;
  return {{"name", sign.name},
          {"figures", sign.figures},
          {"low", finite_or_null(sign.low)},
          {"high", finite_or_null(sign.high)},
          {"means", read.means},
          {"holds", read.holds},
          {"share_of_cohorts", finite_or_null(read.share)},
          {"above_nothing", sign.low == above_nothing},
          {"unit", result.figure(sign.figures.front()).unit}};
}

/// Figures that the report observed, or those of them that lie outside the interval.
int count_seen(const Json& figures, bool are_outside) {
  return static_cast<int>(std::count_if(figures.begin(), figures.end(), [&](const Json& figure) {
    const Json& seen = figure.at("observed");
    return !seen.is_null() && !(are_outside && seen.at("inside").get<bool>());
  }));
}

Json naive_json(const NaiveSaving& naive) {
  return {{"before_year", naive.before_year},
          {"after_year", naive.after_year},
          {"points",
           {{"mean", finite_or_null(naive.points.mean)},
            {"low", finite_or_null(naive.points.low)},
            {"high", finite_or_null(naive.points.high)}}},
          {"all_public", finite_or_null(naive.all_public)},
          {"municipality", finite_or_null(naive.municipality)},
          {"families", naive.families},
          {"in_all", finite_or_null(naive.in_all)}};
}

}  // namespace

Json study_document(const StudyRun& run, const StudyResult& result) {
  const StudySpec& study = run.study;
  const auto naive = naive_saving(study, result);
  const auto grades = count_grades(study);
  const auto figure = [&](const StudyFigure& own) { return figure_json(study, result, own); };
  const auto sign = [&](const SignResult& own) { return sign_json(own, result); };
  const Json figures = list_of(result.figures, figure);
  return {{"format", 1},
          {"study", study.id},
          {"title_da", study.title_da},
          {"title_en", study.title_en},
          {"design", study_design_names[index_of(study.design)]},
          {"year", study.year},
          {"cohorts", result.cohorts},
          {"seed", study.seed},
          {"strategies", list_of(run.strategies, [](const Strategy& own) { return own.id; })},
          {"strategy", run.strategies.empty() ? Json() : strategy_json(run.strategies.front())},
          {"settings", list_of(study.settings, effect_json)},
          {"law_year", run.scenario.catalogue.law.year},
          {"rule", numbers_json(study.rule)},
          {"groups", list_of(study.groups, group_json)},
          {"observed_figures", count_seen(figures, false)},
          {"outside_figures", count_seen(figures, true)},
          {"figures", figures},
          {"signs", list_of(result.signs, sign)},
          {"naive", naive ? naive_json(*naive) : Json()},
          {"setting", result.setting ? setting_json(*result.setting) : Json()},
          {"grades", by_name(grade_names, [&](std::size_t i) { return grades[i]; })},
          {"cannot_say_da", study.cannot_say_da},
          {"cannot_say_en", study.cannot_say_en},
          {"sources", study.sources}};
}

}  // namespace samspil
