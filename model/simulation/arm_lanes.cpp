#include "model/simulation/arm_lanes.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// Whether families live as without a strategy.
bool leaves_lives_alone(const CoordinationPlan& plan) noexcept {
  return plan.effects.empty() && plan.job_casework <= 0;
}

bool live_alike(const CoordinationPlan& one, const CoordinationPlan& other) noexcept {
  return (leaves_lives_alone(one) && leaves_lives_alone(other)) || one == other;
}

/// The narrowest that takes so many lanes, or the widest.
std::size_t width_for(std::size_t lanes) noexcept {
  for (const std::size_t width : widths) {
    if (lanes <= width) return width;
  }
  return widths.back();
}

}  // namespace

void SiteRoom::fit(const LaneGroup& group, std::size_t places, std::size_t rows) {
  const auto grow = [](auto& of, std::size_t size) {
    if (of.size() < size) of.resize(size);
  };
  const std::size_t arms = group.arms.size();
  grow(families, arms * places);
  grow(posts, arms * places);
  grow(teams, arms);
  grow(own, arms);
  grow(people, rows * group.width);
}

std::vector<LaneGroup> lane_groups(const std::vector<ArmPlan>& plans) {
  std::vector<std::size_t> firsts;   // by lane, the first of its arms
  std::vector<std::size_t> lane_of;  // by arm
  for (std::size_t arm = 0; arm < plans.size(); ++arm) {
    const auto alike = std::find_if(firsts.begin(), firsts.end(), [&](std::size_t first) {
      return live_alike(plans[first].coordination, plans[arm].coordination);
    });
    lane_of.push_back(static_cast<std::size_t>(alike - firsts.begin()));
    if (alike == firsts.end()) firsts.push_back(arm);
  }
  std::vector<LaneGroup> groups;
  for (std::size_t begin = 0; begin < firsts.size();) {
    LaneGroup group;
    group.width = width_for(firsts.size() - begin);
    const std::size_t end = std::min(firsts.size(), begin + group.width);
    for (std::size_t arm = 0; arm < plans.size(); ++arm) {
      if (lane_of[arm] < begin || lane_of[arm] >= end) continue;
      const std::size_t lane = lane_of[arm] - begin;  // of those to come the next, or one before
      if (lane == group.firsts.size()) {
        group.firsts.push_back(static_cast<std::uint8_t>(group.arms.size()));
      }
      group.arms.push_back(static_cast<std::uint32_t>(arm));
      group.lanes.push_back(static_cast<std::uint8_t>(lane));
    }
    std::vector<const CoordinationPlan*> of_lanes;
    for (const std::uint8_t first : group.firsts) {
      of_lanes.push_back(&plans[group.arms[first]].coordination);
    }
    group.effects = EffectLanes{of_lanes};
    groups.push_back(std::move(group));
    begin = end;
  }
  return groups;
}

}  // namespace samspil
