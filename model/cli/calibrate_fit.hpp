/// \file
/// The model fitted to what was observed: the route of `samspil calibrate CALIBRATION.toml`.
#pragma once

#include "model/cli/commands.hpp"

namespace samspil::cli {

/// Fits, prints and writes. Returns the exit code.
int run_fit(const CalibrateOptions& options);

}  // namespace samspil::cli
