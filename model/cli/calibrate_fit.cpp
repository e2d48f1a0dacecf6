#include "model/cli/calibrate_fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>

#include "model/appraisal/status_contrast.hpp"
#include "model/calibration/methods.hpp"
#include "model/cli/console.hpp"
#include "model/cli/member_file.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/terminal.hpp"
#include "model/core/checksum.hpp"
#include "model/families/pool.hpp"
#include "model/io/output_file.hpp"
#include "model/loading/calibration.hpp"
#include "model/loading/load.hpp"
#include "model/loading/readers.hpp"
#include "model/pages/calibration_page.hpp"
#include "model/pages/optimum_page.hpp"
#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/result/calibration_document.hpp"
#include "model/storage/posterior_h5.hpp"
#include "model/words/numbers.hpp"
#include "model/words/problem.hpp"

namespace samspil::cli {
namespace {

namespace fs = std::filesystem;

/// Of the calibrations, beside the shipped scenarios.
fs::path calibration_folder() { return shipped_folder().parent_path() / "calibration"; }

/// Beside the calibration's file, unless the command line names another.
fs::path beside(const CalibrationSpec& spec, const std::string& name) {
  return fs::path{spec.file}.parent_path() / name;
}

/// The calibration's own table of targets, or the one of the command line.
fs::path targets_of(const CalibrationSpec& spec, const CalibrateOptions& options) {
  if (options.targets.empty()) return beside(spec, spec.targets);
  std::error_code ignored;
  if (fs::exists(options.targets, ignored)) return options.targets;
  throw InputError{
      Problem{options.targets,
              0,
              "--targets",
              {"fault.no_file"},
              {"remedy.targets_file", (calibration_folder() / "targets.csv").string()}}};
}

Scenario load_scenario_of(const CalibrationSpec& spec) {
  std::error_code ignored;
  const fs::path own = beside(spec, spec.scenario);
  return load_scenario(fs::is_regular_file(own, ignored) ? own : find_input(spec.scenario),
                       shipped_folder());
}

std::vector<LoadedStudy> load_studies(const CalibrationSpec& spec) {
  std::vector<LoadedStudy> studies;
  std::error_code ignored;
  for (const CalibrationStudy& study : spec.studies) {
    const fs::path own = beside(spec, study.id);
    const bool is_path = own.extension() == ".toml" && fs::is_regular_file(own, ignored);
    studies.push_back(with_references(load_study(is_path ? own : find_input("studies/" + study.id)),
                                      shipped_folder()));
  }
  return studies;
}

/// What a member's outputs depend on, beside its scores.
std::string identity_of(const CalibrationSpec& spec, const PriorTable& priors,
                        const ModelProblem& problem) {
  std::uint64_t hash = fnv1a(this_build());
  const auto add = [&hash](std::string_view text) { hash = fnv1a_of_text(text, hash); };
  const auto add_all = [&add](const InputTexts& texts) {
    for (const auto& [name, text] : texts) {
      add(name);
      add(text);
    }
  };
  add(spec.text);
  add(priors.text);
  add(problem.target_table().text);
  add_all(input_texts(problem.scenario()));
  for (const LoadedStudy& study : problem.studies()) {
    InputTexts texts = input_texts(study.scenario);
    texts.emplace_back(study.study.id, study.study.text);
    for (const Strategy& strategy : study.strategies) append_texts(strategy.id, strategy, texts);
    add_all(texts);
  }
  for (const Fitted& fitted : problem.fitted().all()) {
    const Quantity& q = fitted.input.quantity;
    add(fmt::format("{} {} {} {}", fitted.name, q.low, q.value, q.high));
  }
  return fmt::format("{} seed {}", hexadecimal(hash), spec.seed);
}

/// "Iteration 2 of at most 5: misfit 3.1 per target, 24 of 100 members count", on stderr.
void tell_iteration(const SmootherIteration& iteration, const CalibrationSpec& spec,
                    Language language) {
  tell(say(language, "calibrate.progress", iteration.number + 1, spec.updates + 1,
           number(iteration.misfit, 2, language), number(iteration.effective_members, 1, language),
           spec.members, iteration.failed));
}

/// "Round 2 of at most 20: 1,300 draws, effective 52.1, log marginal -16.5", on stderr.
void tell_round(const ImportanceRound& own, int round, const CalibrationSpec& spec,
                Language language) {
  tell(say(language, "calibrate.round_progress", round, spec.importance.rounds, own.draws,
           number(own.effective, 1, language), number(own.log_marginal, 2, language)));
}

/// Raw, one adult and one child together, kr. and its error.
Coefficient contrast_of(const Scenario& scenario, const ContrastSpec& spec,
                        const Execution& execution) {
  const Pool pool = make_pool(scenario, execution, {});
  const FollowedWorld world{scenario, pool};
  const ContrastResult result =
      run_contrast(world, spec.of(ContrastFigure::job_entry_ratio).value, execution, {});
  const auto& raw = result.contrast[static_cast<std::size_t>(ContrastGroup::adult_and_child)]
                        .kroner[static_cast<std::size_t>(Adjustment::raw)]
                        .by_outcome;
  return raw.empty() ? Coefficient{} : raw.front();
}

/// The scenario at the fit's centre.
Scenario at_centre(const ModelProblem& problem, Scenario scenario, const CalibrationFit& fit) {
  std::vector<double> centres;
  for (const InputFit& input : fit.inputs) centres.push_back(input.centre);
  std::vector<LoadedStudy> studies = problem.studies();
  problem.fitted().apply(centres, scenario, studies);
  return scenario;
}

ContrastBesideFit contrast_beside(const ModelProblem& problem, const Scenario& scenario,
                                  const CalibrationFit& fit, const Execution& execution) {
  const ContrastSpec spec = load_contrast(shipped_folder() / "contrast.csv");
  const Coefficient before = contrast_of(scenario, spec, execution);
  const Coefficient after = contrast_of(at_centre(problem, scenario, fit), spec, execution);
  return {before.value, after.value, before.standard_error, after.standard_error,
          spec.of(ContrastFigure::adult_and_child).value};
}

CalibrationSpec spec_of(const CalibrateOptions& options) {
  CalibrationSpec spec = load_calibration(find_shipped(options.file, calibration_folder()));
  if (spec.method == FitMethod::optimum && !(options.out.empty() && options.table.empty())) {
    throw InputError{Problem{
        spec.file, 0, "method", {"fault.optimum_writes_none"}, {"remedy.optimum_writes_none"}}};
  }
  if (options.seed) spec.seed = *options.seed;
  if (options.members) spec.members = *options.members;
  return spec;
}

/// What is done of a fit stands beside its posterior, to go on from.
std::string members_of(const std::string& posterior) {
  return posterior.empty() ? "" : posterior + ".members";
}

/// One calibration from its files to its document.
class Calibration {
 public:
  explicit Calibration(const CalibrateOptions& options)
      : options_{options},
        spec_{spec_of(options)},
        execution_{execution_of(options.threads)},
        scenario_{load_scenario_of(spec_)},
        priors_{load_priors(beside(spec_, spec_.priors))},
        problem_{spec_,
                 scenario_,
                 load_studies(spec_),
                 priors_,
                 load_targets(targets_of(spec_, options)),
                 execution_} {}

