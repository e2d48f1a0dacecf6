/// \file
/// Mean and quantiles of an uncertain input. Draws nothing: who asks brings the uniform.
#pragma once

#include "model/inputs/distribution.hpp"

namespace samspil {

/// Inverse distribution function, rounded to 24 bits: the libraries behind it may differ in the
/// last of 53 bits between machines, and no uncertain input is known to seven digits.
///   u in (0, 1)
double quantile(const Distribution& distribution, double u);

/// Inverse distribution function of the PERT distribution: a beta between `low` and `high` with its
/// most likely value at `mode` and mean (low + 4 mode + high) / 6; `mode` itself where low = high.
/// Rounded like quantile().
///   low <= mode <= high; u in (0, 1)
double pert_quantile(double low, double mode, double high, double u);

/// Standard normal deviate of a share u in (0, 1), and the share of a deviate.
double normal_deviate(double u);
double normal_share(double z);

double mean(const Distribution& distribution) noexcept;

/// Mean of what is cut off at `low` and `high`: a midpoint sum of the quantiles, so that it has
/// their bits. Its error is below (high - low) / 10^5.
double mean_within(const Distribution& distribution, double low, double high);

}  // namespace samspil
