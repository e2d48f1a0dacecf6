#include "model/simulation/varied_arms.hpp"

#include <algorithm>
#include <utility>

namespace samspil {
namespace {

/// Position of an arm of present practice, which is appended where it is not there.
std::size_t present_arm(std::vector<Arm>& arms, std::size_t present, const Variation& variation) {
  const auto found = std::find_if(arms.begin(), arms.end(), [&](const Arm& arm) {
    return arm.strategy == present && arm.level == EffectLevel::centre &&
           arm.variation == variation;
  });
  const auto position = static_cast<std::size_t>(found - arms.begin());
  if (found == arms.end()) arms.push_back({present, EffectLevel::centre, 0, variation});
  return position;
}

/// Takes from each row of `all` the values of the arms from `first` on, and copies its first arm's.
///   each  values of an arm in a row
template <class T>
std::vector<T> take(std::vector<T>& all, std::size_t arms, std::size_t first, std::size_t each) {
  std::vector<T> left, taken;
  if (all.empty()) return taken;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t arm = i / each % arms;
    if (arm == 0) taken.push_back(all[i]);
    (arm < first ? left : taken).push_back(std::move(all[i]));
  }
  all = std::move(left);
  return taken;
}

}  // namespace

std::size_t add_varied_arm(std::vector<Arm>& arms, const Scenario& scenario, std::size_t strategy,
                           const Variation& variation) {
  std::size_t reference = 0;
  if (scenario.comparison.present_practice) {
    const Variation of_effects{variation.effects, variation.group, 1, 1};
    reference = present_arm(arms, scenario.strategies.size() + 1, of_effects);
  }
  arms.push_back({strategy, EffectLevel::centre, reference, variation});
  return arms.size() - 1;
}

void add_arms_of_draws(std::vector<Arm>& arms, const Scenario& scenario) {
  for (const double multiplier : multipliers_of_draws) {
    for (std::size_t i = 1; i <= scenario.strategies.size(); ++i) {
      add_varied_arm(arms, scenario, i, {.effects = multiplier});
    }
  }
}

RunResult take_arms_from(RunResult& all, std::size_t first) {
  const std::size_t arms = all.arms.size();
  RunResult taken;
  const std::size_t cells = all.cells().count();
  taken.draws = all.draws;
  taken.replicates = all.replicates;
  taken.families = all.families;
  taken.own_share = all.own_share;
  taken.sites = all.sites;
  taken.sites_per_draw = all.sites_per_draw;
  taken.shared_sites = all.shared_sites;
  taken.arms = take(all.arms, arms, first, 1);
  for (Arm& arm : taken.arms) {
    if (arm.reference > 0) arm.reference -= first - 1;
  }
  taken.counts = take(all.counts, arms, first, 1);
  for (YearCounts& year : taken.counts.front().years) {  // lived once
    year.work = {};
    year.person_years = 0;
  }
  taken.ledgers = take(all.ledgers, arms, first, 1);
  taken.spreads = take(all.spreads, arms, first, 1);
  taken.site_spreads = take(all.site_spreads, arms, first, cells);
  taken.savings = take(all.savings, arms, first, 1);
  return taken;
}

}  // namespace samspil
