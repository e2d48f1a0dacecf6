#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "model/appraisal/uncertainty.hpp"
#include "model/appraisal/value_of_information.hpp"
#include "model/inputs/drawn_inputs.hpp"
#include "model/inputs/input_group.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

/// Of the inputs that a strategy's result follows.
constexpr std::size_t most_named = 10;
/// To choose none of the strategies; no strategy may have this id.
const std::string nothing_new{"baseline"};

std::vector<double> values_of_input(const RunResult& draws, std::size_t input) {
  std::vector<double> values;
  for (const auto& draw : draws.drawn_values) values.push_back(draw[input]);
  return values;
}

struct Group {
  std::string name;
  std::vector<std::vector<double>> inputs;  ///< Input, draw.
};

/// Those with an input that was drawn.
std::vector<Group> groups_of(const Scenario& scenario, const RunResult& draws) {
  const DrawnInputs drawn{scenario};
  if (drawn.names() != draws.drawn_names) throw std::logic_error{"draws of other inputs"};
  std::vector<Group> groups;
  for (const std::string_view name : input_group_names) groups.push_back({std::string{name}, {}});
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    groups[index_of(group_of(drawn.inputs()[i]))].inputs.push_back(values_of_input(draws, i));
  }
  std::erase_if(groups, [](const Group& group) { return group.inputs.empty(); });
  return groups;
}

Json decision_json(const Report& report, const DecisionValue& decision,
                   const std::vector<Group>& groups) {
  const auto id = [&](std::size_t option) {
    return option == 0 ? nothing_new : strategy_of(report.scenario, option).id;
  };
  Json partial = Json::object(), chances = Json::object();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    partial[groups[i].name] = {{"value", decision.partial[i].value},
                               {"error", decision.partial[i].error}};
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
  const auto& strategies = report.appraisal.strategies;
  if (report.draws == nullptr || report.draws->draws < 2 || strategies.empty()) return nullptr;
  const std::vector<Group> groups = groups_of(report.scenario, *report.draws);
  std::vector<RidgeRegression> regressions;
  for (const Group& group : groups) regressions.emplace_back(group.inputs, report.draws->draws);
  std::array<OptionResults, purse_count> options;
  for (const StrategyAppraisal& strategy : strategies) {
    auto savings = expected_savings(*report.draws, strategy.at(EffectLevel::centre).arm);
    for (std::size_t p = 0; p < purse_count; ++p) options[p].push_back(std::move(savings[p]));
  }
  return by_name(purse_names, [&](std::size_t p) {
    return decision_json(report, *value_of_information(options[p], regressions), groups);
  });
}

Json rank_correlations(const Report& report, const StrategyAppraisal& appraised) {
  if (report.draws == nullptr) return nullptr;
  const RunResult& draws = *report.draws;
  const auto savings = expected_savings(draws, appraised.at(EffectLevel::centre).arm);
  const std::vector<double>& net = savings[index_of(Purse::all_public)];
  struct Followed {
    std::size_t input = 0;
    DrawEstimate correlation;
  };
  std::vector<Followed> inputs;
  for (std::size_t i = 0; i < draws.drawn_names.size(); ++i) {
    const auto found = rank_correlation(values_of_input(draws, i), net);
    if (found) inputs.push_back({i, *found});
  }
  std::stable_sort(inputs.begin(), inputs.end(), [](const Followed& a, const Followed& b) {
    return std::fabs(a.correlation.value) > std::fabs(b.correlation.value);
  });
  if (inputs.size() > most_named) inputs.resize(most_named);
  return list_of(inputs, [&](const Followed& one) -> Json {
    return {{"name", draws.drawn_names[one.input]},
            {"correlation", one.correlation.value},
            {"error", one.correlation.error}};
  });
}

}  // namespace samspil
