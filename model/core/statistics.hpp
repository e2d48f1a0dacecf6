/// \file
/// Mean, variance and percentile of a list of numbers, and an estimate with its error: the one
/// definition of each.
#pragma once

#include <cstddef>
#include <span>

namespace samspil {

/// Sum in the order given, by how many there are. Of at least one.
double mean_of(std::span<const double> values) noexcept;

/// Of one value, without bias: squared distances from the mean by n - 1. Of at least two.
double variance_of(std::span<const double> values) noexcept;

/// How many equal weights would estimate as well as these, (Σw)² / Σw². Of weights that are not all
/// nought.
double effective_number(std::span<const double> weights) noexcept;

/// The smallest of the values for which the share of values at or below it reaches p: the inverse
/// of their empirical distribution function, so that it is always one of them. `sorted` holds at
/// least one. A p below 0 gives the smallest, above 1 the largest.
double percentile(std::span<const double> sorted, double p) noexcept;

/// What is estimated, and its standard error.
struct Estimate {
  double value = 0;
  double error = 0;
};

/// The mean of independent values, of at least two. Of values that are all the same the error is
/// nought, which is no proof: others might not be.
Estimate mean_estimate(std::span<const double> values) noexcept;

}  // namespace samspil
