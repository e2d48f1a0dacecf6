#include "model/cli/console.hpp"
#include "model/cli/terminal.hpp"
#include "model/core/shown_text.hpp"
#include "model/loading/load.hpp"

namespace samspil::cli {

int check(const CheckOptions& options) {
  const std::vector<Problem> problems = check_file(find_input(options.file), shipped_folder());
  for (const Problem& problem : problems) print(problem.text(options.language) + '\n');
  if (!problems.empty()) return 2;
  print(shown(say(options.language, "run.checked_ok", options.file)) + '\n');
  return 0;
}

}  // namespace samspil::cli
