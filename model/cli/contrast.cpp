#include "model/cli/console.hpp"
#include "model/cli/terminal.hpp"
#include "model/loading/load.hpp"
#include "model/report/contrast_screen.hpp"

namespace samspil::cli {

int contrast(const ContrastOptions& options) {
  const Common& common = options.common;
  Scenario scenario = load_scenario(find_input(options.file), shipped_folder());
  const ContrastSpec spec = load_contrast(shipped_folder() / "contrast.csv");
  apply(common, scenario);
  warn_of_last_known(scenario, common.language);
  const ContrastResult result =
      run_contrast(scenario, spec.of(ContrastFigure::job_entry_ratio).value,
                   execution_of(common.threads), progress_on_stderr(common.language));
  const ContrastReport report{scenario, spec, result};
  print(options.json ? as_json(report) : contrast_screen(report, options.detail, common.language));
  return 0;
}

}  // namespace samspil::cli
