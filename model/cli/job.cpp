#include "model/cli/job.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <sstream>

#include "model/cli/console.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/report_files.hpp"
#include "model/cli/terminal.hpp"
#include "model/core/checksum.hpp"
#include "model/io/h5_kind.hpp"
#include "model/io/output_file.hpp"
#include "model/loading/load.hpp"
#include "model/words/problem.hpp"
#include "model/words/words.hpp"

namespace samspil::cli {
namespace {

Outputs outputs_of(const RunOptions& options) {
  Outputs outputs;
  outputs.add("--out", options.common.out, FileKind::results);
  outputs.add_tables("--csv", options.csv_folder, options.csv_style);
  outputs.add_report("--report", options.report_folder);
  outputs.add("--checkpoint", options.checkpoint, FileKind::checkpoint);
  outputs.add("--start", options.start, FileKind::start);
  outputs.add("--microdata", options.microdata, FileKind::microdata);
  return outputs;
}

/// Of own families no output tells of single ones, but where that is asked for outright.
void require_own_untold(const RunOptions& options) {
  if (!options.common.out.empty()) throw no_output_of_own(options.file, "--out");
  if (!options.start.empty()) throw no_output_of_own(options.file, "--start");
  if (options.microdata.empty() || options.allow_own) return;
  throw InputError{
      Problem{options.file, 0, "--microdata", {"fault.own_told"}, {"remedy.microdata_of_own"}}};
}

Job read_job(const RunOptions& options) {
  const Outputs outputs = outputs_of(options);
  const std::filesystem::path file = find_input(options.file);
  outputs.require_apart_from({file});
  outputs.require_writable(options.common.force);
  Job job;
  if (!is_hdf5(file)) {
    const Strategies strategies = options.all ? Strategies::all_shipped : Strategies::as_written;
    job.scenario = load_scenario(file, shipped_folder(), strategies);
    outputs.require_apart_from(input_files(job.scenario));
    if (job.scenario.own_families) require_own_untold(options);
    if (!options.report_folder.empty())
      require_strategies(options.file, job.scenario.strategies.size());
  } else if (options.all) {
    throw InputError{
        Problem{file.string(), 0, "--all", {"compare.all_of_results"}, {"remedy.from_files"}}};
  } else {
    job.stored = read_stored_run(file);
    try {
      job.scenario = load_scenario(job.stored->inputs);
    } catch (const InputError& error) {
      throw fault_of_inputs(*job.stored, error);
    }
    job.scenario.seed = job.stored->seed;
    job.scenario.draws = job.stored->draws;
    job.scenario.families_per_draw = job.stored->families_per_draw;
    job.scenario.replicates = job.stored->replicates;
    job.scenario.years = job.stored->years;
    job.scenario.families = job.stored->families;
  }
  apply(options.common, job.scenario);
  return job;
}

/// The numbers that the command line may change, then name and text of each input. No text
/// holds a zero byte: it would not have been read.
std::string as_text(const Scenario& scenario) {
  const CohortSize cohort = scenario.cohort.value_or(CohortSize{});
  std::string text = fmt::format("{} {} {} {} {} {} {} {}", scenario.seed, scenario.draws,
                                 scenario.families_per_draw, scenario.replicates, scenario.years,
                                 scenario.families, cohort.families, cohort.parents);
  for (const auto& [name, input] : input_texts(scenario)) {
    text.append(1, '\0').append(name).append(1, '\0').append(input);
  }
  return text;
}

Scenario from_text(const std::string& text) {
  std::vector<std::string> fields;
  std::istringstream stream{text};
  for (std::string field; std::getline(stream, field, '\0');) fields.push_back(field);
  InputTexts inputs;
  for (std::size_t i = 1; i + 1 < fields.size(); i += 2) {
    inputs.emplace_back(fields[i], fields[i + 1]);
  }
  Scenario scenario = load_scenario(inputs);
  CohortSize cohort;
  std::istringstream{fields.front()} >> scenario.seed >> scenario.draws >>
      scenario.families_per_draw >> scenario.replicates >> scenario.years >> scenario.families >>
      cohort.families >> cohort.parents;
  scenario.cohort.reset();
  if (cohort.families > 0 || cohort.parents > 0) scenario.cohort = cohort;
  return scenario;
}

/// All that a result depends on.
Checkpoint::Inputs checkpoint_inputs(const Scenario& scenario) {
  std::uint64_t inputs = fnv1a("");
  for (const auto& [name, text] : input_texts(scenario)) {
    inputs = fnv1a_of_text(text, fnv1a_of_text(name, inputs));
  }
  return {{"program", this_build()},
          {"inputs", hexadecimal(inputs)},
          {"seed", std::to_string(scenario.seed)},
          {"draws", std::to_string(scenario.draws)},
          {"families_per_draw", std::to_string(scenario.families_per_draw)},
          {"replicates", std::to_string(scenario.replicates)},
          {"years", std::to_string(scenario.years)},
          {"families", std::to_string(scenario.families)}};
}

}  // namespace

Job load_job(const RunOptions& options, Ranks& ranks) {
  Job job;
  const auto read = [&] {
    job = read_job(options);
    return ranks.count() > 1 ? as_text(job.scenario) : std::string{};
  };
  const std::string text = ranks.from_root(read, code_of_fault);
  if (!ranks.is_root()) job.scenario = from_text(text);
  return job;
}

std::optional<Checkpoint> open_checkpoint(const RunOptions& options, const Scenario& scenario,
                                          Ranks& ranks) {
  if (options.checkpoint.empty()) return std::nullopt;
  CheckpointFile file{followed(options.checkpoint)};
  const std::string text = ranks.from_root([&] { return file.open(); }, code_of_fault);
  std::optional<Checkpoint> checkpoint{std::in_place, std::move(file), text,
                                       checkpoint_inputs(scenario), options.checkpoint_every};
  if (checkpoint->was_found() && ranks.is_root()) {
    tell(say(options.common.language, "run.found_checkpoint", options.checkpoint,
             fmt::format("{:.0f}", 100 * checkpoint->share_found())));
  }
  return checkpoint;
}

}  // namespace samspil::cli
