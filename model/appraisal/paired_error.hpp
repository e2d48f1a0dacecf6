/// \file
/// Monte Carlo error of a difference between two arms that share every draw.
#pragma once

#include <cstdint>
#include <optional>

#include "model/simulation/counts.hpp"

namespace samspil {

struct PairedError {
  /// Of the mean over runs of the total over sites [kr.]. Nothing where there is but one site.
  std::optional<double> standard_error;
  /// (var(base) + var(arm)) / var(base - arm): how many times more draws independent arms would
  /// need for the same error. Nothing where the difference does not vary.
  std::optional<double> variance_ratio;
};

/// Sites are what is independent within a run; runs differ in their inputs too, where these are
/// drawn, which is no error of the simulation.
///   se = sqrt(Σ over runs of n s²) / runs,  n = sites,  n s² = (n Σx² - (Σx)²) / (n - 1)
/// The numerators are exact in 128 bits; doubles begin after them.
///   sites  that a run lives
///   runs   of all families: fewer than there are where each lives a part of them
PairedError paired_error(const PairedSpread& spread, std::uint64_t sites, double runs) noexcept;

/// The same of runs with the same inputs, whose sites × replicates are one sample.
PairedError pooled_error(const PairedMoments& moments, std::uint64_t sites,
                         std::uint32_t replicates) noexcept;

}  // namespace samspil
