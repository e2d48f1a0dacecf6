#include <chrono>
#include <nlohmann/json.hpp>

#include "model/cli/console.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/terminal.hpp"
#include "model/families/pool.hpp"
#include "model/io/output_file.hpp"
#include "model/loading/load.hpp"
#include "model/pages/contrast_page.hpp"
#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/result/contrast_case.hpp"
#include "model/result/contrast_document.hpp"
#include "model/result/potential_document.hpp"
#include "model/storage/case_text.hpp"
#include "model/words/problem.hpp"

namespace samspil::cli {
namespace {

/// A contrast has no screen that says so.
void require_unmatched(const Scenario& scenario) {
  if (!scenario.own_order.match) return;
  throw InputError{
      Problem{scenario.file, 0, "match_accounts", {"fault.match_in_run"}, {"remedy.match_in_run"}}};
}

Scenario load_for_contrast(const ContrastOptions& options) {
  Scenario scenario = load_scenario(find_input(options.file), shipped_folder());
  require_unmatched(scenario);
  Outputs outputs;
  outputs.add("--case", options.case_file, FileKind::contrast_case);
  outputs.require_apart_from(input_files(scenario));
  outputs.require_writable(options.common.force);
  apply(options.common, scenario);
  return scenario;
}

/// The scenario's strategies, lived by the families of the contrast at the values of the inputs.
Json potential_of(const Scenario& scenario, const Pool& pool, const ContrastResult& contrast,
                  const Execution& execution, const Progress& progress) {
  const Scenario one = at_values(scenario);
  const RunResult run = run_scenario(one, execution, progress, nullptr, &pool);
  return potential_document(one, potentials(contrast, appraise(one, run), run));
}

void write_case(const ContrastOptions& options, const Scenario& scenario,
                const ContrastResult& contrast) {
  if (options.case_file.empty()) return;
  const Language language = options.common.language;
  const InvestmentCase investment = contrast_case(scenario, contrast, language);
  if (investment.consequences.empty()) throw Failure{{"potential.no_case"}};
  write_whole(options.case_file, case_text(investment, language));
  tell(say(language, "run.written_line", options.case_file));
}

}  // namespace

int contrast(const ContrastOptions& options) {
  const Common& common = options.common;
  const auto start = std::chrono::steady_clock::now();
  const Scenario scenario = load_for_contrast(options);
  if (scenario.own_families) throw no_output_of_own(options.file, "contrast");
  const ContrastSpec spec = load_contrast(shipped_folder() / "contrast.csv");
  warn_of_scenario(scenario, common.language);
  require_followable(scenario);
  const Execution execution = execution_of(common.threads);
  const Progress progress = progress_on_stderr(common.language);
  const Pool pool = make_pool(scenario, execution, stage_of(progress, "population"));
  FollowedWorld world{scenario, pool};
  world.keeps_cells = options.potential || !options.case_file.empty();
  ContrastResult result =
      run_contrast(world, spec.of(ContrastFigure::job_entry_ratio).value, execution, progress);
  Json potential;
  if (options.potential) potential = potential_of(scenario, pool, result, execution, progress);
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const Json document = contrast_document(scenario, spec, result, std::move(potential));
  print(options.json ? as_json_text(document)
                     : as_text(contrast_page(document, options.detail, common.language)));
  write_case(options, scenario, result);
  return 0;
}

}  // namespace samspil::cli
