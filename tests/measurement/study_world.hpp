/// \file
/// A shipped study with few cohorts, run on the shipped scenario.
#pragma once

#include <string>

#include "model/loading/load.hpp"
#include "model/measurement/studies.hpp"
#include "tests/support/small_world.hpp"

namespace samspil::test {

inline StudySpec shipped_study(const std::string& id) {
  return load_study(shipped_scenarios() / "studies" / (id + ".toml"));
}

inline std::vector<Strategy> strategies_of(const StudySpec& study, const EvidenceRule& evidence) {
  std::vector<Strategy> strategies;
  for (const std::string& id : study.strategies) {
    strategies.push_back(load_strategy(shipped_scenarios() / "strategies" / (id + ".toml"),
                                       shipped_scenarios(), evidence));
  }
  return with_settings(std::move(strategies), study);
}

inline StudyResult run_cohorts(StudySpec study, std::uint32_t cohorts, int threads = 0) {
  study.cohorts = cohorts;
  const Scenario scenario = shipped_scenario();
  const std::vector<Strategy> strategies = strategies_of(study, scenario.evidence);
  return run_study({study, scenario, strategies, threads, {}});
}

/// Replaces a number of the rule, or of every group that has it.
inline void set_number(StudySpec& study, std::string_view name, double value) {
  const auto set = [&](std::vector<StudyNumber>& numbers) {
    for (StudyNumber& number : numbers) {
      if (number.name == name) number.quantity.value = value;
    }
  };
  set(study.rule);
  for (StudyGroup& group : study.groups) set(group.numbers);
}

inline const SignResult& sign_of(const StudyResult& result, std::string_view name) {
  for (const SignResult& sign : result.signs) {
    if (sign.sign.name == name) return sign;
  }
  throw std::logic_error("no sign " + std::string{name});
}

}  // namespace samspil::test
