/// \file
/// The model fitted by the method that its calibration names: members of a posterior, or a best
/// point with profiles.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/calibration/calibration.hpp"
#include "model/calibration/modes.hpp"
#include "model/calibration/optimiser.hpp"
#include "model/calibration/smoother.hpp"

namespace samspil {

/// What importance sampling tells beside its members.
struct ImportanceTold {
  std::vector<ImportanceRound> rounds;
  double log_marginal = 0, log_marginal_error = 0;
  bool converged = false;
  std::vector<PosteriorMode> modes;  ///< Places in scores.
  std::vector<IdentifiabilityWarning> warnings;
};

/// Members before and after, and how they came to be.
struct MethodResult {
  Matrix prior_scores, prior_outputs, scores, outputs;
  std::vector<SmootherIteration> iterations;  ///< Of the smoother.
  std::optional<ImportanceTold> importance;

  FittedMembers members() const { return {prior_scores, prior_outputs, scores, outputs}; }
};

MethodResult fit_by_smoother(const ModelProblem& problem, const CalibrationSpec& spec,
                             const std::function<void(const SmootherIteration&)>& iteration_done);

/// The posterior's members are its draws, each as often as its weight says. Throws InputError where
/// more inputs are fitted than the method takes, or an effect that it could not protect.
MethodResult fit_by_importance(const ModelProblem& problem, const CalibrationSpec& spec,
                               const TellRound& round_done);

/// How many members fit_by_importance() lives at most.
std::size_t most_draws(const CalibrationSpec& spec, std::size_t inputs) noexcept;

/// One input along its profile.
struct InputProfile {
  std::size_t input = 0;
  std::vector<ProfilePoint> points;
  ProfileInterval interval;  ///< Of 95 %, in scores.
};

/// The best points from several starts, by log-likelihood + log prior density of the scores, on
/// chance that all points share.
struct OptimumFit {
  std::vector<LocalOptimum> optima;  ///< The best first.
  std::vector<InputProfile> profiles;
  std::vector<double> at_values, at_best;  ///< By target: means of replicates.
  std::size_t evaluations = 0;
};

/// Throws as fit_by_importance() where an effect is fitted; Failure where no point can be
/// simulated.
///   evaluated  called after every evaluation, by their number
OptimumFit fit_by_optimum(const ModelProblem& problem, const CalibrationSpec& spec,
                          const std::function<void(std::size_t evaluations)>& evaluated);

/// Evaluations of fit_by_optimum() at most.
std::size_t most_evaluations(const CalibrationSpec& spec, std::size_t inputs) noexcept;

}  // namespace samspil
