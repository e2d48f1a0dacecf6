/// \file
/// The model fitted to what was observed: the route of `samspil calibrate CALIBRATION.toml`.
#pragma once

#include <filesystem>

#include "model/cli/commands.hpp"

namespace samspil::cli {

/// Fits, prints and writes. Returns the exit code.
int run_fit(const CalibrateOptions& options);

/// Reads all that a fit reads, and fits nothing. Throws InputError.
void check_fit(const std::filesystem::path& file);

}  // namespace samspil::cli
