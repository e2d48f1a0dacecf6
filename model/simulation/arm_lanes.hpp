/// \file
/// The arms of a comparison in lanes: which arms live side by side, and a thread's memory for them.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/costs/settlement.hpp"
#include "model/dynamics/effect_lanes.hpp"
#include "model/dynamics/family_year.hpp"
#include "model/simulation/counts.hpp"
#include "model/simulation/plan.hpp"

namespace samspil {

/// Arms that live side by side. Arms without effect live as the one without a strategy, and arms
/// whose plans are the same live alike: they have a lane in common.
struct LaneGroup {
  std::vector<std::uint32_t> arms;
  std::vector<std::uint8_t> lanes;   ///< By position among `arms`.
  std::vector<std::uint8_t> firsts;  ///< By lane, the position of its first arm.
  std::size_t width = 1;             ///< Of the vectors: one of `widths`.
  EffectLanes effects{};             ///< Of the lanes' plans.
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
    own.reserve(usual);
    if constexpr (L > 1) {
      weights.kinds.reserve(usual);
      space.incomes.reserve(L * usual);
      space.cases.reserve(L * usual);
    }
  }

  WorkspaceOf<L> space;
  EffectWeights weights;
  HooksIn<L> hooks;
  UseOf<L> use;
  std::vector<BenefitPaid> paid;     ///< Of a member, kept for its memory.
  std::vector<IncomeSpell> own;      ///< As paid.
  CaseUses cases;                    ///< Of arms that are alike.
  YearCounts together;               ///< What is the same in all lanes.
  std::array<YearCounts, L> counts;  ///< Of each lane beside that, but for the use of services.
};

/// Of a site in all arms of a group.
struct SiteRoom {
  std::vector<Family> families;  ///< Arm by arm.
  std::vector<Post> posts;       ///< As families.
  std::vector<Team> teams;       ///< By arm.
  std::vector<Person> people;    ///< Family by family, in each lane by lane.
  std::vector<YearCounts> own;   ///< By arm, of the year at hand.

  /// Grows to what a group needs: draws differ in which arms are alike, and so in their groups.
  ///   places  of families in a site
  ///   rows    of people in these, in one arm
  void fit(const LaneGroup& group, std::size_t places, std::size_t rows);
};

}  // namespace samspil
