/// \file
/// A strategy's hazard ratios where an evaluation says nothing of vacant posts or turnover: a team
/// that is fully staffed from the first day.
#pragma once

#include "model/dynamics/coordination.hpp"

namespace samspil {

inline HookRatios full_team_ratios(const Family& family, std::span<const Person> people,
                                   const CoordinationPlan& plan, const FamilyParameters& p) {
  Team team;
  team.fidelity_gate = fidelity_gate(plan.staff.elements, 1.0);
  return hook_ratios(family, people, team, plan, p);
}

}  // namespace samspil
