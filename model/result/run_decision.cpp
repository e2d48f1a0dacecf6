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

}  // namespace

Json decision_document(const Report& report) {
  const auto decision = decision_of(report);
  if (!decision) return nullptr;
  return by_name(purse_names, [&](std::size_t p) {
    return decision_json(report, *decision->by_purse[p], decision->groups);
  });
}

Json rank_correlations(const Report& report, const StrategyAppraisal& appraised) {
  if (report.draws == nullptr) return nullptr;
  return list_of(followed_inputs(report, appraised, most_named),
                 [](const FollowedInput& input) -> Json {
                   return {{"name", input.name},
                           {"correlation", input.correlation.value},
                           {"error", input.correlation.error}};
                 });
}

}  // namespace samspil
