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
/// Families of a run × years × draws × replicates at most. Their expenditure is summed in øre of 64
/// bits, which holds 2.3 mio. kr. for each.
inline constexpr std::uint64_t most_family_years = 40'000'000'000;

/// Strategies of a scenario at most, present practice among them: each has three arms beside that
/// of the baseline, and a run has 1,024 arms at most.
inline constexpr std::size_t most_strategies = 341;

/// Sites that a draw of the uncertain inputs lives unless a scenario says otherwise.
inline constexpr std::uint32_t usual_sites_per_draw = 59;

/// Families or parents of a cohort at most.
inline constexpr double most_cohort_size = 1e7;

/// Whether each draw lives a part of the families: not where there is but one, or a draw takes all.
constexpr bool rotates(const Scenario& scenario) noexcept {
  return scenario.draws > 1 && scenario.families_per_draw > 0;
}

/// Whole sites that a draw lives; only where the scenario rotates.
constexpr std::uint64_t sites_per_draw(const Scenario& scenario) noexcept {
  return scenario.families_per_draw /
         static_cast<std::uint32_t>(scenario.population.families_per_site);
}

/// The usual number, or 0, all, where the population has no more.
std::uint32_t usual_families_per_draw(const Scenario& scenario) noexcept;

/// What is wrong with the size that a scenario's settings amount to. The fault names no file.
std::optional<Problem> fault_of_size(const Scenario& scenario);

}  // namespace samspil
