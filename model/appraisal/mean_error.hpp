/// \file
/// How far a printed mean may lie from what all draws and families would give, and what of it is
/// the simulation's and what the inputs'.
#pragma once

#include <optional>

#include "model/simulation/run.hpp"

namespace samspil {

/// Of an arm's saving over the horizon against what it is compared with [kr.]. Nothing where there
/// is but one site.
struct MeanError {
  /// Of the printed mean: draws of the inputs, families and their luck. With one draw the inputs
  /// stand at their values, and it is the error of the simulation.
  std::optional<double> standard_error;
  /// The part of it that is the simulation's: a finite number of families, and their luck.
  std::optional<double> simulation;
  /// Standard deviation of the expected saving between draws: what the inputs alone do to one
  /// draw, whatever the number of draws. Nothing with one draw.
  std::optional<double> input_spread;
};

/// Draws of the inputs and families are two samples, crossed: the families are the same in every
/// draw, so that more draws make their luck small, not their choice. With D draws of R replicates,
/// n sites, V the variance of the draws' means (each over its replicates), W that of a run's total
/// when sites are drawn anew (n s², mean over runs) and F the part of W that a site keeps from run
/// to run (n times the covariance of its savings in two runs):
///   simulation² = F + (W - F) / (D R),  input_spread² = V - (W - F) / R,
///   standard_error² = simulation² + input_spread² / D,
/// which is V / D + F; F and the spread are nought where their estimates are below. Without draws
/// the standard error is that of the simulation.
MeanError mean_error(const RunResult& result, std::size_t arm, Purse purse);

}  // namespace samspil
