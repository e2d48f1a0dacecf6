#include <fmt/core.h>

#include <algorithm>

#include "model/cli/console.hpp"
#include "model/core/problem.hpp"
#include "model/inputs/load.hpp"
#include "model/io/results_file.hpp"
#include "model/io/text_file.hpp"
#include "model/report/screen.hpp"
#include "model/report/tables_csv.hpp"
#include "model/simulation/population_columns.hpp"

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

/// Families and people as columns beside the fit and the inputs they were made from.
class PopulationFile {
 public:
  explicit PopulationFile(const std::string& target) : writer_{target} {}

  void append(const std::string& group, const std::vector<Column>& columns) {
    for (const Column& column : columns) {
      writer_.append_column(group, std::string{column.name}, std::string{column.unit},
                            column.values);
    }
  }
  void finish(const Scenario& scenario, const PopulationFit& fit) {
    writer_.write_text("fit", "population.csv", population_csv(fit));
    writer_.write_attribute("provenance", "seed", std::int64_t{scenario.seed});
    for (const auto& [name, text] : input_texts(scenario)) {
      writer_.write_text("provenance", name_in_file(name), text);
    }
    writer_.commit();
  }

 private:
  /// HDF5 reads a slash as a step into a group.
  static std::string name_in_file(std::string name) {
    std::replace(name.begin(), name.end(), '/', '_');
    return name;
  }

  ResultsWriter writer_;
};

PopulationFit write_population(const Scenario& scenario, const Common& common,
                               const Progress& progress) {
  PopulationFile file{common.out};
  PopulationFit fit =
      make_population(scenario, execution_of(common.threads), progress,
                      [&](const std::vector<Column>& families, const std::vector<Column>& people) {
                        file.append("families", families);
                        file.append("people", people);
                      });
  file.finish(scenario, fit);
  fmt::print(stderr, "{}\n", say(common.language, Word::written_line, common.out));
  return fit;
}

}  // namespace

int population(const PopulationOptions& options) {
  const Common& common = options.common;
  if (!common.out.empty()) require_writable(common.out);
  Scenario scenario = load_for_population(options.file);
  apply(common, scenario);
  warn_of_last_known(scenario, common.language);
  const Progress progress = progress_on_stderr(common.language);
  const PopulationFit fit = common.out.empty()
                                ? fit_population(scenario, execution_of(common.threads), progress)
                                : write_population(scenario, common, progress);
  fmt::print("{}", population_screen(scenario, fit, common.language));
  return 0;
}

}  // namespace samspil::cli
