#include "model/result/calibration_document.hpp"

#include <algorithm>

#include "model/calibration/observation.hpp"
#include "model/core/checksum.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

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
          {"use", target_use_names[index_of(target.use)]},
          {"form", target_form_names[index_of(target.form)]},
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
          {"at_centre", finite_or_null(fit.at_centre)}};
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
          {"centre", finite_or_null(fit.centre)},
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
          {"misfit_at_centre", finite_or_null(use.misfit_at_centre)}};
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
std::string hash_of(const ModelProblem& problem) {
  std::uint64_t hash = fnv1a_of_text(problem.spec().text, fnv1a(""));
  hash = fnv1a_of_text(problem.target_table().text, hash);
  hash = fnv1a_of_text(problem.scenario().parameter_table.text, hash);
  for (const LoadedStudy& study : problem.studies()) hash = fnv1a_of_text(study.study.text, hash);
  return hexadecimal(hash);
}

Json names_of(const ModelProblem& problem, const std::vector<std::size_t>& inputs) {
  return list_of(inputs, [&](std::size_t i) { return problem.inputs()[i]; });
}

Json importance_json(const ModelProblem& problem, const ImportanceTold& told) {
  constexpr std::array<std::string_view, 3> kinds{"modes", "trade_off", "open"};
  return {{"log_marginal", finite_or_null(told.log_marginal)},
          {"log_marginal_error", finite_or_null(told.log_marginal_error)},
          {"converged", told.converged},
          {"rounds", list_of(told.rounds,
                             [](const ImportanceRound& round) -> Json {
                               return {{"draws", round.draws},
                                       {"effective", finite_or_null(round.effective)},
                                       {"different", finite_or_null(round.different)},
                                       {"log_marginal", finite_or_null(round.log_marginal)},
                                       {"best_likelihood", finite_or_null(round.best_likelihood)}};
                             })},
          {"modes", list_of(told.modes,
                            [&](const PosteriorMode& mode) -> Json {
                              return {{"name", mode.name},
                                      {"share", mode.share},
                                      {"log_likelihood", mode.log_likelihood},
                                      {"high", names_of(problem, mode.high)},
                                      {"low", names_of(problem, mode.low)}};
                            })},
          {"warnings", list_of(told.warnings, [&](const IdentifiabilityWarning& warning) -> Json {
             return {{"kind", kinds[index_of(warning.kind)]},
                     {"inputs", names_of(problem, warning.inputs)},
                     {"strength", warning.strength}};
           })}};
}

/// What every method has.
Json head_of(const ModelProblem& problem, std::string_view method) {
  const CalibrationSpec& spec = problem.spec();
  return {{"format", 1},
          {"calibration", spec.file},
          {"scenario", spec.scenario},
          {"method", method},
          {"seed", spec.seed},
          {"hash", hash_of(problem)},
          {"discrepancy", spec.discrepancy},
          {"protects_effects", spec.protects_effects},
          {"candidates", spec.candidates},
          {"families", spec.families},
          {"replicates", spec.replicates}};
}

Json optimum_json(const ModelProblem& problem, const LocalOptimum& optimum) {
  const std::vector<double> values = problem.fitted().values(optimum.scores);
  return {{"log_density", finite_or_null(optimum.value)},
          {"found_from", optimum.found_from},
          {"evaluations", optimum.evaluations},
          {"at_bound", optimum.at_bound},
          {"values", list_of(values, finite_or_null)}};
}

/// Between the points of a profile, by straight lines.
double value_between(std::span<const ProfilePoint> points, std::span<const double> values,
                     double score) noexcept {
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (score > points[i].score) continue;
    const double way = (score - points[i - 1].score) / (points[i].score - points[i - 1].score);
    return values[i - 1] * (1 - way) + values[i] * way;
  }
  return values.back();
}

