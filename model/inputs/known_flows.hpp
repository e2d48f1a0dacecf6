/// \file
/// Yearly flows of the target group, and what is known of each: the yardstick that a population is
/// held against after the year of selection (scenarios/known_flows.csv).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/inputs/quantity.hpp"

namespace samspil {

/// Of the children and parents of the target group in year 0, whoever of them is there. How each is
/// counted: model/measurement/flow_counts.cpp.
enum class Flow : std::uint8_t {
  placed,          // on any day; per cent of children
  exit_all,        // per cent of those placed on 1 January who are not at the end of the year
  exit_home,       // … of them home before 18
  exit_at_18,      // … without aftercare, at 18
  exit_aftercare,  // … from aftercare, to 23
  exit_other,      // … who died
  type_change,  // per cent of those under 18 placed at both ends of the year: another kind of place
  placement_entry,  // per cent of children at home on 1 January
  reentry,          // placements per 100 child-years in the first two years after coming home
  home_measures,    // on any day; per cent of children
  notifications,    // per child under 18
  repeated_notifications,  // per notified child
  secure_places,           // full-year places per 10,000 children
  youth_convicted,         // per cent of those of 15-23 years
  pension,                 // in week 48; per cent of parents
  pension_rise,            // points since year 0, at the end of the last year
  pension_inflow,          // per cent of parents without pension on 1 January
  pension_inflow_under_40,
  employed,             // ordinary hours, a job or fleksjob on any day; per cent of parents
  in_work,              // ordinary job or fleksjob in week 48; per cent of parents
  cash_benefit,         // kontanthjælp in week 48; per cent of parents
  job_loss_first_year,  // per 100 person-years in the first year of an ordinary job
  job_loss_later,
  parents_convicted,         // per cent of parents
  adult_social,              // adult social services, gross per parent; year 1 = 100
  municipal_cost,            // the municipality's, tax left out, per person; year 1 = 100
  municipal_cost_same_ages,  // … with as many under 18, of 18-22 and grown up as in year 1
};
inline constexpr std::array<std::string_view, 27> flow_names{"placed",
                                                             "exit_all",
                                                             "exit_home",
                                                             "exit_at_18",
                                                             "exit_aftercare",
                                                             "exit_other",
                                                             "type_change",
                                                             "placement_entry",
                                                             "reentry",
                                                             "home_measures",
                                                             "notifications",
                                                             "repeated_notifications",
                                                             "secure_places",
                                                             "youth_convicted",
                                                             "pension",
                                                             "pension_rise",
                                                             "pension_inflow",
                                                             "pension_inflow_under_40",
                                                             "employed",
                                                             "in_work",
                                                             "cash_benefit",
                                                             "job_loss_first_year",
                                                             "job_loss_later",
                                                             "parents_convicted",
                                                             "adult_social",
                                                             "municipal_cost",
                                                             "municipal_cost_same_ages"};
inline constexpr std::size_t flow_count = flow_names.size();

/// The unit in which a flow is counted and known.
constexpr std::string_view unit_of(Flow flow) noexcept {
  switch (flow) {
    case Flow::notifications:
    case Flow::repeated_notifications:
      return "per child";
    case Flow::secure_places:
      return "per 10000";
    case Flow::pension_rise:
      return "points";
    case Flow::reentry:
    case Flow::job_loss_first_year:
    case Flow::job_loss_later:
      return "per 100 person-years";
    case Flow::adult_social:
    case Flow::municipal_cost:
    case Flow::municipal_cost_same_ages:
      return "index";
    default:
      return "%";
  }
}

/// Whom a flow is of.
enum class FlowGroup : std::uint8_t { children, parents, costs };
inline constexpr std::array<std::string_view, 3> flow_group_names{"children", "parents", "costs"};

constexpr FlowGroup flow_group_of(Flow flow) noexcept {
  if (flow < Flow::pension) return FlowGroup::children;
  return flow < Flow::adult_social ? FlowGroup::parents : FlowGroup::costs;
}

/// The flow that this one looks into; itself where it stands alone.
constexpr Flow looks_into(Flow flow) noexcept {
  switch (flow) {
    case Flow::exit_home:
    case Flow::exit_at_18:
    case Flow::exit_aftercare:
    case Flow::exit_other:
      return Flow::exit_all;
    case Flow::repeated_notifications:
      return Flow::notifications;
    case Flow::pension_rise:
    case Flow::pension_inflow:
      return Flow::pension;
    case Flow::pension_inflow_under_40:
      return Flow::pension_inflow;
    case Flow::job_loss_later:
      return Flow::job_loss_first_year;
    case Flow::municipal_cost_same_ages:
      return Flow::municipal_cost;
    default:
      return flow;
  }
}

struct KnownFlow {
  Flow flow{};
  Quantity known;
};

struct KnownFlows {
  std::vector<KnownFlow> rows;  ///< Each flow at most once.
  std::string file;

  /// Null where nothing is known of the flow.
  const Quantity* find(Flow flow) const noexcept {
    for (const KnownFlow& row : rows) {
      if (row.flow == flow) return &row.known;
    }
    return nullptr;
  }
};

}  // namespace samspil
