/// \file
/// Potential, gross saving, cost and net result in one table for each strategy: the part of the
/// contrast's document that is made when asked for.
#pragma once

#include <vector>

#include "model/appraisal/potential.hpp"
#include "model/core/json.hpp"

namespace samspil {

Json potential_document(const Scenario& scenario, const std::vector<StrategyPotential>& all);

}  // namespace samspil
