#include "model/appraisal/paired_error.hpp"

#include <cmath>

namespace samspil {
namespace {

double sample_variance(Int128 sum, Int128 sum_of_squares, std::uint64_t n) noexcept {
  const auto count = static_cast<Int128>(n);
  const auto numerator = static_cast<double>(count * sum_of_squares - sum * sum);
  return numerator / (static_cast<double>(n) * static_cast<double>(n - 1));
}

}  // namespace

PairedError paired_error(const PairedMoments& moments, std::uint64_t sites,
                         std::uint32_t draws) noexcept {
  const std::uint64_t n = sites * draws;
  if (n < 2) return {};
  const double difference = sample_variance(moments.saving, moments.saving_squared, n);
  PairedError error;
  error.standard_error =
      std::sqrt(static_cast<double>(n) * difference) / (100.0 * static_cast<double>(draws));
  if (difference > 0) {
    error.variance_ratio = (sample_variance(moments.base, moments.base_squared, n) +
                            sample_variance(moments.arm, moments.arm_squared, n)) /
                           difference;
  }
  return error;
}

}  // namespace samspil
