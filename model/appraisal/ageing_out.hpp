/// \file
/// What falls away by age alone, whatever the strategy, so that nobody takes it for a saving.
#pragma once

#include <vector>

#include "model/appraisal/report.hpp"

namespace samspil {

/// What the placements of the children who turn 18 in the year after cost in each budget year of
/// the baseline, all payers together [kr., mean over runs]: at their price, before what the state
/// refunds of expensive cases.
std::vector<double> last_placements(const Report& report);

}  // namespace samspil
