/// \file
/// What a page must know of a scenario: what it holds, and by what a run of it differs from
/// another.
#pragma once

#include <cstdint>

#include "model/core/json.hpp"
#include "model/inputs/scenario.hpp"

namespace samspil {

/// All that moves the people of year 0, as one number: files, and own numbers of the scenario.
std::uint64_t people_of(const Scenario& scenario);
/// The same with what their year 0 is priced by.
std::uint64_t priced_people_of(const Scenario& scenario);

/// Its strategies with their usual numbers, and its first year.
Json about(const Scenario& scenario);

/// Without what is only told of and never reckoned with: every draw of the inputs copies it all.
Scenario lean(Scenario scenario);

}  // namespace samspil
