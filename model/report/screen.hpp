/// \file
/// The answer on one screen of 80 columns: the municipality's own kroner first.
#pragma once

#include <string>

#include "model/report/report.hpp"

namespace samspil {

std::string screen(const Report& report, Language language);

/// What --detail adds below the screen.
std::string detail(const Report& report, Language language);

/// The population of a scenario beside its sources.
std::string population_screen(const Scenario& scenario, const PopulationFit& fit,
                              Language language);

}  // namespace samspil
