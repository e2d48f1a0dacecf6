/// \file
/// What is counted of one family's year for the flows of its target members: events and people
/// exposed to them, in integers. Chance and prices are the model's, the rules those of the official
/// counts that they are held against.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "model/costs/settlement.hpp"
#include "model/inputs/known_flows.hpp"
#include "model/population/diary.hpp"
#include "model/population/target_group.hpp"

namespace samspil {

/// Sums over families of what a flow is a ratio of.
struct FlowPart {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
};

/// Whose costs are told apart, so that a group that grows older does not look like a saving: those
/// under 18, the measures after care and the young people of 18 to 22, everybody grown up.
inline constexpr std::size_t cost_group_count = 3;

/// One calendar year.
struct FlowCounts {
  std::array<FlowPart, flow_count> parts{};
  std::array<Ore, cost_group_count> cost{};            ///< The municipality's, after refund.
  std::array<std::int64_t, cost_group_count> heads{};  ///< Persons there on 1 January, by age.

  FlowCounts& operator+=(const FlowCounts& other) noexcept;
};

/// What of a person's past a later year must know.
struct FlowMemory {
  std::int16_t days_home = -1;    ///< Since a return home before 18; -1: none was seen.
  std::int16_t days_in_job = -1;  ///< Of the ordinary job at hand; -1: none.
  bool placed = false;
};
using FlowMemories = std::array<FlowMemory, most_members>;

/// Where everybody stands before the first year that is watched: a job at hand is an old one.
FlowMemories flow_memories(std::span<const Person> people) noexcept;

/// A family's year.
struct WatchedYear {
  int year = 0;
  std::span<const Person> before;  ///< At the end of the year before.
  std::span<const Person> after;
  const Diary& diary;
  const TargetMembers& target;
};

/// Adds the flows of the target members `weight` times.
void count_flows(const WatchedYear& watched, const PayerRules& rules, const Catalogue& catalogue,
                 std::int64_t weight, FlowMemories& memories, FlowCounts& counts);

/// Adds what the municipality paid for the whole family, tax left out, and its heads.
void count_cost(const WatchedYear& watched, const ServiceUse& use, const Settlements& settlements,
                const PayerRules& rules, const Catalogue& catalogue, FlowCounts& counts);

}  // namespace samspil
