#include "model/appraisal/draw_spread.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/core/statistics.hpp"

namespace samspil {
namespace {

/// The arm of the same strategy whose programme has no effect; `arm` itself where there is none.
std::size_t arm_without_effect(const RunResult& result, std::size_t arm) noexcept {
  for (std::size_t i = 0; i < result.arms.size(); ++i) {
    const bool same = result.arms[i].strategy == result.arms[arm].strategy;
    if (i > 0 && same && result.arms[i].level == EffectLevel::none) return i;
  }
  return arm;
}

double count_above_nought(std::span<const double> values) noexcept {
  return static_cast<double>(
      std::count_if(values.begin(), values.end(), [](double x) { return x > 0; }));
}

/// The mean of each draw's replicates, which stand one after the other.
std::vector<double> means_of(std::span<const double> values, std::size_t replicates) {
  std::vector<double> means;
  for (std::size_t first = 0; first < values.size(); first += replicates) {
    means.push_back(mean_of(values.subspan(first, replicates)));
  }
  return means;
}

}  // namespace

DrawSpread draw_spread(std::span<const double> savings, std::size_t replicates) {
  std::vector<double> means = means_of(savings, replicates);
  const std::size_t draws = means.size();
  const auto n = static_cast<double>(draws);
  double within = 0;
  for (std::size_t draw = 0; replicates > 1 && draw < draws; ++draw) {
    within += variance_of(savings.subspan(draw * replicates, replicates)) / n;
  }
  DrawSpread spread;
  spread.mean = mean_of(means);
  const double saving = count_above_nought(means);
  spread.chance = saving / n;
  const double middle = (saving + 1) / (n + 2);
  spread.chance_error = std::sqrt(middle * (1 - middle) / (n + 2));
  spread.variance = draws > 1 ? variance_of(means) : 0;
  if (replicates > 1 && spread.variance > 0) {
    spread.luck_share = std::min(within / static_cast<double>(replicates) / spread.variance, 1.0);
  }
  std::sort(means.begin(), means.end());
  spread.p5 = percentile(means, 0.05);
  spread.p50 = percentile(means, 0.5);
  spread.p95 = percentile(means, 0.95);
  return spread;
}

std::optional<DrawSpread> draw_spread(const RunResult& result, std::size_t arm, Purse purse) {
  if (result.draws < 2) return std::nullopt;
  const std::size_t none = arm_without_effect(result, arm);
  std::vector<double> savings, gains;
  for (std::uint32_t run = 0; run < result.runs(); ++run) {
    const auto* own = &result.savings[run * result.arms.size()];
    savings.push_back(as_kroner(own[arm][index_of(purse)]));
    gains.push_back(savings.back() - as_kroner(own[none][index_of(purse)]));
  }
  DrawSpread spread = draw_spread(savings, result.replicates);
  spread.better = count_above_nought(means_of(gains, result.replicates)) / result.draws;
  return spread;
}

}  // namespace samspil
