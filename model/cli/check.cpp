#include "model/calibration/priors.hpp"
#include "model/calibration/targets.hpp"
#include "model/cli/calibrate_fit.hpp"
#include "model/cli/console.hpp"
#include "model/cli/terminal.hpp"
#include "model/core/shown_text.hpp"
#include "model/loading/load.hpp"

namespace samspil::cli {

int check(const CheckOptions& options) {
  const std::vector<FurtherKind> further{
      {{"targets", "priors", "members", "updates", "size"}, check_fit},
      {{"target", "use", "form", "rule", "cohort", "comparison"},
       [](const std::filesystem::path& file) { load_targets(file); }},
      {{"inputs", "use", "group", "direction", "data"},
       [](const std::filesystem::path& file) { load_priors(file); }}};
  std::vector<Problem> warnings;
  const std::vector<Problem> problems =
      check_file(find_input(options.file), shipped_folder(), further, &warnings);
  for (const Problem& problem : problems) print(problem.text(options.language) + '\n');
  for (const Problem& warning : warnings) print(warning_line(warning, options.language) + '\n');
  if (!problems.empty()) return 2;
  print(shown(say(options.language, "run.checked_ok", options.file)) + '\n');
  return 0;
}

}  // namespace samspil::cli
