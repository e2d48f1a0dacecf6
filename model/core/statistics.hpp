/// \file
/// Mean, variance and percentile of values.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>

namespace samspil {

/// Of one value or more.
inline double mean(std::span<const double> values) noexcept {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Without bias; 0 of one value.
inline double variance(std::span<const double> values) noexcept {
  if (values.size() < 2) return 0;
  const double middle = mean(values);
  double squares = 0;
  for (const double x : values) squares += (x - middle) * (x - middle);
  return squares / static_cast<double>(values.size() - 1);
}

/// The smallest value whose share of the values at or below it reaches p in [0, 1].
///   sorted  rising, one value or more
inline double percentile(std::span<const double> sorted, double p) noexcept {
  // A share such as 0.07 of 100 may come out a rounding above the whole number that it is.
  const double rank = std::ceil(p * static_cast<double>(sorted.size()) - 1e-9);
  const double last = static_cast<double>(sorted.size());
  return sorted[static_cast<std::size_t>(std::clamp(rank, 1.0, last)) - 1];
}

}  // namespace samspil
