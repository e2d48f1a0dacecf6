#include "model/appraisal/paired_error.hpp"

#include <cmath>

namespace samspil {

PairedError paired_error(const PairedSpread& spread, std::uint64_t sites, double runs) noexcept {
  if (sites < 2) return {};
  const auto difference = static_cast<double>(spread.saving);
  PairedError error;
  error.standard_error = std::sqrt(difference / static_cast<double>(sites - 1)) / (100.0 * runs);
  if (difference > 0) {
    error.variance_ratio =
        (static_cast<double>(spread.base) + static_cast<double>(spread.arm)) / difference;
  }
  return error;
}

PairedError pooled_error(const PairedMoments& moments, std::uint64_t sites,
                         std::uint32_t replicates) noexcept {
  const std::uint64_t sample = sites * replicates;
  return paired_error(spread_of(moments, sample), sample, replicates);
}

}  // namespace samspil