  std::vector<fs::path> input_files() const {
    std::vector<fs::path> files = cli::input_files(scenario_);
    files.insert(files.end(), {spec_.file, priors_.file, problem_.target_table().file});
    return files;
  }

  void run() {
    std::optional<MemberFile> members;
    if (!options_.out.empty()) {
      members.emplace(followed(members_of(options_.out)), identity_of(spec_, priors_, problem_));
      if (members->found() > 0) {
        tell(say(options_.language, "calibrate.found_members", members->found()));
      }
      problem_.keep_members(members->store());
    }
    try {
      fit_and_report();
    } catch (...) {
      if (members) tell_of_lost(*members);
      throw;
    }
    if (!members) return;
    tell_of_lost(*members);
    members->remove();
  }

 private:
  void fit_and_report() {
    if (spec_.method == FitMethod::optimum) {
      show(optimum());
    } else {
      report(spec_.method == FitMethod::smoother ? by_smoother() : by_importance());
    }
  }

  void tell_of_lost(const MemberFile& members) const {
    if (members.fault().empty()) return;
    tell(say(options_.language, "calibrate.lost_members", members.fault().in(options_.language)));
  }

  MethodResult by_smoother() {
    const Progress progress = progress_on_stderr(options_.language);
    int run = 0;
    problem_.on_member([&](std::size_t done, std::size_t of) {
      const double share =
          (run + static_cast<double>(done) / static_cast<double>(of)) / (spec_.updates + 1);
      progress(std::min(share, 1.0), "simulation");
    });
    return fit_by_smoother(problem_, spec_, [&](const SmootherIteration& iteration) {
      ++run;
      tell_iteration(iteration, spec_, options_.language);
    });
  }

