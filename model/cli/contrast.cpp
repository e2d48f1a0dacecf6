#include <nlohmann/json.hpp>

#include "model/cli/console.hpp"
#include "model/cli/terminal.hpp"
#include "model/loading/load.hpp"
#include "model/pages/contrast_page.hpp"
#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/result/contrast_document.hpp"

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
  const Json document = contrast_document(scenario, spec, result);
  print(options.json ? as_json_text(document)
                     : as_text(contrast_page(document, options.detail, common.language)));
  return 0;
}

}  // namespace samspil::cli
