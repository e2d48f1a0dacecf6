#include "model/calibration/methods.hpp"

#include <algorithm>

#include "model/calibration/observation.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

/// A profile goes as far as this into either tail of the prior, in scores.
constexpr double profile_reach = 2.5;
/// Of a log density, on either side of a top: an interval of 95 %.
constexpr double drop_of_95 = 1.9207;

SyntheticLikelihood likelihood_of(const ModelProblem& problem, const CalibrationSpec& spec) {
  std::vector<double> discrepancy;
  for (const Target& target : problem.targets()) {
    discrepancy.push_back(spec.discrepancy * observation_error(target));
  }
  return SyntheticLikelihood{problem.targets(), std::move(discrepancy)};
}

[[noreturn]] void refuse(const CalibrationSpec& spec, Message problem, Message remedy) {
  throw InputError{Problem{spec.file, 0, "method", std::move(problem), std::move(remedy)}};
}

/// Every target weighs on every input here: none can be kept from an effect.
void require_no_effects(const ModelProblem& problem, const CalibrationSpec& spec) {
  if (!spec.protects_effects) return;
  for (const Fitted& fitted : problem.fitted().all()) {
    if (fitted.kind != FittedKind::effect) continue;
    refuse(spec, {"fault.effect_unprotected", fitted.name}, {"remedy.effect_unprotected"});
  }
}

Matrix rows_of(const Matrix& matrix, std::span<const std::size_t> which) {
  Matrix chosen{which.size(), matrix.columns};
  for (std::size_t row = 0; row < which.size(); ++row) {
    const auto own = matrix.row(which[row]);
    std::copy(own.begin(), own.end(), chosen.row(row).begin());
  }
  return chosen;
}

Matrix first_rows(const Matrix& matrix, std::size_t count) {
  Matrix first{count, matrix.columns};
  std::copy_n(matrix.values.begin(), first.values.size(), first.values.begin());
  return first;
}

ImportanceSettings settings_of(const CalibrationSpec& spec) {
  ImportanceSettings settings;
  settings.seed = spec.seed;
  settings.prior_draws = spec.importance.draws;
  settings.batch = spec.importance.batch;
  settings.most_rounds = spec.importance.rounds;
  settings.posterior_draws = spec.members;
  return settings;
}

OptimiserSettings searches_of(const CalibrationSpec& spec) {
  OptimiserSettings settings;
  settings.method = spec.optimum.search;
  settings.seed = spec.seed;
  settings.starts = spec.optimum.starts;
  settings.most_evaluations = spec.optimum.evaluations;
  // Chance leaves steps that no finer search sees through.
  settings.tolerance = 1e-3;
  settings.apart = 0.1;
  return settings;
}

std::vector<double> held_scores(std::size_t points) {
  std::vector<double> held;
  for (std::size_t i = 0; i < points; ++i) {
    const double share =
        points == 1 ? 0.5 : static_cast<double>(i) / static_cast<double>(points - 1);
    held.push_back(profile_reach * (2 * share - 1));
  }
  return held;
}

}  // namespace

MethodResult fit_by_smoother(const ModelProblem& problem, const CalibrationSpec& spec,
                             const std::function<void(const SmootherIteration&)>& iteration_done) {
  SmootherSettings settings;
  settings.members = spec.members;
  settings.most_updates = spec.updates;
  settings.seed = spec.seed;
  settings.localisation = spec.localisation;
  settings.inflation = spec.inflation;
  settings.shared_people = spec.shared_people;
  settings.discrepancy = spec.discrepancy;
  SmootherResult own =
      smooth(problem, settings, may_move(problem, spec.protects_effects), iteration_done);
  return {std::move(own.prior_scores), std::move(own.prior_outputs), std::move(own.scores),
          std::move(own.outputs),      std::move(own.iterations),    std::nullopt};
}

MethodResult fit_by_importance(const ModelProblem& problem, const CalibrationSpec& spec,
                               const TellRound& round_done) {
  if (problem.inputs().size() > most_importance_inputs) {
    refuse(spec, {"fault.too_many_inputs", most_importance_inputs, problem.inputs().size()},
           {"remedy.too_many_inputs", spec.priors});
  }
  require_no_effects(problem, spec);
  const ImportanceSettings settings = settings_of(spec);
  ImportanceResult own =
      sample_importance(problem, likelihood_of(problem, spec), settings, round_done);
  if (!(own.effective() > 0)) throw Failure{{"calibrate.none_likely"}};
  ImportanceTold told;
  told.modes = find_modes(own);
  told.warnings = identifiability_warnings(own, told.modes);
  told.rounds = own.rounds;
  told.log_marginal = own.log_marginal;
  told.log_marginal_error = own.log_marginal_error;
  told.converged = own.converged;
  const std::vector<std::size_t> members = resampled(own.weights, spec.members, spec.seed);
  const std::size_t of_prior = own.rounds.front().draws;
  return {first_rows(own.scores, of_prior),
          first_rows(own.outputs, of_prior),
          rows_of(own.scores, members),
          rows_of(own.outputs, members),
          {},
          std::move(told)};
}

std::size_t most_draws(const CalibrationSpec& spec, std::size_t inputs) noexcept {
  const ImportanceSpec& own = spec.importance;
  const std::size_t prior = own.draws > 0 ? own.draws : 1000 * inputs;
  const std::size_t batch = own.batch > 0 ? own.batch : 100 * inputs;
  return prior + batch * static_cast<std::size_t>(own.rounds);
}

OptimumFit fit_by_optimum(const ModelProblem& problem, const CalibrationSpec& spec,
                          const std::function<void(std::size_t evaluations)>& evaluated) {
  require_no_effects(problem, spec);
  const SyntheticLikelihood likelihood = likelihood_of(problem, spec);
  const Objective density = objective_of(problem, likelihood, 0, true);
  OptimumFit fit;
  const Objective objective = [&](std::span<const double> scores) {
    const double value = density(scores);
    ++fit.evaluations;
    if (evaluated) evaluated(fit.evaluations);
    return value;
  };
  const OptimiserSettings settings = searches_of(spec);
  const std::size_t inputs = problem.inputs().size();
  fit.optima = maximise(objective, inputs, settings);
  if (fit.optima.empty()) throw Failure{{"calibrate.none_likely"}};
  const std::vector<double> held = held_scores(spec.optimum.profile_points);
  for (std::size_t i = 0; !held.empty() && i < inputs; ++i) {
    // Only from the best point: a profile by every optimum would search where none leads.
    InputProfile own{i, profile(objective, i, held, std::span{fit.optima}.first(1), settings), {}};
    if (own.points.empty()) continue;
    own.interval = interval_of(own.points, drop_of_95);
    fit.profiles.push_back(std::move(own));
  }
  std::vector<double> own_values;
  for (const Fitted& fitted : problem.fitted().all()) {
    own_values.push_back(fitted.input.quantity.value);
  }
  fit.at_values = problem.means_at(own_values, times_at_values);
  fit.at_best =
      problem.means_at(problem.fitted().values(fit.optima.front().scores), times_at_values);
  return fit;
}

std::size_t most_evaluations(const CalibrationSpec& spec, std::size_t inputs) noexcept {
  const OptimumSpec& own = spec.optimum;
  // A point of a profile is searched from the best point and from the point before.
  return own.evaluations * (own.starts + 2 * own.profile_points * inputs);
}

}  // namespace samspil
