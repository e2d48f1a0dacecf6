/// \file
/// Every person-year of a run as columns of an HDF5 file.
///
///   /person_years  a row per person, budget year and arm: states, days, weeks, units and øre by
///   payer /family_years  a row per family, budget year and arm: what is nobody's alone, such as
///   refunds of
///                  expensive cases and casework that a strategy takes over
///   /labels        arms: "position name" a line; the names of the states
///   /provenance    program, version, seed; the inputs unless the families are real
#pragma once

#include <filesystem>

#include "model/result/run_document.hpp"
#include "model/simulation/ground.hpp"

namespace samspil {

/// Lives the scenario again at its inputs' values, one thread, and writes what comes. Families and
/// people are numbered by their place in the population: no name of an own file is in it. Throws
/// Failure with the reason where the file cannot be written; nothing is left then.
void write_person_years(const std::filesystem::path& target, const Scenario& values,
                        const Ground& ground, const Origin& origin, const ShareDone& share_done);

}  // namespace samspil
