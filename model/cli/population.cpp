#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "model/cli/console.hpp"
#include "model/cli/deliveries.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/terminal.hpp"
#include "model/families/population_columns.hpp"
#include "model/io/results_file.hpp"
#include "model/io/text_file.hpp"
#include "model/loading/load.hpp"
#include "model/measurement/flows.hpp"
#include "model/pages/flows_page.hpp"
#include "model/pages/run_page.hpp"
#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/result/flows_document.hpp"
#include "model/result/run_document.hpp"
#include "model/storage/tables_csv.hpp"
#include "model/words/problem.hpp"

namespace samspil::cli {
namespace {

bool is_table_of_families(const std::filesystem::path& file) {
  return file.extension() == ".csv" || file.extension() == ".h5";
}

/// A scenario names its population; a population file or own families alone are taken into the
/// default scenario.
Scenario load_for_population(const std::string& name) {
  const std::filesystem::path file = find_input(name);
  if (is_table_of_families(file)) {
    OwnFamilies own = load_own_families(file);
    return with_own_families(load_scenario(shipped_folder() / "default.toml", shipped_folder()),
                             std::move(own), shipped_folder());
  }
  if (read_text(file).find("[[margin") == std::string::npos) {
    return load_scenario(file, shipped_folder());
  }
  Scenario scenario = load_scenario(shipped_folder() / "default.toml", shipped_folder());
  scenario.population = load_population(file);
  scenario.families_per_draw = 0;  // of the population that it named
  return scenario;
}

/// Families and people as columns beside the fit and the inputs they were made from. What cannot be
/// written keeps nobody from making the population.
class PopulationFile {
 public:
  PopulationFile(const std::string& target, Deliveries& deliveries) : deliveries_{deliveries} {
    deliveries_.attempt([&] { writer_.emplace(target); });
  }

  void append(const std::string& group, const std::vector<Column>& columns) {
    if (!writer_) return;
    const bool is_written = deliveries_.attempt([&] {
      for (const Column& column : columns) {
        writer_->append_column(group, std::string{column.name}, std::string{column.unit},
                               column.values);
      }
    });
    if (!is_written) writer_.reset();
  }
  /// Whether the file has come to be.
  bool finish(const Scenario& scenario, const PopulationFit& fit) {
    return writer_ && deliveries_.attempt([&] {
      writer_->write_text("fit", "population.csv", population_csv(fit));
      writer_->write_attribute("provenance", "program", std::string{"samspil"});
      writer_->write_attribute("provenance", "seed", std::int64_t{scenario.seed});
      for (const auto& [name, text] : input_texts(scenario)) {
        writer_->write_text("provenance", name_in_file(name), text);
      }
      writer_->commit();
    });
  }

 private:
  /// HDF5 reads a slash as a step into a group.
  static std::string name_in_file(std::string name) {
    std::replace(name.begin(), name.end(), '/', '_');
    return name;
  }

  Deliveries& deliveries_;
  std::optional<ResultsWriter> writer_;
};

void print_population(const Scenario& scenario, const PopulationFit& fit,
                      const PopulationOptions& options) {
  const Json document = population_document(scenario, fit);
  print(options.json ? as_json_text(document)
                     : as_text(population_page(document, options.common.language)));
  require_printed();
}

/// The screen goes first: it needs no disk.
void write_population(const Scenario& scenario, const PopulationOptions& options,
                      const Progress& progress) {
  const Common& common = options.common;
  Deliveries deliveries;
  PopulationFile file{common.out, deliveries};
  const PopulationFit fit =
      make_population(scenario, execution_of(common.threads), stage_of(progress, "population"),
                      [&](const std::vector<Column>& families, const std::vector<Column>& people) {
                        file.append("families", families);
                        file.append("people", people);
                      });
  deliveries.attempt([&] { print_population(scenario, fit, options); });
  if (file.finish(scenario, fit)) tell(say(common.language, "run.written_line", common.out));
  deliveries.require_made(common.language);
}

void print_flows(const Scenario& scenario, const PopulationOptions& options) {
  const KnownFlows known = load_known_flows(shipped_folder() / "known_flows.csv");
  const FlowTable table = measure_flows(scenario, execution_of(options.common.threads),
                                        progress_on_stderr(options.common.language));
  const Json document = flows_document(scenario, known, table);
  print(options.json ? as_json_text(document)
                     : as_text(flows_page(document, options.common.language)));
}

}  // namespace

int population(const PopulationOptions& options) {
  const Common& common = options.common;
  if (options.check) return check({options.file, common.language});
  Outputs outputs;
  outputs.add("--out", common.out, FileKind::population);
  outputs.require_apart_from({find_input(options.file)});
  outputs.require_writable(common.force);
  Scenario scenario = load_for_population(options.file);
  outputs.require_apart_from(input_files(scenario));
  if (scenario.own_families && options.flows) throw no_output_of_own(options.file, "--flows");
  if (scenario.own_families && !common.out.empty()) throw no_output_of_own(options.file, "--out");
  apply(common, scenario);
  warn_of_scenario(scenario, common.language);
  if (options.flows) {
    print_flows(scenario, options);
    return 0;
  }
  const Progress progress = progress_on_stderr(common.language);
  if (common.out.empty()) {
    const PopulationFit fit =
        fit_population(scenario, execution_of(common.threads), stage_of(progress, "population"));
    print_population(scenario, fit, options);
  } else {
    write_population(scenario, options, progress);
  }
  return 0;
}

}  // namespace samspil::cli