/// Values along the profile; of a grouped input, with its factor at each point's place.
Json profile_json(const ModelProblem& problem, const InputProfile& profile) {
  const Fitted& fitted = problem.fitted().all()[profile.input];
  std::vector<double> values;
  Json points = Json::array();
  for (const ProfilePoint& point : profile.points) {
    values.push_back(problem.fitted().values(point.scores)[profile.input]);
    points.push_back({{"score", point.score},
                      {"value", finite_or_null(values.back())},
                      {"log_density", finite_or_null(point.value)}});
  }
  const auto value_at = [&](double score) {
    return finite_or_null(value_between(profile.points, values, score));
  };
  return {{"input", fitted.name},
          {"unit", fitted.input.quantity.unit},
          {"low", value_at(profile.interval.low)},
          {"high", value_at(profile.interval.high)},
          {"open_below", profile.interval.open_below},
          {"open_above", profile.interval.open_above},
          {"points", points}};
}

}  // namespace

Json calibration_document(const ModelProblem& problem, const MethodResult& result,
                          const CalibrationFit& fit,
                          const std::optional<ContrastBesideFit>& contrast) {
  const CalibrationSpec& spec = problem.spec();
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
  Json document = head_of(problem, result.importance ? "importance_sampling" : "ensemble_smoother");
  document.update(Json{
      {"members", fit.members},
      {"localisation", spec.localisation},
      {"inflation", spec.inflation},
      {"shared_people", spec.shared_people},
      {"iterations", list_of(result.iterations, iteration_json)},
      {"importance", result.importance ? importance_json(problem, *result.importance) : Json()},
      {"uses", by_name(target_use_names, [&](std::size_t i) { return use_json(fit.uses[i]); })},
      {"targets", targets},
      {"input_count", fit.inputs.size()},
      {"identified_count", std::count_if(fit.inputs.begin(), fit.inputs.end(), is_identified)},
      {"least_shrinkage", least_shrinkage},
      {"inputs", list_of(fit.inputs, input_json)},
      {"pairs", pairs},
      {"not_identified", open_inputs(fit)},
      {"uncontrolled", uncontrolled},
      {"contrast", contrast ? contrast_json(*contrast) : Json()}});
  return document;
}

Json optimum_document(const ModelProblem& problem, const OptimumFit& fit) {
  const OptimumSpec& spec = problem.spec().optimum;
  Json targets = Json::array();
  for (std::size_t i = 0; i < problem.targets().size(); ++i) {
    const ReadTarget& row = problem.target_table().rows[i];
    const Target& target = row.target;
    const double error = observation_error(target);
    targets.push_back(
        {{"name", target.name},
         {"title", row.title_en},
         {"title_da", row.title_da},
         {"use", target_use_names[index_of(target.use)]},
         {"unit", target.unit},
         {"observed", target.value},
         {"error", finite_or_null(error)},
         {"at_values", finite_or_null(fit.at_values[i])},
         {"at_best", finite_or_null(fit.at_best[i])},
         {"standardised",
          error > 0 ? finite_or_null((fit.at_best[i] - target.value) / error) : Json()}});
  }
  Json document = head_of(problem, "optimum");
  document.update(Json{
      {"search", search_method_names[index_of(spec.search)]},
      {"starts", spec.starts},
      {"most_evaluations", spec.evaluations},
      {"evaluations", fit.evaluations},
      {"input_count", problem.inputs().size()},
      {"inputs", list_of(problem.fitted().all(),
                         [](const Fitted& fitted) -> Json {
                           return {{"name", fitted.name},
                                   {"kind", fitted_kind_names[index_of(fitted.kind)]},
                                   {"unit", fitted.input.quantity.unit},
                                   {"own_value", fitted.input.quantity.value}};
                         })},
      {"targets", targets},
      {"optima",
       list_of(fit.optima, [&](const LocalOptimum& one) { return optimum_json(problem, one); })},
      {"profiles", list_of(fit.profiles,
                           [&](const InputProfile& one) { return profile_json(problem, one); })}});
  return document;
}

}  // namespace samspil
