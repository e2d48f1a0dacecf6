/// \file
/// One step of an ensemble smoother: every member's scores move by how scores and outputs lie
/// together over the members.
#pragma once

#include <functional>

#include "model/calibration/problem.hpp"

namespace samspil {

/// What the step is made of; targets are those that are fitted.
struct UpdateTask {
  const Matrix& scores;      ///< Members × inputs.
  const Matrix& outputs;     ///< Members × targets.
  const Matrix& perturbed;   ///< Members × targets: each member's own perturbed observations.
  const Matrix& covariance;  ///< Of the observations' errors: targets × targets.
  double tempering = 1;      ///< The errors' covariance counts so many times.
  double localisation = 0;   ///< See shrunken_correlation().
  /// Whether a target may move an input; empty: each any.
  const std::function<bool(std::size_t input, std::size_t target)>& may_move;
};

/// How much of a sample correlation `r` over n members is kept: what lies above the luck of
/// members that have none, (1 - threshold² / (n r²))+. Correlations below `threshold` standard
/// errors are dropped, others shrink a little; 0 keeps all.
double shrunken_correlation(double r, std::size_t members, double threshold) noexcept;

/// Scores + (kept covariance of scores and outputs) (covariance of outputs + tempering × that of
/// the errors)^-1 (perturbed - outputs). Members × inputs. Emerick and Reynolds, "Ensemble smoother
/// with multiple data assimilation", Computers & Geosciences 55 (2013).
Matrix updated_scores(const UpdateTask& task);

}  // namespace samspil
