/// \file
/// How well the inputs of a run are founded, counted.
#pragma once

#include <array>

#include "model/inputs/scenario.hpp"

namespace samspil {

/// How many of the inputs that a run reads carry each grade.
std::array<std::size_t, grade_names.size()> count_grades(const Scenario& scenario);

/// How many effects of the strategies were seen by each design, and how many are stated outright;
/// how many there are, and how many of them are the user's own by their grade.
struct EffectsSeen {
  std::array<std::size_t, design_count> by_design{};
  std::size_t outright = 0;
  std::size_t all = 0;
  std::size_t own = 0;
};
EffectsSeen effects_seen(const Scenario& scenario) noexcept;

}  // namespace samspil
