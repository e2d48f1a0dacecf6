/// \file
/// How far a printed mean may lie from what all draws and families would give, and what of it is
/// the simulation's and what the inputs'.
#pragma once

#include <optional>
#include <vector>

#include "model/simulation/run.hpp"

namespace samspil {

/// Of an arm's saving against what it is compared with [kr.]. Nothing where there is but one site.
struct MeanError {
  /// Of the printed mean: draws of the inputs, families and their luck. With one draw the inputs
  /// stand at their values, and it is the error of the simulation.
  std::optional<double> standard_error;
  /// The part of it that is the simulation's: a finite number of families, and their luck.
  std::optional<double> simulation;
  /// Variance between the draws' means that is luck of the families that lived them [kr.²].
  std::optional<double> luck_between_draws;
};

/// What chance there is in the runs of a result, beside that of the inputs.
struct Sampling {
  double draws = 1, replicates = 1;
  double overlap =
      1;  ///< Share of its families that a draw has in common with another, on average.

  static Sampling of(const RunResult& result) noexcept;
};

/// Variance of one run's total, scaled to all families [kr.²].
struct TotalVariance {
  double whole = 0;  ///< Where sites are drawn anew.
  double kept = 0;   ///< The part that sites keep from run to run.
};

/// Of one cell of an arm's savings, from what its sites differ by. Nothing where a run has but one.
std::optional<TotalVariance> total_variance(const RunResult& result, std::size_t arm,
                                            std::size_t cell) noexcept;

/// Draws of the inputs and families are two samples, crossed. D draws have R replicates each; a run
/// lives n of N sites and is scaled by N / n. V is the variance of the draws' means (each over its
/// replicates); W that of a run's scaled total when sites are drawn anew (N² s² / n, mean over
/// runs); F the part of W that a site keeps from run to run (N² / n times the covariance of its
/// savings in two runs); o the share of its sites that a draw has in common with another, mean over
/// the pairs of draws. Then two draws' means, the inputs apart, have the variance F + (W - F) / R
/// each and the covariance o F, so that
///   luck between draws = (1 - o) F + (W - F) / R,
///   simulation²        = F (1 + (D - 1) o) / D + (W - F) / (D R),
///   spread of inputs²  = V - luck between draws,
///   standard_error²    = simulation² + spread of inputs² / D.
/// Where every draw lives all sites o is 1: more draws make their luck small, not their choice.
/// Where families rotate it is n / N over whole turns, and their choice is that of all N sites. F
/// and the spread are nought where their estimates are below. Without draws the standard error is
/// that of the simulation.
///   between  V; nothing with one draw
MeanError mean_error(const TotalVariance& variance, const Sampling& sampling,
                     std::optional<double> between) noexcept;

/// What one budget (site_savings.hpp) saves over the horizon by draw, mean over replicates, scaled
/// to all families [kr.].
std::vector<double> savings_by_draw(const RunResult& result, std::size_t arm, std::size_t budget);

/// Of the saving over the horizon.
MeanError mean_error(const RunResult& result, std::size_t arm, Purse purse);

}  // namespace samspil
