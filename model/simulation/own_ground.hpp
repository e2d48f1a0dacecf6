/// \file
/// A municipality's own number of families: which part of the simulated ones it is, and how many of
/// them its own number enrols.
#pragma once

#include "model/families/pool.hpp"
#include "model/families/population_fit.hpp"
#include "model/inputs/scenario.hpp"

namespace samspil {

/// Share of the simulated families that the municipality has, (0, …]; 1 without one.
double own_share(const Scenario& scenario, const PopulationFit& fit) noexcept;

/// The scenario with the share of the eligible families enrolled that makes the municipality's own
/// number; as it is where it names none.
///   eligible  of the simulated families
/// Throws InputError where it has fewer families than it enrols.
Scenario with_own_enrolment(Scenario scenario, const PopulationFit& fit, std::uint64_t eligible);

/// The same where only pool and draw are known.
Scenario with_own_enrolment(Scenario scenario, const Pool& pool, const StratifiedDraw& draw);

}  // namespace samspil
