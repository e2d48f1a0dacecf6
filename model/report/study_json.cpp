#include "model/render/json.hpp"
#include "model/report/study_screen.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

Json numbers_json(const std::vector<StudyNumber>& numbers) {
  Json json = Json::object();
  for (const StudyNumber& number : numbers) {
    const Quantity& q = number.quantity;
    json[std::string{number.name}] = {{"value", q.value},
                                      {"unit", q.unit},
                                      {"low", q.low},
                                      {"high", q.high},
                                      {"grade", grade_names[index_of(q.grade)]},
                                      {"source", q.source}};
  }
  return json;
}

Json setting_json(const std::optional<FoundSetting>& setting) {
  if (!setting) return nullptr;
  return {{"found", setting->found},
          {"name", setting->name},
          {"when", setting_when_names[index_of(setting->when)]},
          {"change", setting->change},
          {"standard_error", setting->standard_error},
          {"without_strategy", setting->without}};
}

Json figure_json(const StudySpec& study, const StudyFigure& figure) {
  const Spread own = spread_of(figure.cohorts);
  Json json{{"name", figure.name},
            {"mean", finite_or_null(own.mean)},
            {"standard_error", finite_or_null(own.standard_error)},
            {"low", finite_or_null(own.low)},
            {"high", finite_or_null(own.high)},
            {"observed", nullptr}};
  if (const Quantity* seen = observed_of(study, figure.name)) {
    json["observed"] = {{"value", seen->value},
                        {"unit", seen->unit},
                        {"grade", grade_names[index_of(seen->grade)]},
                        {"source", seen->source},
                        {"inside", seen->value >= own.low && seen->value <= own.high}};
  }
  return json;
}

}  // namespace

std::string as_json(const StudyReport& report) {
  const StudySpec& study = report.study;
  Json figures = Json::array(), signs = Json::array(), groups = Json::array();
  for (const StudyFigure& figure : report.result.figures) {
    figures.push_back(figure_json(study, figure));
  }
  for (const SignResult& sign : report.result.signs) {
    signs.push_back({{"name", sign.sign.name},
                     {"figures", sign.sign.figures},
                     {"low", finite_or_null(sign.sign.low)},
                     {"high", finite_or_null(sign.sign.high)},
                     {"means", sign.means},
                     {"holds", sign.holds},
                     {"share_of_cohorts", finite_or_null(sign.share)}});
  }
  for (const StudyGroup& group : study.groups) {
    groups.push_back({{"id", group.id}, {"numbers", numbers_json(group.numbers)}});
  }
  Json strategies = Json::array();
  for (const Strategy& strategy : report.strategies) strategies.push_back(strategy.id);
  const Json document{{"study", study.id},
                      {"title_da", study.title_da},
                      {"title_en", study.title_en},
                      {"design", study_design_names[index_of(study.design)]},
                      {"year", study.year},
                      {"cohorts", report.result.cohorts},
                      {"seed", study.seed},
                      {"strategies", strategies},
                      {"law_year", report.law_year},
                      {"rule", numbers_json(study.rule)},
                      {"groups", groups},
                      {"figures", figures},
                      {"signs", signs},
                      {"setting", setting_json(report.result.setting)},
                      {"sources", study.sources}};
  return as_json_text(document);
}

}  // namespace samspil
