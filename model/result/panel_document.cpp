#include "model/result/panel_document.hpp"

#include <algorithm>

#include "model/core/names.hpp"
#include "model/inputs/fewest_told.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

Json today_json(const ParameterTable& table, const std::string& name) {
  const auto row = std::find_if(table.rows.begin(), table.rows.end(),
                                [&](const ParameterRow& own) { return own.name == name; });
  if (row == table.rows.end()) return {};
  const Quantity& quantity = row->quantity;
  return {{"value", quantity.value},
          {"low", quantity.low},
          {"high", quantity.high},
          {"grade", grade_names[index_of(quantity.grade)]}};
}

/// Value, range and error; null where nothing is told.
void add_estimate(PanelStanding standing, double log_value, double log_error, Json& to) {
  const bool is_told = standing == PanelStanding::estimated;
  const EstimatedRange range = range_of(log_value, log_error);
  const auto told = [&](double value) { return is_told ? finite_or_null(value) : Json(); };
  to["standing"] = panel_standing_names[index_of(standing)];
  to["value"] = told(range.value);
  to["low"] = told(range.low);
  to["high"] = told(range.high);
  to["log_error"] = told(log_error);
}

Json ratio_json(const EstimatedRatio& one, const ParameterTable& today) {
  Json json{{"name", one.ratio.parameter},
            {"hazard", one.ratio.hazard},
            {"covariate", one.ratio.covariate}};
  add_estimate(one.standing, one.log_value, one.log_error, json);
  json["moves"] = or_null(one.moves);
  json["moves_with"] = or_null(one.moves_with);
  json["today"] = today_json(today, one.ratio.parameter);
  return json;
}

Json rate_json(const EstimatedRate& one, PanelStates states, const ParameterTable& today) {
  const auto names = names_of(states);
  Json json{{"name", one.parameter}, {"from", names[one.from]}, {"to", names[one.to]}};
  add_estimate(one.standing, one.log_value, one.log_error, json);
  json["moves"] = or_null(one.moves);
  json["today"] = today_json(today, one.parameter);
  return json;
}

/// Of the people of whom there are enough to be told.
Json count_json(std::size_t count) {
  const bool is_few = count > 0 && static_cast<double>(count) < fewest_told;
  return is_few ? Json() : Json(count);
}

template <class Rows>
std::size_t count_of(const Rows& rows, PanelStanding standing) {
  return static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [&](const auto& one) { return one.standing == standing; }));
}

Json warnings_of(const Panel& panel, const PanelEstimate& estimate) {
  Json warnings = Json::array();
  const auto warn = [&](const char* name, Json count) {
    warnings.push_back({{"name", name}, {"count", std::move(count)}});
  };
  if (panel.people_with_gaps > 0) warn("gaps", count_json(panel.people_with_gaps));
  for (const PanelStanding standing :
       {PanelStanding::few, PanelStanding::none, PanelStanding::collinear}) {
    const std::size_t count =
        count_of(estimate.ratios, standing) + count_of(estimate.rates, standing);
    if (count > 0) warn(panel_standing_names[index_of(standing)].data(), count);
  }
  if (estimate.ratios.empty()) warn("no_ratio", 0);
  if (!estimate.converged) warn("not_converged", 0);
  return warnings;
}

}  // namespace

Json panel_document(const Panel& panel, const PanelEstimate& estimate,
                    const ParameterTable& today) {
  const bool has_people = panel.form == PanelForm::spells;
  return {{"format", 1},
          {"panel", panel.file.substr(panel.file.rfind('/') + 1)},
          {"form", has_people ? "spells" : "cells"},
          {"states", panel.states == PanelStates::labour ? "labour" : "places"},
          {"people", has_people ? Json(panel.people) : Json()},
          {"person_weeks", estimate.person_weeks},
          {"covariates", panel.covariates},
          {"log_likelihood", estimate.log_likelihood},
          {"converged", estimate.converged},
          {"ratios", list_of(estimate.ratios,
                             [&](const EstimatedRatio& one) { return ratio_json(one, today); })},
          {"rates",
           list_of(estimate.rates,
                   [&](const EstimatedRate& one) { return rate_json(one, panel.states, today); })},
          {"warnings", warnings_of(panel, estimate)}};
}

}  // namespace samspil
