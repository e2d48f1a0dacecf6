#include "model/cli/calibrate_fit.hpp"

namespace samspil::cli {

int calibrate(const CalibrateOptions& options) { return run_fit(options); }

}  // namespace samspil::cli
