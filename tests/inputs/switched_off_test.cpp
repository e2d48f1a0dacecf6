// A mechanism that is switched off takes its own numbers to where they do nothing, and no others.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "model/inputs/mechanisms.hpp"
#include "model/inputs/parameters.hpp"

namespace samspil {
namespace {

using Numbers = std::map<std::string, double>;

/// Parameters of 1000 and above, no two alike.
Parameters strange_parameters() {
  Parameters parameters;
  double next = 1000;
  for (const ParameterSlot& slot : parameter_slots(parameters)) *slot.value = next++;
  return parameters;
}

/// What switching some mechanisms off changes, and into what.
Numbers changed_without(std::initializer_list<Mechanism> off) {
  Mechanisms mechanisms;
  mechanisms.fill(true);
  for (const Mechanism mechanism : off) mechanisms[index_of(mechanism)] = false;
  Parameters before = strange_parameters();
  Parameters after = with_mechanisms(before, mechanisms);
  const auto old = parameter_slots(before);
  const auto left = parameter_slots(after);
  Numbers changed;
  for (std::size_t i = 0; i < old.size(); ++i) {
    if (*old[i].value != *left[i].value) changed[left[i].name] = *left[i].value;
  }
  return changed;
}

TEST(Mechanisms, LeaveEveryNumberWhereAllAreOn) { EXPECT_EQ(changed_without({}), Numbers{}); }

TEST(Mechanisms, SwitchTheirOwnNumbersOff) {
  EXPECT_EQ(changed_without({Mechanism::coupling}),
            (Numbers{{"coupling_placement_entry_parent_in_work", 1},
                     {"coupling_reunification_parent_in_work", 1},
                     {"coupling_measure_start_parent_in_work", 1},
                     {"coupling_measure_stop_parent_in_work", 1},
                     {"coupling_non_resident_share", 0},
                     {"coupling_job_entry_calm_child", 1},
                     {"coupling_job_loss_child_distress", 1},
                     {"coupling_job_entry_other_parent_pension", 1},
                     {"coupling_placement_entry_sibling_placed", 1},
                     {"coupling_unlawful_absence_sibling", 1}}));
  EXPECT_EQ(changed_without({Mechanism::severity_drift}), (Numbers{{"severity_drift", 0}}));
  EXPECT_EQ(changed_without({Mechanism::heavy_tail}),
            (Numbers{{"frailty_spread", 0}, {"cost_factor_sigma", 0}}));
  EXPECT_EQ(changed_without({Mechanism::wellbeing}),
            (Numbers{{"job_entry_per_10_who5", 1},
                     {"measure_start_per_5_sdq", 1},
                     {"placement_entry_per_functioning", 1}}));
}

/// The others are left out of a strategy's plan instead, but for the gate of its effects.
TEST(Mechanisms, ThatActInAStrategyAloneChangeNoNumberOfALife) {
  for (std::size_t i = 0; i < mechanism_count; ++i) {
    const auto mechanism = static_cast<Mechanism>(i);
    Numbers changed = changed_without({mechanism});
    std::erase_if(changed, [](const auto& one) { return one.first.starts_with("gate_"); });
    EXPECT_EQ(changed.empty(), !acts_without_strategy(mechanism)) << mechanism_names[i];
  }
}

}  // namespace
}  // namespace samspil
