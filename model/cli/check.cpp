#include <fmt/core.h>

#include "model/cli/console.hpp"
#include "model/inputs/load.hpp"

namespace samspil::cli {

int check(const CheckOptions& options) {
  const std::vector<Problem> problems = check_file(find_input(options.file), shipped_folder());
  for (const Problem& problem : problems) fmt::print("{}\n", problem.text());
  if (!problems.empty()) return 2;
  fmt::print("{}\n", say(options.language, Word::checked_ok, options.file));
  return 0;
}

}  // namespace samspil::cli
