#include "model/appraisal/decision.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "model/appraisal/uncertainty.hpp"
#include "model/inputs/drawn_inputs.hpp"

namespace samspil {
namespace {

std::vector<double> values_of_input(const RunResult& draws, std::size_t input) {
  std::vector<double> values;
  for (const auto& draw : draws.drawn_values) values.push_back(draw[input]);
  return values;
}

/// By group, then input and draw.
std::array<std::vector<std::vector<double>>, input_group_count> values_by_group(
    const Scenario& scenario, const RunResult& draws) {
  const DrawnInputs drawn{scenario};
  if (drawn.names() != draws.drawn_names) throw std::logic_error{"draws of other inputs"};
  std::array<std::vector<std::vector<double>>, input_group_count> values;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    values[index_of(group_of(drawn.inputs()[i]))].push_back(values_of_input(draws, i));
  }
  return values;
}

}  // namespace

std::optional<Decision> decision_of(const Report& report) {
  const auto& strategies = report.appraisal.strategies;
  if (report.draws == nullptr || report.draws->draws < 2 || strategies.empty()) return {};
  Decision decision;
  std::vector<RidgeRegression> regressions;
  const auto values = values_by_group(report.scenario, *report.draws);
  for (std::size_t group = 0; group < input_group_count; ++group) {
    if (values[group].empty()) continue;
    decision.groups.push_back(static_cast<InputGroup>(group));
    regressions.emplace_back(values[group], report.draws->draws);
  }
  std::array<OptionResults, purse_count> options;
  for (const StrategyAppraisal& strategy : strategies) {
    auto savings = expected_savings(*report.draws, strategy.at(EffectLevel::centre).arm);
    for (std::size_t p = 0; p < purse_count; ++p) options[p].push_back(std::move(savings[p]));
  }
  for (std::size_t p = 0; p < purse_count; ++p) {
    decision.by_purse[p] = value_of_information(options[p], regressions);
  }
  return decision;
}

std::vector<FollowedInput> followed_inputs(const Report& report, const StrategyAppraisal& appraised,
                                           std::size_t most) {
  if (report.draws == nullptr) return {};
  const RunResult& draws = *report.draws;
  const auto savings = expected_savings(draws, appraised.at(EffectLevel::centre).arm);
  const std::vector<double>& net = savings[index_of(Purse::all_public)];
  std::vector<FollowedInput> inputs;
  for (std::size_t i = 0; i < draws.drawn_names.size(); ++i) {
    const auto found = rank_correlation(values_of_input(draws, i), net);
    if (found) inputs.push_back({draws.drawn_names[i], *found});
  }
  std::stable_sort(inputs.begin(), inputs.end(), [](const auto& a, const auto& b) {
    return std::fabs(a.correlation.value) > std::fabs(b.correlation.value);
  });
  if (inputs.size() > most) inputs.resize(most);
  return inputs;
}

}  // namespace samspil
