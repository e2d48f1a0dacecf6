#include "model/result/calibration_document.hpp"

#include <algorithm>

#include "model/core/checksum.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

constexpr std::array<std::string_view, 4> use_names{"calibrate", "validate", "sign", "identity"};
constexpr std::array<std::string_view, 3> form_names{"normal", "binomial", "multinomial"};

Json prediction_json(const Prediction& told) {
  return {{"mean", finite_or_null(told.mean)},
          {"deviation", finite_or_null(told.deviation)},
          {"low", finite_or_null(told.low)},
          {"high", finite_or_null(told.high)},
          {"standardised", finite_or_null(told.standardised)},
          {"residual", nullptr},
          {"inside", told.is_inside}};
}

Json target_json(const TargetFit& fit, const ReadTarget& row) {
  const Target& target = fit.target;
  Json before = prediction_json(fit.before), after = prediction_json(fit.after);
  before["residual"] = finite_or_null(fit.before.mean - target.value);
  after["residual"] = finite_or_null(fit.after.mean - target.value);
  const bool is_count = target.form != TargetForm::normal;
  return {{"name", target.name},
          {"title", row.title_en},
          {"title_da", row.title_da},
          {"use", use_names[index_of(target.use)]},
          {"form", form_names[index_of(target.form)]},
          {"unit", target.unit},
          {"observed", target.value},
          {"error", finite_or_null(fit.error)},
          {"count", is_count ? Json(target.count) : Json()},
          {"n", is_count ? Json(target.n) : Json()},
          {"rule", target.rule},
          {"cohort", target.cohort},
          {"source", target.source},
          {"before", before},
          {"after", after},
          {"at_values", finite_or_null(fit.at_values)},
          {"at_means", finite_or_null(fit.at_means)}};
}

Json input_json(const InputFit& fit) {
  return {{"name", fit.name},
          {"kind", fitted_kind_names[index_of(fit.kind)]},
          {"unit", fit.unit},
          {"prior_mean", finite_or_null(fit.prior_mean)},
          {"prior_deviation", finite_or_null(fit.prior_deviation)},
          {"mean", finite_or_null(fit.mean)},
          {"deviation", finite_or_null(fit.deviation)},
          {"low", finite_or_null(fit.low)},
          {"high", finite_or_null(fit.high)},
          {"shrinkage", finite_or_null(fit.shrinkage)},
          {"shift", finite_or_null(fit.shift)},
          {"identified", fit.is_identified},
          {"data", data_kind_names[index_of(fit.data)]}};
}

Json iteration_json(const SmootherIteration& iteration) {
  return {{"number", iteration.number},
          {"misfit", finite_or_null(iteration.misfit)},
          {"median_misfit", finite_or_null(iteration.median_misfit)},
          {"effective_members", finite_or_null(iteration.effective_members)},
          {"failed", iteration.failed},
          {"step", iteration.step},
          {"taken_in", iteration.taken_in},
          {"inflation", iteration.inflation}};
}

Json use_json(const UseFit& use) {
  return {{"targets", use.targets},
          {"inside_before", use.inside_before},
          {"inside_after", use.inside_after},
          {"misfit_before", finite_or_null(use.misfit_before)},
          {"misfit_after", finite_or_null(use.misfit_after)},
          {"misfit_at_values", finite_or_null(use.misfit_at_values)},
          {"misfit_at_means", finite_or_null(use.misfit_at_means)}};
}

/// By kind of data: the inputs that nothing told of.
Json open_inputs(const CalibrationFit& fit) {
  Json open = Json::array();
  for (std::size_t kind = 0; kind < data_kind_names.size(); ++kind) {
    Json names = Json::array();
    for (const InputFit& input : fit.inputs) {
      const bool is_open = !input.is_identified && input.kind != FittedKind::factor;
      if (is_open && index_of(input.data) == kind) names.push_back(input.name);
    }
    if (!names.empty()) open.push_back({{"data", data_kind_names[kind]}, {"inputs", names}});
  }
  return open;
}

Json contrast_json(const ContrastBesideFit& contrast) {
  return {{"before", finite_or_null(contrast.before)},
          {"before_error", finite_or_null(contrast.before_error)},
          {"after", finite_or_null(contrast.after)},
          {"after_error", finite_or_null(contrast.after_error)},
          {"published", contrast.published}};
}

/// What tells one calibration from another: its file, targets, parameters and studies.
std::string hash_of(const CalibrationSpec& spec, const ModelProblem& problem) {
  std::uint64_t hash = fnv1a_of_text(spec.text, fnv1a(""));
  hash = fnv1a_of_text(problem.target_table().text, hash);
  hash = fnv1a_of_text(problem.scenario().parameter_table.text, hash);
  for (const LoadedStudy& study : problem.studies()) hash = fnv1a_of_text(study.study.text, hash);
  return hexadecimal(hash);
}

}  // namespace

Json calibration_document(const CalibrationSpec& spec, const ModelProblem& problem,
                          const CalibrationFit& fit,
                          const std::optional<ContrastBesideFit>& contrast) {
  Json targets = Json::array(), pairs = Json::array(), uncontrolled = Json::array();
  for (std::size_t i = 0; i < fit.targets.size(); ++i) {
    targets.push_back(target_json(fit.targets[i], problem.target_table().rows[i]));
  }
  for (const InputPair& pair : fit.pairs) {
    pairs.push_back({{"first", fit.inputs[pair.first].name},
                     {"second", fit.inputs[pair.second].name},
                     {"correlation", pair.correlation}});
  }
  for (const std::size_t i : fit.uncontrolled) uncontrolled.push_back(fit.inputs[i].name);
  const auto is_identified = [](const InputFit& input) { return input.is_identified; };
  return {{"format", 1},
          {"calibration", spec.file},
          {"scenario", spec.scenario},
          {"method", "ensemble_smoother"},
          {"members", fit.members},
          {"seed", spec.seed},
          {"hash", hash_of(spec, problem)},
          {"localisation", spec.localisation},
          {"inflation", spec.inflation},
          {"shared_people", spec.shared_people},
          {"protects_effects", spec.protects_effects},
          {"candidates", spec.candidates},
          {"families", spec.families},
          {"replicates", spec.replicates},
          {"iterations", list_of(fit.iterations, iteration_json)},
          {"uses", by_name(use_names, [&](std::size_t i) { return use_json(fit.uses[i]); })},
          {"targets", targets},
          {"input_count", fit.inputs.size()},
          {"identified_count", std::count_if(fit.inputs.begin(), fit.inputs.end(), is_identified)},
          {"least_shrinkage", least_shrinkage},
          {"inputs", list_of(fit.inputs, input_json)},
          {"pairs", pairs},
          {"not_identified", open_inputs(fit)},
          {"uncontrolled", uncontrolled},
          {"contrast", contrast ? contrast_json(*contrast) : Json()}};
}

}  // namespace samspil
