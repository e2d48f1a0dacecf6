#include "model/appraisal/mean_error.hpp"

#include <algorithm>
#include <cmath>

#include "model/appraisal/draw_spread.hpp"

namespace samspil {
namespace {

/// From n (n - 1) times a variance or covariance of sites, summed over `count` runs or pairs of
/// runs, to that of a run's total over n sites, their mean [øre²].
double of_total(Int128 spread, std::uint64_t sites, std::uint64_t count) noexcept {
  return static_cast<double>(spread) / static_cast<double>(sites - 1) / static_cast<double>(count);
}

constexpr double ore_per_krone = 100;

}  // namespace

MeanError mean_error(const RunResult& result, std::size_t arm, Purse purse) {
  if (result.sites < 2) return {};
  const std::size_t p = index_of(purse);
  const auto draws = static_cast<double>(result.draws);
  const auto replicates = static_cast<double>(result.replicates);
  const double whole = of_total(result.spreads[arm][p].saving, result.sites, result.runs());
  double kept = 0;
  if (result.run_pairs > 0) {
    kept = std::clamp(of_total(result.kept[arm][p], result.sites, result.run_pairs), 0.0, whole);
  }
  const double luck = whole - kept;
  MeanError error;
  error.simulation = std::sqrt(kept + luck / (draws * replicates)) / ore_per_krone;
  error.standard_error = error.simulation;
  if (const auto spread = draw_spread(result, arm, purse)) {
    const double between = spread->variance * ore_per_krone * ore_per_krone;
    const double inputs = std::max(between - luck / replicates, 0.0);
    error.standard_error =
        std::sqrt(kept + luck / (draws * replicates) + inputs / draws) / ore_per_krone;
    error.input_spread = std::sqrt(inputs) / ore_per_krone;
  }
  return error;
}

}  // namespace samspil
