#include <fmt/core.h>

#include "model/cli/console.hpp"
#include "model/core/problem.hpp"
#include "model/inputs/load.hpp"
#include "model/io/text_file.hpp"
#include "model/report/screen.hpp"
#include "model/report/tables_csv.hpp"

namespace samspil::cli {
namespace {

/// A scenario names its population; a population file alone is taken into the default scenario.
Scenario load_for_population(const std::string& name) {
  const std::filesystem::path file = find_input(name);
  if (read_text(file).find("[[margin") == std::string::npos) {
    return load_scenario(file, shipped_folder());
  }
  Scenario scenario = load_scenario(shipped_folder() / "default.toml", shipped_folder());
  scenario.population = load_population(file);
  return scenario;
}

}  // namespace

int population(const PopulationOptions& options) {
  const Common& common = options.common;
  if (!common.out.empty()) require_writable(common.out);
  Scenario scenario = load_for_population(options.file);
  apply(common, scenario);
  const PopulationFit fit =
      fit_population(scenario, common.threads, progress_on_stderr(common.language));
  if (!common.out.empty()) {
    write_text(common.out, population_csv(fit));
    fmt::print(stderr, "{}\n", say(common.language, Word::written_line, common.out));
  }
  fmt::print("{}", population_screen(scenario, fit, common.language));
  return 0;
}

}  // namespace samspil::cli
