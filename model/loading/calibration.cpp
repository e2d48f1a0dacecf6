#include "model/loading/calibration.hpp"

#include "model/loading/load.hpp"
#include "model/loading/toml.hpp"

namespace samspil {
namespace {

constexpr Limits member_limits{3, 10'000}, update_limits{1, 20}, cohort_limits{2, 100'000};
constexpr Limits candidate_limits{256, 10'000'000}, family_limits{1, 1e7},
    replicate_limits{1, 1'000};
constexpr Limits deviation_limits{0, 10}, correlation_limits{0, 0.99};
constexpr Limits draw_limits{0, 1'000'000}, round_limits{0, 1'000};
constexpr Limits start_limits{1, 1'000}, evaluation_limits{1, 1'000'000}, point_limits{0, 101};

void read_importance(TomlFields& fields, ImportanceSpec& spec) {
  fields.whole("draws", spec.draws, draw_limits, Need::optional);
  fields.whole("batch", spec.batch, draw_limits, Need::optional);
  fields.whole("rounds", spec.rounds, round_limits, Need::optional);
  fields.finish();
}

void read_optimum(TomlFields& fields, OptimumSpec& spec) {
  fields.choice("search", spec.search, search_method_names, Need::optional);
  fields.whole("starts", spec.starts, start_limits, Need::optional);
  fields.whole("evaluations", spec.evaluations, evaluation_limits, Need::optional);
  fields.whole("profile_points", spec.profile_points, point_limits, Need::optional);
  fields.finish();
}

CalibrationSpec read_calibration(const InputText& input, Problems& problems) {
  CalibrationSpec spec;
  spec.file = input.file;
  spec.text = input.text;
  const auto text = parse_toml_input(input, problems);
  if (!text) return spec;
  TomlFields fields{*text, input.file, problems};
  fields.text("scenario", spec.scenario);
  fields.text("targets", spec.targets);
  fields.text("priors", spec.priors);
  // Of an unknown method nobody knows what it needs.
  const bool is_known = fields.choice("method", spec.method, fit_method_names, Need::optional);
  const auto needed_by = [is_known](bool needs) {
    return is_known && needs ? Need::required : Need::optional;
  };
  fields.whole("members", spec.members, member_limits,
               needed_by(spec.method != FitMethod::optimum));
  fields.whole("updates", spec.updates, update_limits,
               needed_by(spec.method == FitMethod::smoother));
  fields.number("discrepancy", spec.discrepancy, deviation_limits, Need::optional);
  fields.whole("seed", spec.seed, any_seed, Need::optional);
  fields.number("localisation", spec.localisation, deviation_limits, Need::optional);
  fields.flag("inflation", spec.inflation, Need::optional);
  fields.number("shared_people", spec.shared_people, correlation_limits, Need::optional);
  fields.flag("protect_effects", spec.protects_effects, Need::optional);
  if (auto size = fields.table("size")) {
    size->whole("candidates", spec.candidates, candidate_limits);
    size->whole("families", spec.families, family_limits);
    size->whole("replicates", spec.replicates, replicate_limits, Need::optional);
    size->finish();
  }
  if (auto own = fields.table("importance", Need::optional)) read_importance(*own, spec.importance);
  if (auto own = fields.table("optimum", Need::optional)) read_optimum(*own, spec.optimum);
  for (TomlFields& row : fields.tables("study", Need::optional)) {
    CalibrationStudy study;
    row.text("id", study.id);
    row.whole("cohorts", study.cohorts, cohort_limits);
    row.finish();
    spec.studies.push_back(std::move(study));
  }
  fields.finish();
  return spec;
}

}  // namespace

CalibrationSpec load_calibration(const std::filesystem::path& file) {
  return load(file, read_calibration);
}

InputText without_remarks(InputText input) {
  std::string kept;
  bool is_start = true, is_remark = false;
  for (const char c : input.text) {
    if (is_start) is_remark = c == '#';
    is_start = c == '\n';
    if (!is_remark || c == '\n' || c == '\r') kept += c;
  }
  input.text = std::move(kept);
  return input;
}

}  // namespace samspil
