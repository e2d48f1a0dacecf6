#include <fmt/core.h>

#include <cstdio>
#include <filesystem>

#include "model/cli/console.hpp"
#include "model/core/problem.hpp"
#include "model/inputs/load.hpp"
#include "model/io/results_file.hpp"
#include "model/io/text_file.hpp"
#include "model/report/compare_words.hpp"
#include "model/report/results_h5.hpp"
#include "model/report/screen.hpp"
#include "model/report/tables_csv.hpp"

namespace samspil::cli {
namespace {

/// What is run, and the results file it came from, if any.
struct Job {
  Scenario scenario;
  std::optional<StoredRun> stored;
};

Job load_job(const RunOptions& options) {
  const std::filesystem::path file = find_input(options.file);
  if (!is_hdf5(file)) {
    const Strategies strategies = options.all ? Strategies::all_shipped : Strategies::as_written;
    return {load_scenario(file, shipped_folder(), strategies), std::nullopt};
  }
  if (options.all) {
    throw InputError{Problem{file.string(), 0, "--all",
                             say(options.common.language, CompareWord::all_of_results),
                             "run the scenario from its files"}};
  }
  StoredRun stored = read_stored_run(file);
  Job job{load_scenario(stored.inputs), stored};
  job.scenario.seed = stored.seed;
  job.scenario.draws = stored.draws;
  job.scenario.replicates = stored.replicates;
  job.scenario.years = stored.years;
  job.scenario.families = stored.families;
  return job;
}

void require_outputs(const RunOptions& options) {
  if (!options.common.out.empty()) require_writable(options.common.out);
  if (!options.csv_folder.empty()) require_writable_folder(options.csv_folder);
}

bool asks_for_other_numbers(const Common& common) {
  return common.seed || common.draws || common.replicates || common.families || common.years;
}

/// A run of a results file says whether it met the stored bits.
void compare_with_stored(const RunOptions& options, const Job& job, const Report& report) {
  if (!job.stored || asks_for_other_numbers(options.common)) return;
  const Language language = options.common.language;
  const std::string text =
      job.stored->hash == report.hash
          ? say(language, Word::same_bits, options.file)
          : say(language, Word::other_bits, options.file, job.stored->hash, report.hash);
  fmt::print(stderr, "{}\n", text);
}

void write_files(const RunOptions& options, const Report& report) {
  const auto tell = [&](const std::string& file) {
    fmt::print(stderr, "{}\n", say(options.common.language, Word::written_line, file));
  };
  if (!options.csv_folder.empty()) {
    std::filesystem::create_directories(options.csv_folder);
    for (const CsvTable& table : csv_tables(report)) {
      write_text(std::filesystem::path{options.csv_folder} / table.name, table.text);
    }
    tell(options.csv_folder);
  }
  if (!options.common.out.empty()) {
    write_results(options.common.out, report, origin(), input_texts(report.scenario));
    tell(options.common.out);
  }
}

}  // namespace

int run(const RunOptions& options) {
  const Language language = options.common.language;
  require_outputs(options);
  Job job = load_job(options);
  apply(options.common, job.scenario);
  warn_of_last_known(job.scenario, language);
  const Progress progress = progress_on_stderr(language);
  RunResult result = run_scenario(job.scenario, options.common.threads, progress);
  if (options.detail) {
    run_without_each_mechanism(job.scenario, options.common.threads, progress, result);
  }
  Report report = make_report(job.scenario, result);
  if (options.what_matters) {
    report.what_matters =
        find_what_matters(job.scenario, MatterSearch{}, options.common.threads, progress);
  }
  compare_with_stored(options, job, report);
  write_files(options, report);
  if (options.json) {
    fmt::print("{}", as_json(report, origin()));
  } else {
    fmt::print("{}", screen(report, language));
    if (options.detail) fmt::print("{}", detail(report, language));
  }
  return 0;
}

}  // namespace samspil::cli
