#include <nlohmann/json.hpp>

#include "model/cli/console.hpp"
#include "model/cli/terminal.hpp"
#include "model/loading/load.hpp"
#include "model/measurement/studies.hpp"
#include "model/pages/study_page.hpp"
#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/result/study_document.hpp"

namespace samspil::cli {
int study(const StudyOptions& options) {
  const std::string file = find_input(options.file).string();
  const auto [read, scenario, strategies] = with_references(
      load_study(find_shipped(file, shipped_folder() / "studies")), shipped_folder());
  StudySpec spec = read;
  if (options.seed) spec.seed = *options.seed;
  if (options.cohorts) spec.cohorts = *options.cohorts;
  const Progress progress = progress_on_stderr(options.language);
  const auto share_done = [&progress](double share) { progress(share, "simulation"); };
  const StudyRun run{spec, scenario, strategies, execution_of(options.threads), share_done};
  const Json document = study_document(run, run_study(run));
  print(options.json ? as_json_text(document) : as_text(study_page(document, options.language)));
  return 0;
}

}  // namespace samspil::cli
