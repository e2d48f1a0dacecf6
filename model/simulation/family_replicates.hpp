/// \file
/// The same families lived again and again by other chance, with and without each strategy: what a
/// family may expect, apart from its luck.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/population/family.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

/// What tells how a family fares, as days over all years; more are better.
enum class FamilyOutcome : std::uint8_t {
  work_days,  // of parents in an ordinary job or fleksjob
  home_days,  // of children under 23: days not placed, told from days placed
};
inline constexpr std::array<std::string_view, 2> family_outcome_names{"work_days", "home_days"};
inline constexpr std::size_t family_outcome_count = family_outcome_names.size();

/// Of families as they stand when year 1 begins; a family is in several.
enum class FamilyGroup : std::uint8_t {
  youngest_0_5,
  youngest_6_12,
  youngest_13_17,
  youngest_18_and_over,
  placed,  // a child is out of home
  none_placed,
  on_benefits,  // a parent
  none_on_benefits,
  one_adult,  // in each household
  two_adults,
};
inline constexpr std::array<std::string_view, 10> family_group_names{
    "youngest_0_5", "youngest_6_12", "youngest_13_17", "youngest_18_and_over",
    "placed",       "none_placed",   "on_benefits",    "none_on_benefits",
    "one_adult",    "two_adults"};
inline constexpr std::size_t family_group_count = family_group_names.size();

/// The groups of a family as bits, by its people on 1 January of `year`.
std::uint32_t groups_of(std::span<const Person> people, int year) noexcept;

/// Of one family over the replicates in which it was enrolled: how many more good days with the
/// strategy than without, by the same chance.
struct ReplicateSums {
  std::int64_t count = 0, sum = 0, squares = 0;

  void add(std::int64_t days) noexcept {
    ++count;
    sum += days;
    squares += days * days;
  }
  friend bool operator==(const ReplicateSums&, const ReplicateSums&) = default;
};

struct FamilyReplicates {
  std::uint32_t replicates = 0;
  std::size_t strategies = 0;
  std::vector<std::uint32_t> groups;  ///< By family.
  std::vector<ReplicateSums> sums;    ///< Family, strategy, outcome.

  std::size_t families() const noexcept { return groups.size(); }
  /// `strategy` counts from 0.
  const ReplicateSums& of(std::size_t family, std::size_t strategy,
                          FamilyOutcome outcome) const noexcept {
    return sums[(family * strategies + strategy) * family_outcome_count + index_of(outcome)];
  }
};

/// How many families are lived how often. Half of the families are enrolled by the default terms,
/// drawn anew each time, so that each is enrolled some 48 times.
struct AgainPlan {
  std::uint64_t families = 2'000;  ///< In whole sites: rounded up.
  std::uint32_t replicates = 96;
};

/// Lives the families of a plan, drawn as those of cohorts are, at the values of the inputs and the
/// centre effects. `progress` is told of the stage "same_families".
FamilyReplicates live_families_again(const Scenario& described, const Pool& pool,
                                     const AgainPlan& plan, const Execution& execution,
                                     const Progress& progress);

}  // namespace samspil
