#include "model/appraisal/decision.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

/// Of the inputs that a strategy's result follows.
constexpr std::size_t most_named = 10;
/// To choose none of the strategies; no strategy may have this id.
const std::string nothing_new{"baseline"};

Json decision_json(const Report& report, const DecisionValue& decision,
                   const std::vector<InputGroup>& groups) {
  const auto id = [&](std::size_t option) {
    return option == 0 ? nothing_new : strategy_of(report.scenario, option).id;
  };
  Json partial = Json::object(), chances = Json::object();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    partial[std::string{input_group_names[index_of(groups[i])]}] = {
        {"value", decision.partial[i].value}, {"error", decision.partial[i].error}};
  }
  for (std::size_t option = 0; option < decision.best_in_draws.size(); ++option) {
    chances[id(option)] = decision.best_in_draws[option];
  }
  return {{"evpi", decision.perfect.value},
          {"evpi_error", decision.perfect.error},
          {"evppi", partial},
          {"cheapest", chances},
          {"highest_mean", id(decision.highest_mean)}};
}

/// Of the municipality and the public.
Json ends_json(const NetResults& p05, const NetResults& p95, Purse purse) {
  return {{"p05", p05[index_of(purse)]}, {"p95", p95[index_of(purse)]}};
}

}  // namespace

Json inputs_that_matter(const Report& report, std::size_t strategy,
                        const std::vector<Input>& inputs) {
  if (!report.what_matters) return nullptr;
  const StrategyMatters& own = report.what_matters->strategies[strategy];
  const Json matters = list_of(own.matters, [&](const Matter& matter) -> Json {
    return {{"name", matter.name},
            {"unit", matter.unit},
            {"value", matter.value},
            {"p05", matter.p05},
            {"p95", matter.p95},
            {"municipality", ends_json(matter.net_p05, matter.net_p95, Purse::municipality)},
            {"public", ends_json(matter.net_p05, matter.net_p95, Purse::all_public)},
            {"change", matter.change},
            {"standard_error", or_null(matter.standard_error)},
            {"about", about_input(inputs, matter.name)}};
  });
  return {{"municipality", own.net[index_of(Purse::municipality)]},
          {"public", own.net[index_of(Purse::all_public)]},
          {"inputs", matters}};
}

Json decision_document(const Report& report) {
  const auto decision = decision_of(report);
  if (!decision) return nullptr;
  return by_name(purse_names, [&](std::size_t p) {
    return decision_json(report, *decision->by_purse[p], decision->groups);
  });
}

Json rank_correlations(const Report& report, const StrategyAppraisal& appraised,
                       const std::vector<Input>& inputs) {
  if (report.draws == nullptr) return nullptr;
  return list_of(followed_inputs(report, appraised, most_named),
                 [&](const FollowedInput& input) -> Json {
                   return {{"name", input.name},
                           {"correlation", input.correlation.value},
                           {"error", input.correlation.error},
                           {"about", about_input(inputs, input.name)}};
                 });
}

}  // namespace samspil
