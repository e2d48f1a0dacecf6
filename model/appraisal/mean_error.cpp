#include "model/appraisal/mean_error.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/core/statistics.hpp"
#include "model/simulation/rotation.hpp"

namespace samspil {
namespace {

constexpr double ore_per_krone = 100;

}  // namespace

Sampling Sampling::of(const RunResult& result) noexcept {
  const Rotation rotation{result.sites, result.sites_lived()};
  return {static_cast<double>(result.draws), static_cast<double>(result.replicates),
          rotation.overlap(result.draws)};
}

std::optional<TotalVariance> total_variance(const RunResult& result, std::size_t arm,
                                            std::size_t cell) noexcept {
  const std::uint64_t sites = result.sites_lived();
  if (sites < 2) return std::nullopt;
  const SiteSpread& spread = result.site_spreads[arm * result.cells().count() + cell];
  const double scale = result.scale() / ore_per_krone;
  const auto others = static_cast<double>(sites - 1);
  TotalVariance variance;
  variance.whole = scale * scale * static_cast<double>(spread.whole) / others /
                   static_cast<double>(result.runs());
  if (result.shared_sites > 0) {
    // As many whole pairs of runs as the sites that were shared make.
    const double pairs = static_cast<double>(result.shared_sites) / static_cast<double>(sites);
    const double kept = scale * scale * static_cast<double>(spread.kept) / others / pairs;
    variance.kept = std::clamp(kept, 0.0, variance.whole);
  }
  return variance;
}

MeanError mean_error(const TotalVariance& variance, const Sampling& sampling,
                     std::optional<double> between) noexcept {
  const double kept = variance.kept;
  const double luck = variance.whole - kept;
  const auto& [draws, replicates, overlap] = sampling;
  const double simulation =
      kept * (1 + (draws - 1) * overlap) / draws + luck / (draws * replicates);
  MeanError error;
  error.simulation = std::sqrt(simulation);
  error.standard_error = error.simulation;
  if (between) {
    const double between_draws = (1 - overlap) * kept + luck / replicates;
    const double inputs = std::max(*between - between_draws, 0.0);
    error.standard_error = std::sqrt(simulation + inputs / draws);
    error.luck_between_draws = between_draws;
  }
  return error;
}

std::vector<double> savings_by_draw(const RunResult& result, std::size_t arm, std::size_t budget) {
  std::vector<double> savings(result.draws);
  for (std::uint32_t run = 0; run < result.runs(); ++run) {
    const Ore saved = result.savings[run * result.arms.size() + arm][budget];
    savings[run / result.replicates] += as_kroner(saved) * result.scale() / result.replicates;
  }
  return savings;
}

MeanError mean_error(const RunResult& result, std::size_t arm, Purse purse) {
  const auto variance = total_variance(result, arm, result.cells().in_all(index_of(purse)));
  if (!variance) return {};
  std::optional<double> between;
  if (result.draws > 1) between = variance_of(savings_by_draw(result, arm, index_of(purse)));
  return mean_error(*variance, Sampling::of(result), between);
}

}  // namespace samspil
