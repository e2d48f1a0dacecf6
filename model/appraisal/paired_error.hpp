/// \file
/// Monte Carlo error of a difference between two arms that share every draw.
#pragma once

#include <cstdint>
#include <optional>

#include "model/simulation/counts.hpp"

namespace samspil {

struct PairedError {
  /// Of the mean over draws of the total over sites [kr.]. Nothing where there is but one site.
  std::optional<double> standard_error;
  /// (var(base) + var(arm)) / var(base - arm): how many times more draws independent arms would
  /// need for the same error. Nothing where the difference does not vary.
  std::optional<double> variance_ratio;
};

/// The sample is sites × draws, since sites are what is independent.
///   se = sqrt(n s²) / draws,  n = sites × draws,  s² = (n Σx² - (Σx)²) / (n (n - 1))
/// The numerator is exact in 128 bits; doubles begin after it.
PairedError paired_error(const PairedMoments& moments, std::uint64_t sites,
                         std::uint32_t draws) noexcept;

}  // namespace samspil
