#include "model/storage/labels.hpp"

#include <fmt/format.h>

#include "model/appraisal/report.hpp"

namespace samspil {

std::string arm_label(const Scenario& scenario, const Arm& arm) {
  if (arm.strategy == 0) return "baseline";
  const bool is_present = arm.strategy > scenario.strategies.size();
  return fmt::format("{}:{}",
                     is_present ? "present_practice" : strategy_of(scenario, arm.strategy).id,
                     effect_level_names[index_of(arm.level)]);
}

std::vector<std::string> arm_labels(const Scenario& scenario, const RunResult& result) {
  std::vector<std::string> labels;
  for (const Arm& arm : result.arms) labels.push_back(arm_label(scenario, arm));
  return labels;
}

std::vector<std::string> year_labels(const Scenario& scenario) {
  std::vector<std::string> labels;
  for (int year = 1; year <= scenario.years; ++year) {
    labels.push_back(std::to_string(calendar_year(scenario, year)));
  }
  return labels;
}

std::vector<std::string> run_labels(const RunResult& result) {
  std::vector<std::string> labels;
  for (std::size_t run = 0; run < result.runs(); ++run) {
    labels.push_back(
        fmt::format("{}:{}", run / result.replicates + 1, run % result.replicates + 1));
  }
  return labels;
}

}  // namespace samspil
