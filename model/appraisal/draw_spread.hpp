/// \file
/// How a saving spreads over parameter draws, and how much of that is luck of the simulation.
#pragma once

#include <optional>
#include <span>

#include "model/simulation/run.hpp"

namespace samspil {

/// Over draws, each the mean of its replicates. Positive means fewer public expenditures [kr.].
struct DrawSpread {
  double mean = 0;
  double variance = 0;  ///< Between the draws [kr.²], without bias.
  double p5 = 0, p50 = 0, p95 = 0;
  double chance = 0;  ///< Share of the draws that save.
  double better = 0;  ///< Share of those that do better than the programme without effect.
  /// Its standard error, as if one draw more had saved and one had not: never nought, since a few
  /// draws that agree are no certainty.
  double chance_error = 0;
  /// Share of the variance between draws that is luck of the simulated families, not the inputs:
  /// the variance within draws by the number of replicates. Nothing with one replicate.
  std::optional<double> luck_share;
};

/// Of one arm against its reference, over the horizon. Nothing where there is but one draw.
std::optional<DrawSpread> draw_spread(const RunResult& result, std::size_t arm, Purse purse);

/// Of savings by run, `replicates` of each draw one after the other, in any unit of money.
DrawSpread draw_spread(std::span<const double> savings, std::size_t replicates);

}  // namespace samspil
