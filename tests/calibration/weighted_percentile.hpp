/// \file
/// Percentiles of draws that have weights.
#pragma once

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace samspil::test {

/// The smallest of `values` at which the weights of those at or below it reach `share`.
inline double weighted_percentile(std::span<const double> values, std::span<const double> weights,
                                  double share) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair{values[a], a} < std::pair{values[b], b};
  });
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  double reached = 0;
  for (const std::size_t i : order) {
    reached += weights[i];
    if (reached >= share * total) return values[i];
  }
  return values[order.back()];
}

}  // namespace samspil::test
