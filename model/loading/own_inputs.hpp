/// \file
/// The table `[inputs]` of a scenario: numbers of one's own by the names under which they are
/// explained, so that one file says all that a scenario changes.
#pragma once

#include "model/loading/toml.hpp"

namespace samspil {

/// Writes each number into the scenario, which is otherwise read. A number so given is certain and
/// of grade own, and its source is the scenario's file; what shares a whole with it makes room.
/// Names are those of input_list(); a name that is not there and a number out of its limits are
/// faults.
void read_own_inputs(TomlFields& fields, Scenario& scenario);

}  // namespace samspil
