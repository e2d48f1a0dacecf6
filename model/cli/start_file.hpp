/// \file
/// Burned-in families kept in a file, so that runs with other strategies, draws and terms branch
/// from the same start without making it again.
#pragma once

#include <optional>
#include <string>

#include "model/engine/ranks.hpp"
#include "model/families/pool.hpp"

namespace samspil::cli {

/// The families of `file` on every process; nothing where there is no such file. Throws InputError
/// when it is torn or altered, or holds the start of other inputs or another build of the program.
std::optional<Pool> read_start(const std::string& file, const Scenario& scenario, Ranks& ranks);

/// Writes them beside the file and renames. Throws std::runtime_error.
void write_start(const std::string& file, const Scenario& scenario, const Pool& pool);

}  // namespace samspil::cli
