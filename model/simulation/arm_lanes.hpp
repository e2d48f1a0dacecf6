/// \file
/// The arms of a comparison in lanes: which arms live side by side, and a thread's memory for them.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/costs/settlement.hpp"
#include "model/dynamics/family_year.hpp"
#include "model/simulation/counts.hpp"
#include "model/simulation/plan.hpp"

namespace samspil {

/// Arms that live side by side. Arms without effect live as the one without a strategy, and arms
/// whose plans are the same live alike: they have a lane in common.
struct LaneGroup {
  std::vector<std::uint32_t> arms;
  std::vector<std::uint8_t> lanes;  ///< By position among `arms`.
  std::size_t count = 0;            ///< Of lanes.
  std::size_t width = 1;            ///< Of the vectors: one of `widths`.

  /// Whether the arm at a position is the first of its lane.
  bool is_first_of_lane(std::size_t position) const noexcept;
};

/// All arms, each in one group.
std::vector<LaneGroup> lane_groups(const std::vector<ArmPlan>& plans);

/// What a family's year needs in a group's lanes, and what a site's families count there.
template <std::size_t L>
struct LaneRoom {
  LaneRoom() {
    constexpr std::size_t usual = 256;  // more than nearly any year has
    space.spells.reserve(usual);
    space.beside.reserve(usual);
    paid.reserve(usual);
  }

  WorkspaceOf<L> space;
  PerArm<HookRatios, L> hooks;
  UseOf<L> use;
  std::vector<BenefitPaid> paid;     ///< Of a member, kept for its memory.
  std::array<YearCounts, L> counts;  ///< All but the use of services.
};

/// Of a site in all arms of a group.
struct SiteRoom {
  std::vector<Family> families;  ///< Arm by arm.
  std::vector<Post> posts;       ///< As families.
  std::vector<Team> teams;       ///< By arm.
  std::vector<Person> people;    ///< Family by family, in each lane by lane.
  std::vector<YearCounts> own;   ///< By arm, of the year at hand.
};

}  // namespace samspil
