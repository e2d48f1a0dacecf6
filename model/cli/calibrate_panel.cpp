#include "model/cli/calibrate_panel.hpp"

#include <nlohmann/json.hpp>

#include "model/calibration/panel_estimate.hpp"
#include "model/cli/console.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/terminal.hpp"
#include "model/io/output_file.hpp"
#include "model/loading/load.hpp"
#include "model/pages/panel_page.hpp"
#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/result/panel_document.hpp"
#include "model/storage/panel_layer.hpp"

namespace samspil::cli {

int run_panel(const CalibrateOptions& options) {
  Outputs outputs;
  outputs.add("--out", options.out, FileKind::input);
  outputs.require_apart_from({options.panel});
  outputs.require_writable(options.force);
  const Panel panel = load_panel(options.panel);
  const LoadedParameters today = load_usual_parameters(shipped_folder());
  const Json document = panel_document(panel, estimate_panel(panel), today.table);
  print(options.json ? as_json_text(document) : as_text(panel_page(document, options.language)));
  require_printed();
  if (options.out.empty()) return 0;
  const std::string layer = panel_layer(document, options.rates);
  if (layer.empty()) throw Failure{{"panel.no_layer"}};
  write_whole(options.out, layer);
  tell(say(options.language, "run.written_line", options.out));
  return 0;
}

}  // namespace samspil::cli