  MethodResult by_importance() {
    const Progress progress = progress_on_stderr(options_.language);
    const auto most = static_cast<double>(most_draws(spec_, problem_.inputs().size()));
    double before = 0;
    problem_.on_member([&](std::size_t done, std::size_t /*of*/) {
      progress(std::min((before + static_cast<double>(done)) / most, 1.0), "simulation");
    });
    int round = 0;
    return fit_by_importance(problem_, spec_, [&](const ImportanceRound& own) {
      before = static_cast<double>(own.draws);
      tell_round(own, round++, spec_, options_.language);
    });
  }

  Json optimum() {
    const Progress progress = progress_on_stderr(options_.language);
    const auto most = static_cast<double>(most_evaluations(spec_, problem_.inputs().size()));
    return optimum_document(problem_, fit_by_optimum(problem_, spec_, [&](std::size_t done) {
                              progress(std::min(static_cast<double>(done) / most, 1.0),
                                       "simulation");
                            }));
  }

  void show(const Json& document) const {
    const bool is_optimum = spec_.method == FitMethod::optimum;
    print(options_.json ? as_json_text(document)
                        : as_text(is_optimum ? optimum_page(document, options_.language)
                                             : calibration_page(document, options_.detail,
                                                                options_.language)));
    require_printed();
  }

  void report(const MethodResult& result) {
    const CalibrationFit fit = fit_of(problem_, result.members());
    const Json document = calibration_document(
        problem_, result, fit, contrast_beside(problem_, scenario_, fit, execution_));
    for (const std::size_t i : fit.uncontrolled) {
      tell(say(options_.language, "calibrate.uncontrolled", fit.inputs[i].name));
    }
    show(document);
    const Matrix values = values_of(problem_.fitted(), result.scores);
    if (!options_.out.empty()) {
      const std::string text = as_json_text(document);
      write_posterior(options_.out, {spec_, problem_, priors_, fit, values, text}, origin());
      tell(say(options_.language, "run.written_line", options_.out));
    }
    if (!options_.table.empty()) {
      write_whole(options_.table, posterior_table(problem_, fit, values, PosteriorRows::fitted));
      tell(say(options_.language, "run.written_line", options_.table));
    }
  }

  const CalibrateOptions& options_;
  CalibrationSpec spec_;
  Execution execution_;
  Scenario scenario_;
  PriorTable priors_;
  ModelProblem problem_;
};

}  // namespace

int run_fit(const CalibrateOptions& options) {
  Calibration calibration{options};
  Outputs outputs;
  outputs.add("--out", options.out, FileKind::posterior);
  outputs.add("--out", members_of(options.out), FileKind::members);
  outputs.add("--table", options.table, FileKind::input);
  outputs.require_apart_from(calibration.input_files());
  outputs.require_writable(options.force);
  calibration.run();
  return 0;
}

void check_fit(const fs::path& file) {
  CalibrateOptions options;
  options.file = file.string();
  const Calibration calibration{options};
}

}  // namespace samspil::cli
