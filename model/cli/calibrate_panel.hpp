/// \file
/// Hazard ratios from a panel: the route of `samspil calibrate --panel`.
#pragma once

#include "model/cli/commands.hpp"

namespace samspil::cli {

/// Estimates, prints and writes. Returns the exit code.
int run_panel(const CalibrateOptions& options);

}  // namespace samspil::cli
