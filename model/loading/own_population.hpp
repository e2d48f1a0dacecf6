/// \file
/// A scenario whose families are the municipality's own.
#pragma once

#include "model/loading/toml.hpp"

namespace samspil {

/// `population = { file = "families.csv" }`, with the year before the first budget year and the
/// most families of a team, where they are given.
void read_own_population(TomlFields& fields, const FindText& find, Problems& problems,
                         Scenario& scenario);

}  // namespace samspil
