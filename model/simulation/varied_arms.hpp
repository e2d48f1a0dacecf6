/// \file
/// Arms beside the levels of effect, and their results apart from those of the levels.
#pragma once

#include <array>
#include <vector>

#include "model/simulation/run.hpp"

namespace samspil {

/// Multipliers of all effects that draws are lived at, beside those without effect and at the
/// centre.
inline constexpr std::array<double, 2> multipliers_of_draws{2, 4};

/// Appends a strategy as it is varied, and returns its position. Present practice, if there is one,
/// stands before it: its effects are varied alike, its caseload and duration not.
///   strategy  number, as strategy_of() counts
std::size_t add_varied_arm(std::vector<Arm>& arms, const Scenario& scenario, std::size_t strategy,
                           const Variation& variation);

/// Every strategy at each multiplier of draws.
void add_arms_of_draws(std::vector<Arm>& arms, const Scenario& scenario);

/// Takes the arms from `first` on out of a result, into one of their own with a copy of the
/// baseline, as if it took no work, as its first arm. Each is compared with the baseline or with
/// one of them. Accounts stay where they are: those of the arms taken are not kept.
RunResult take_arms_from(RunResult& all, std::size_t first);

}  // namespace samspil
