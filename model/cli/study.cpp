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
namespace {

/// A file, or the name of a shipped study.
std::filesystem::path find_study(const std::string& name) {
  std::error_code ignored;
  std::filesystem::path found = find_input(name);
  if (std::filesystem::is_regular_file(found, ignored)) return found;
  std::filesystem::path shipped = find_input("studies/" + name);
  return std::filesystem::is_regular_file(shipped, ignored) ? shipped : found;
}

}  // namespace

int study(const StudyOptions& options) {
  const auto [read, scenario, strategies] =
      with_references(load_study(find_study(options.file)), shipped_folder());
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
