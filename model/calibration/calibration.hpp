/// \file
/// What a fit came to: how near each target is before and after, what each input was told, and what
/// the data leave open.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/calibration/model_problem.hpp"
#include "model/calibration/smoother.hpp"

namespace samspil {

/// What members say of one target.
struct Prediction {
  double mean = 0;
  double deviation = 0;  ///< Between members, with the luck of their chance.
  /// 95 % of what a cohort of the observed size would show: members, their luck and that of the
  /// observation.
  double low = 0, high = 0;
  double standardised = 0;  ///< (mean - observed) / error of the observation.
  /// Whether the observed lies in the interval; of a sign, whether the mean has it.
  bool is_inside = false;
};

struct TargetFit {
  Target target;
  double error = 0;  ///< Of the observation.
  Prediction before, after;
  double at_values = 0, at_centre = 0;  ///< At the scenario's own values, and at the fit's centre.
};

struct InputFit {
  std::string name;
  FittedKind kind{};
  DataKind data{};
  std::string unit;
  double prior_mean = 0, prior_deviation = 0;
  double mean = 0, deviation = 0, low = 0, high = 0;  ///< 2.5 and 97.5 % of the members.
  double centre = 0;     ///< Its own value, moved as its members were: FittedSet::centres().
  double shrinkage = 0;  ///< 1 - posterior by prior deviation, on the normal scale.
  double shift = 0;      ///< Of the mean, in prior deviations, on the normal scale.
  bool is_identified = false;
};

/// Inputs that the data tell of together.
struct InputPair {
  std::size_t first = 0, second = 0;
  double correlation = 0;  ///< On the normal scale.
};

/// Sums over the targets of one use.
struct UseFit {
  int targets = 0;
  int inside_before = 0, inside_after = 0;
  double misfit_before = 0, misfit_after = 0;  ///< Mean squared standardised residual.
  double misfit_at_values = 0, misfit_at_centre = 0;
};

/// Members × inputs and members × targets, of the prior and of the posterior.
struct FittedMembers {
  const Matrix& prior_scores;
  const Matrix& prior_outputs;
  const Matrix& scores;
  const Matrix& outputs;
};

struct CalibrationFit {
  std::vector<TargetFit> targets;
  std::array<UseFit, 4> uses;  ///< By TargetUse.
  std::vector<InputFit> inputs;
  std::vector<InputPair> pairs;  ///< The strongest first.
  /// Effects that shrank by more than a tenth, which no comparison group tells of.
  std::vector<std::size_t> uncontrolled;
  std::uint32_t members = 0;
};

/// Inputs whose spread fell by less are not identified: twice the error of a ratio of deviations of
/// 100 members.
inline constexpr double least_shrinkage = 0.2;
/// An effect that falls by more without a comparison group is warned of.
inline constexpr double most_uncontrolled_shrinkage = 0.1;

/// Replicates of the scenario at its values, and at the fit's centre.
inline constexpr std::uint32_t times_at_values = 10;

CalibrationFit fit_of(const ModelProblem& problem, const FittedMembers& members);

/// Which target may move which input: a study's level offset only by those of its cohort; an effect
/// only by those with a comparison group, where the calibration protects effects.
MayMove may_move(const ModelProblem& problem, bool protects_effects);

/// Members × inputs of the fitted set, in the inputs' units.
Matrix values_of(const FittedSet& fitted, const Matrix& scores);

}  // namespace samspil
