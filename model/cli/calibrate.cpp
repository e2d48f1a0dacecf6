#include "model/cli/calibrate_panel.hpp"

namespace samspil::cli {

int calibrate(const CalibrateOptions& options) { return run_panel(options); }

}  // namespace samspil::cli
