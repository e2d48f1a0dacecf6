#include "model/core/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace samspil {

double mean_of(std::span<const double> values) noexcept {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double variance_of(std::span<const double> values) noexcept {
  const double mean = mean_of(values);
  double squares = 0;
  for (const double x : values) squares += (x - mean) * (x - mean);
  return squares / static_cast<double>(values.size() - 1);
}

Estimate mean_estimate(std::span<const double> values) noexcept {
  return {mean_of(values), std::sqrt(variance_of(values) / static_cast<double>(values.size()))};
}

double effective_number(std::span<const double> weights) noexcept {
  double sum = 0, squares = 0;
  for (const double weight : weights) {
    sum += weight;
    squares += weight * weight;
  }
  return sum * sum / squares;
}

double percentile(std::span<const double> sorted, double p) noexcept {
  const auto n = static_cast<double>(sorted.size());
  // The whole part of the product is never too many, but may be too few.
  auto rank = static_cast<std::size_t>(std::clamp(n * p, 1.0, n));
  while (rank < sorted.size() && static_cast<double>(rank) / n < p) ++rank;
  return sorted[rank - 1];
}

}  // namespace samspil
