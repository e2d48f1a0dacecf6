/// \file
/// TOML text as a table, by toml++. Knows the form, not the keys.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <vector>

#include "model/core/problem.hpp"

namespace samspil {

/// Reads `text`. A decimal comma is reported and read as a point, so that the faults after it are
/// found too; any other fault of form is reported and ends the reading with an empty table.
toml::table parse_toml(std::string text, const std::string& file, std::vector<Problem>& problems);

}  // namespace samspil
