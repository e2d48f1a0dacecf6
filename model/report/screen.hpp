/// \file
/// The answer on one screen of 80 columns: the municipality's own kroner first.
#pragma once

#include <string>

#include "model/render/text.hpp"
#include "model/report/report.hpp"

namespace samspil {

/// The strategies compared, and each one's own budget where there are few.
std::string screen(const Report& report, Language language);

/// What the screen leaves to the detail of one strategy.
void write_left_out(Page& page, const Report& report, const StrategyAppraisal& strategy,
                    Language language);

/// What --detail adds below the screen.
std::string detail(const Report& report, Language language);

/// The population of a scenario beside its sources.
std::string population_screen(const Scenario& scenario, const PopulationFit& fit,
                              Language language);

}  // namespace samspil
