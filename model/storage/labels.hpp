/// \file
/// What the positions of axes are called, in every file of results.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/simulation/run.hpp"

namespace samspil {

template <std::size_t N>
std::vector<std::string> as_labels(const std::array<std::string_view, N>& names) {
  return {names.begin(), names.end()};
}

/// Strategy and level of effect with a colon between them; "baseline" alone. A strategy that is
/// compared with itself as present practice goes by "present_practice" and has a label of its own.
std::string arm_label(const Scenario& scenario, const Arm& arm);

std::vector<std::string> arm_labels(const Scenario& scenario, const RunResult& result);
/// Calendar years of the budget years.
std::vector<std::string> year_labels(const Scenario& scenario);
/// "draw:replicate" of every run, both from 1.
std::vector<std::string> run_labels(const RunResult& result);

}  // namespace samspil
