#include <fmt/core.h>

#include <cstdio>
#include <filesystem>

#include "model/cli/console.hpp"
#include "model/cli/job.hpp"
#include "model/cli/start_file.hpp"
#include "model/inputs/load.hpp"
#include "model/io/text_file.hpp"
#include "model/report/results_h5.hpp"
#include "model/report/screen.hpp"
#include "model/report/tables_csv.hpp"

namespace samspil::cli {
namespace {

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
    for (const WrittenTable& table : csv_tables(report)) {
      write_text(std::filesystem::path{options.csv_folder} / table.name, table.text);
    }
    tell(options.csv_folder);
  }
  if (!options.common.out.empty()) {
    write_results(options.common.out, report, origin(), input_texts(report.scenario));
    tell(options.common.out);
  }
}

void print_report(const RunOptions& options, const Report& report) {
  const Language language = options.common.language;
  if (options.json) {
    fmt::print("{}", as_json(report, origin()));
  } else {
    fmt::print("{}", screen(report, language));
    if (options.detail) fmt::print("{}", detail(report, language));
  }
  require_printed();
}

/// The families of --start, if it was given: read, or made and written for the next run.
std::optional<Pool> start_of(const RunOptions& options, const Job& job, Ranks& ranks,
                             const Execution& execution, const Progress& progress) {
  if (options.start.empty()) return std::nullopt;
  std::optional<Pool> start = read_start(options.start, job.scenario, ranks);
  const Word told = start ? Word::found_start : Word::kept_start;
  if (!start) {
    start = make_pool(job.scenario, execution, [&](double share) {
      if (progress) progress(share, "population");
    });
    if (ranks.is_root()) write_start(options.start, job.scenario, *start);
  }
  if (ranks.is_root()) {
    fmt::print(stderr, "{}\n", say(options.common.language, told, options.start));
  }
  return start;
}

/// All that several processes do together. The report refers to `job` and `result`.
Report simulate(const RunOptions& options, const Job& job, Ranks& ranks, Checkpoint* checkpoint,
                RunResult& result) {
  keep_to_threads(options.common.threads);
  const Execution execution = execution_of(options.common.threads, &ranks);
  const Progress progress =
      ranks.is_root() ? progress_on_stderr(options.common.language) : Progress{};
  const std::optional<Pool> start = start_of(options, job, ranks, execution, progress);
  result = run_scenario(job.scenario, execution, progress, checkpoint, start ? &*start : nullptr);
  if (options.detail) run_without_each_mechanism(job.scenario, execution, progress, result);
  Report report = make_report(job.scenario, result);
  if (options.what_matters) {
    report.what_matters = find_what_matters(job.scenario, MatterSearch{}, execution, progress);
  }
  return report;
}

}  // namespace

int run(const RunOptions& options, Ranks& ranks) {
  const Job job = load_job(options, ranks);
  std::optional<Checkpoint> checkpoint = open_checkpoint(options, job.scenario, ranks);
  if (ranks.is_root()) warn_of_last_known(job.scenario, options.common.language);
  const auto deliver = [&](const Report& report) {
    compare_with_stored(options, job, report);
    write_files(options, report);
    print_report(options, report);
    if (checkpoint) checkpoint->remove();
    return std::string{};
  };
  try {
    RunResult result;
    const Report report =
        simulate(options, job, ranks, checkpoint ? &*checkpoint : nullptr, result);
    ranks.from_root([&] { return deliver(report); }, code_of_fault);
  } catch (const Stopped&) {
    if (ranks.is_root() && std::filesystem::exists(options.checkpoint)) {
      fmt::print(stderr, "{}\n",
                 say(options.common.language, Word::kept_checkpoint, options.checkpoint));
    }
    throw;
  }
  return 0;
}

}  // namespace samspil::cli
