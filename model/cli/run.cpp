#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "model/cli/console.hpp"
#include "model/cli/deliveries.hpp"
#include "model/cli/job.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/report_files.hpp"
#include "model/cli/start_file.hpp"
#include "model/cli/terminal.hpp"
#include "model/io/output_file.hpp"
#include "model/loading/load.hpp"
#include "model/render/json.hpp"
#include "model/result/run_document.hpp"
#include "model/simulation/matched_accounts.hpp"
#include "model/simulation/person_years.hpp"
#include "model/storage/draw_tables.hpp"
#include "model/storage/make_report.hpp"
#include "model/storage/microdata_h5.hpp"
#include "model/storage/results_h5.hpp"
#include "model/storage/results_tables.hpp"
#include "model/storage/tables_csv.hpp"
#include "model/words/problem.hpp"

namespace samspil::cli {
namespace {

bool asks_for_other_numbers(const Common& common) {
  return common.seed || common.draws || common.replicates || common.families || common.years;
}

/// A run of a results file says whether it met the stored bits.
void compare_with_stored(const RunOptions& options, const Job& job, const Report& report) {
  if (!job.stored || asks_for_other_numbers(options.common)) return;
  const Language language = options.common.language;
  const bool is_same_run = job.stored->hash == report.hash;
  const std::string& before = is_same_run ? job.stored->draws_hash : job.stored->hash;
  const std::string& now = is_same_run ? report.draws_hash : report.hash;
  tell(before == now ? say(language, "run.same_bits", options.file)
                     : say(language, "run.other_bits", options.file, before, now));
}

///   text  the document as JSON
void print_report(const RunOptions& options, const Json& document, const std::string& text) {
  if (options.json) {
    print(text);
  } else {
    print_pages(document, options.detail, options.common.language, options.sign);
  }
  require_printed();
}

/// What is written of a run, made once for folder and file.
struct Written {
  std::vector<WrittenTable> tables;
  std::vector<IntegerTable> draws;
};

void write_csv_folder(const RunOptions& options, const Report& report, const Written& written) {
  if (options.csv_folder.empty()) return;
  std::vector<WrittenTable> all = written.tables;
  for (WrittenTable& table :
       draw_csv_tables(arm_table(report.result), written.draws, runs_told(report).scale())) {
    all.push_back(std::move(table));
  }
  write_tables(options.csv_folder, std::move(all), options.csv_style, options.common.language);
}

void write_results_file(const RunOptions& options, const Report& report, const std::string& text,
                        const Written& written) {
  if (options.common.out.empty()) return;
  write_results(options.common.out, report, origin(), input_texts(report.scenario), text,
                written.tables, written.draws);
  tell(say(options.common.language, "run.written_line", options.common.out));
}

/// The families of --start, if it was given: read, or made and written for the next run.
std::optional<Pool> start_of(const RunOptions& options, const Job& job, Ranks& ranks,
                             const Execution& execution, const Progress& progress,
                             Deliveries& deliveries) {
  if (options.start.empty()) return std::nullopt;
  std::optional<Pool> start = read_start(options.start, job.scenario, ranks);
  const bool was_found = start.has_value();
  if (!start) {
    start = make_pool(job.scenario, execution, stage_of(progress, "population"));
  }
  if (!ranks.is_root()) return start;
  // Families that cannot be kept are simulated all the same.
  if (was_found || deliveries.attempt([&] { write_start(options.start, job.scenario, *start); })) {
    tell(say(options.common.language, was_found ? Key{"run.found_start"} : Key{"run.kept_start"},
             options.start));
  }
  return start;
}

/// Known before anything is simulated: a file of so many rows is a slip.
void require_small_enough(const RunOptions& options, const Scenario& scenario, const Pool& pool) {
  constexpr std::uint64_t most_rows = 100'000'000;
  if (options.microdata.empty()) return;
  const std::uint64_t rows = about_person_years(scenario, pool);
  if (rows <= most_rows) return;
  throw InputError{Problem{options.file,
                           0,
                           "--microdata",
                           {"fault.microdata_size", rows},
                           {"remedy.microdata_size", most_rows}}};
}

void write_microdata(const RunOptions& options, const Scenario& scenario, const Ground& ground,
                     const Progress& progress, Deliveries& deliveries) {
  if (options.microdata.empty()) return;
  const bool is_written = deliveries.attempt([&] {
    write_person_years(options.microdata, at_values(scenario), ground, origin(),
                       stage_of(progress, "microdata"));
  });
  if (is_written) tell(say(options.common.language, "run.written_line", options.microdata));
}

/// Its prices at the level of its own accounts, on families that are then made.
void match_own_accounts(Scenario& scenario, std::optional<Pool>& start, const Execution& execution,
                        const Progress& progress) {
  if (!scenario.own_order.match) return;
  if (!start) start = make_pool(scenario, execution, stage_of(progress, "population"));
  scenario = with_matched_accounts(std::move(scenario), *start, execution);
}

/// All that several processes do together. The report refers to `job` and `all`.
Report simulate(const RunOptions& options, Job& job, Ranks& ranks, Checkpoint* checkpoint,
                Deliveries& deliveries, RunAndDraws& all) {
  keep_to_threads(options.common.threads);
  const Execution execution = execution_of(options.common.threads, &ranks);
  const Progress progress =
      ranks.is_root() ? progress_on_stderr(options.common.language) : Progress{};
  std::optional<Pool> start = start_of(options, job, ranks, execution, progress, deliveries);
  match_own_accounts(job.scenario, start, execution, progress);
  const Ground ground{job.scenario, execution, progress, start ? &*start : nullptr};
  require_small_enough(options, job.scenario, ground.pool);
  std::optional<CohortPlan> cohort;  // known before anything is simulated
  if (job.scenario.cohort) {
    cohort = cohort_plan(job.scenario, families_of_cohort(job.scenario, ground.pool));
  }
  all = run_with_draws(job.scenario, ground, execution, progress, checkpoint);
  if (options.detail) run_without_each_mechanism(job.scenario, execution, progress, all.central);
  Report report = make_report(job.scenario, all.central, all.draws ? &*all.draws : nullptr);
  if (job.scenario.break_even) {
    if (all.varied_draws) report.varied_draws = &*all.varied_draws;
    report.break_even = find_break_even(job.scenario, ground, all, execution, progress);
  }
  if (cohort) {
    const CohortRuns runs = run_cohorts(job.scenario, ground.pool, *cohort, execution, progress);
    const FamilyReplicates again =
        live_families_again(job.scenario, ground.pool, {}, execution, progress);
    report.cohort = appraise_cohorts(runs, again, all.central, job.scenario.catalogue);
  }
  if (options.what_matters) {
    report.what_matters = find_what_matters(job.scenario, MatterSearch{}, execution, progress,
                                            all.draws ? &*all.draws : nullptr);
  }
  if (ranks.is_root()) write_microdata(options, job.scenario, ground, progress, deliveries);
  return report;
}

void write_report_folder(const RunOptions& options, const Json& document, const std::string& text) {
  ReportOptions report;
  report.file = options.file;
  report.out = options.report_folder;
  report.language = options.common.language;
  report.sign = options.sign;
  write_report(report, document, text);
}

/// Whether all of the results have left, so that no checkpoint is needed.
bool deliver_all(const RunOptions& options, const Report& report, Deliveries& deliveries) {
  const Json document = run_document(report, origin());
  const bool is_told =
      options.json || !options.report_folder.empty() || !options.common.out.empty();
  const std::string text = is_told ? as_json_text(document) : std::string{};
  const bool is_printed = deliveries.attempt([&] { print_report(options, document, text); });
  const bool is_reported = options.report_folder.empty() || deliveries.attempt([&] {
    write_report_folder(options, document, text);
  });
  if (options.csv_folder.empty() && options.common.out.empty()) return is_printed && is_reported;
  warn_of_left_out(document, options.common.language);
  Written written;
  const bool are_made = deliveries.attempt([&] {
    written = {csv_tables(report), draw_tables(report.scenario, runs_told(report))};
    written.tables.push_back(
        {"run.json", as_json_text(tables_document(document, report.scenario.file))});
  });
  if (!are_made) return false;
  const bool are_tables = deliveries.attempt([&] { write_csv_folder(options, report, written); });
  const bool is_file =
      deliveries.attempt([&] { write_results_file(options, report, text, written); });
  return is_printed && is_reported && are_tables && is_file;
}

void require_saved(const Checkpoint& checkpoint) {
  if (!checkpoint.fault().empty()) throw Failure{checkpoint.fault()};
}

/// What a run that is stopped leaves, and what it could not leave.
void tell_of_stop(const RunOptions& options, const std::optional<Checkpoint>& checkpoint,
                  Deliveries& deliveries) {
  try {
    if (checkpoint) require_saved(*checkpoint);
    deliveries.require_made(options.common.language);
  } catch (const std::exception& error) {
    tell_fault(error, options.common.language);
  }
  std::error_code ignored;
  if (checkpoint && std::filesystem::exists(options.checkpoint, ignored)) {
    tell(say(options.common.language, "run.kept_checkpoint", options.checkpoint));
  }
}

}  // namespace

int run(const RunOptions& options, Ranks& ranks) {
  Job job = load_job(options, ranks);
  std::optional<Checkpoint> checkpoint = open_checkpoint(options, job.scenario, ranks);
  if (ranks.is_root()) warn_of_scenario(job.scenario, options.common.language);
  Deliveries deliveries;
  const auto deliver = [&](const Report& report) {
    compare_with_stored(options, job, report);
    // The screen needs no disk and goes first; nothing that fails keeps back the rest.
    const bool is_kept = deliver_all(options, report, deliveries);
    if (checkpoint) {
      if (is_kept) checkpoint->remove();
      deliveries.attempt([&] { require_saved(*checkpoint); });
    }
    deliveries.require_made(options.common.language);
    return std::string{};
  };
  try {
    RunAndDraws all;
    const Report report =
        simulate(options, job, ranks, checkpoint ? &*checkpoint : nullptr, deliveries, all);
    ranks.from_root([&] { return deliver(report); }, code_of_fault);
  } catch (const Stopped&) {
    if (ranks.is_root()) tell_of_stop(options, checkpoint, deliveries);
    throw;
  }
  return 0;
}

}  // namespace samspil::cli
