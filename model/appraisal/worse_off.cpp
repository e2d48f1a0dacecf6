#include "model/appraisal/worse_off.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/appraisal/uncertainty.hpp"
#include "model/core/statistics.hpp"

namespace samspil {
namespace {

/// One family's expected days more, and its standard error.
Estimate estimate_of(const ReplicateSums& sums) noexcept {
  const auto n = static_cast<double>(sums.count);
  const double mean = static_cast<double>(sums.sum) / n;
  const double squares = static_cast<double>(sums.squares) - n * mean * mean;
  return {mean, std::sqrt(std::max(0.0, squares) / (n - 1) / n)};
}

std::optional<WorseOffShare> share_of(const std::vector<Estimate>& families, std::size_t fewest) {
  if (families.size() < fewest) return std::nullopt;
  const auto n = static_cast<double>(families.size());
  WorseOffShare of;
  of.families = families.size();
  std::vector<double> means;
  double luck = 0;
  for (const Estimate& family : families) {
    means.push_back(family.value);
    luck += family.error * family.error / n;
    const double margin = worse_off_days + worse_off_errors * family.error;
    of.told_apart += (family.value < -margin ? 1 : 0) / n;
    of.better_told_apart += (family.value > margin ? 1 : 0) / n;
  }
  of.mean = mean_of(means);
  const std::vector<double> freed = freed_of_luck(std::move(means), luck);
  const auto below =
      std::count_if(freed.begin(), freed.end(), [](double days) { return days < -worse_off_days; });
  of.share = static_cast<double>(below) / n;
  return of;
}

}  // namespace

WorseOff worse_off(const FamilyReplicates& again, std::size_t strategy, FamilyOutcome outcome) {
  std::vector<Estimate> all;
  std::array<std::vector<Estimate>, family_group_count> groups;
  for (std::size_t family = 0; family < again.families(); ++family) {
    const ReplicateSums& sums = again.of(family, strategy, outcome);
    if (sums.count < fewest_replicates) continue;
    all.push_back(estimate_of(sums));
    for (std::size_t group = 0; group < family_group_count; ++group) {
      if ((again.groups[family] >> group & 1U) != 0) groups[group].push_back(all.back());
    }
  }
  WorseOff of;
  of.all = share_of(all, 1);
  for (std::size_t group = 0; group < family_group_count; ++group) {
    of.groups[group] = share_of(groups[group], fewest_families_of_group);
  }
  return of;
}

}  // namespace samspil
