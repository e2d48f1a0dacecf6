/// \file
/// How large a run may be. Asked before memory is taken, since sizes multiply.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "model/inputs/scenario.hpp"
#include "model/words/problem.hpp"

namespace samspil {

/// Draws × replicates at most: each keeps its savings and the values that it drew, a few kB.
inline constexpr std::uint64_t most_runs = 100'000;
/// Families × years × draws × replicates at most. Their expenditure is summed in øre of 64 bits,
/// which holds 2.3 mio. kr. for each.
inline constexpr std::uint64_t most_family_years = 40'000'000'000;

/// Strategies of a scenario at most, present practice among them: each has three arms beside that
/// of the baseline, and a run has 1,024 arms at most.
inline constexpr std::size_t most_strategies = 341;

/// What is wrong with the size that a scenario's settings amount to. The fault names no file.
std::optional<Problem> fault_of_size(const Scenario& scenario);

}  // namespace samspil
