/// \file
/// Which law a run holds, and how its prices came to one level: the same facts for all files.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/inputs/scenario.hpp"

namespace samspil {

/// Names and values of the settings of law and prices, for files.
std::vector<std::pair<std::string, std::string>> law_and_prices(const Scenario& scenario);

/// The rate of discount as a scenario writes it: a number, or "fm".
std::string discount_rate_text(const Scenario& scenario);

}  // namespace samspil
