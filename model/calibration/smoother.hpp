/// \file
/// An iterative ensemble smoother: members drawn from the prior are moved towards what was observed
/// in a few tempered steps, and are the draws of the posterior then.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "model/calibration/problem.hpp"

namespace samspil {

struct SmootherSettings {
  std::uint32_t members = 100;
  int most_updates = 4;
  std::uint32_t seed = 1;
  /// Correlations of inputs and outputs below so many standard errors of the members' luck are
  /// dropped, others shrunken (shrunken_correlation()); 0 keeps all.
  double localisation = 2;
  /// Whether the spread that members lose by luck is given back: as much as inputs that nothing
  /// depends on lose.
  bool inflation = true;
  double shared_people = 0.5;  ///< Correlation of targets of one group.
  double discrepancy = 0;      ///< What even the best inputs leave, in errors of each target.
};

/// One run of the members, and the step that follows it.
struct SmootherIteration {
  int number = 0;            ///< From 0: the prior.
  double misfit = 0;         ///< Mean over members of the squared residual per target, in errors.
  double median_misfit = 0;  ///< The same of the middle member.
  double effective_members = 0;  ///< (Σw)² / Σw² of weights exp(-step × misfit).
  std::uint32_t failed = 0;      ///< Members that could not be simulated, replaced by others.
  double step = 0;               ///< Share of the data taken in by the step that follows; 0: last.
  double taken_in = 0;           ///< Share of the data taken in before it.
  double inflation = 1;          ///< Of the members' spread after the step.
};

struct SmootherResult {
  Matrix prior_scores, prior_outputs;
  Matrix scores, outputs, variances;  ///< Of the posterior members.
  std::vector<SmootherIteration> iterations;
};

/// Whether a target may move an input, by their positions in the problem.
using MayMove = std::function<bool(std::size_t input, std::size_t target)>;

/// Fits the targets whose use is calibrate. Steps are as long as the misfit lets them be (Iglesias
/// and Yang, "Adaptive regularisation for ensemble Kalman inversion", Inverse Problems 37, 2021),
/// and long enough that `most_updates` take all of the data in. Members that cannot be simulated
/// are replaced by others. Throws Failure where fewer than three can.
///   iteration_done  called after every run of the members
SmootherResult smooth(const CalibrationProblem& problem, const SmootherSettings& settings,
                      const MayMove& may_move,
                      const std::function<void(const SmootherIteration&)>& iteration_done);

/// Members × inputs, independent standard normal, keyed by seed, input and member, so that an input
/// more moves no other.
Matrix prior_scores(const CalibrationProblem& problem, std::uint32_t members, std::uint32_t seed);

}  // namespace samspil
