#include "model/cli/calibrate_fit.hpp"
#include "model/cli/calibrate_panel.hpp"
#include "model/words/problem.hpp"

namespace samspil::cli {

int calibrate(const CalibrateOptions& options) {
  if (options.file.empty() == options.panel.empty()) {
    throw InputError{Problem{
        "calibrate", 0, "", {"calibrate.ask_for_one"}, Message::as_is("samspil calibrate --help")}};
  }
  return options.panel.empty() ? run_fit(options) : run_panel(options);
}

}  // namespace samspil::cli
