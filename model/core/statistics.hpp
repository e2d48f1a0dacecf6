/// \file
/// Mean, variance and percentile of a list of numbers: the one definition of each.
#pragma once

#include <cstddef>
#include <span>

namespace samspil {

/// Sum in the order given, by how many there are. Of at least one.
double mean_of(std::span<const double> values) noexcept;

/// Of one value, without bias: squared distances from the mean by n - 1. Of at least two.
double variance_of(std::span<const double> values) noexcept;

/// The smallest of the values for which the share of values at or below it reaches p: the inverse
/// of their empirical distribution function, so that it is always one of them. `sorted` holds at
/// least one. A p below 0 gives the smallest, above 1 the largest.
double percentile(std::span<const double> sorted, double p) noexcept;

}  // namespace samspil
