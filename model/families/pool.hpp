/// \file
/// The pool of weighted candidate families: made, burned in, selected by the report's rule in year
/// 0, and reweighted to the margins.
#pragma once

#include <vector>

#include "model/engine/run_plan.hpp"
#include "model/inputs/scenario.hpp"
#include "model/population/draw.hpp"
#include "model/population/family.hpp"
#include "model/population/target_group.hpp"

namespace samspil {

/// Years of burn-in before year 1: years -3, -2, -1 and 0.
inline constexpr int burn_in_years = 4;

/// What the municipality paid for a family in year 0 [øre], after refunds.
struct CostOfYear0 {
  // The social area, employment and health: what "Familiens vej" counts.
  Ore target_children = 0;
  Ore target_parents = 0;
  Ore other_members = 0;  ///< Siblings, other parents and partners.
  Ore school = 0;         ///< School and day care of the target children.

  friend bool operator==(const CostOfYear0&, const CostOfYear0&) = default;
};

/// Families that meet the target definition at the end of year 0, with their people.
struct Pool {
  std::vector<Family> families;  ///< `first` is a row of `people`.
  std::vector<Person> people;
  std::vector<FamilyProfile> profiles;  ///< Year 0.
  std::vector<CostOfYear0> cost;
  std::vector<double> weights;  ///< Mean 1.
  std::uint64_t candidates = 0;
};

/// The population's definition of the target group.
TargetRule target_rule(const PopulationSpec& spec) noexcept;

/// Of what a profile keeps, that which a margin is about.
std::size_t indicator_of(const Margin& margin);

/// Makes the pool and weighs it. Throws InputError naming the margins when no weights meet them.
Pool make_pool(const Scenario& scenario, const Execution& execution, const ShareDone& share_done);

/// A draw of families from the pool: family i of any population, whatever its size. Own families
/// are taken in turn.
StratifiedDraw stratified_draw(const Pool& pool, const PopulationSpec& spec);

}  // namespace samspil
