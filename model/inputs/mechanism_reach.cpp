#include "model/inputs/mechanism_reach.hpp"

#include "model/inputs/lever_slots.hpp"
#include "model/inputs/strategy_numbers.hpp"

namespace samspil {

MechanismReach reach_of(Mechanism mechanism) {
  MechanismReach reach;
  Parameters any;
  for (const ParameterSlot& slot : parameter_slots(any)) {
    if (slot.switched_by == mechanism) reach.parameters.push_back(slot.name);
  }
  for (const SwitchedLever& switched : switched_levers) {
    if (switched.mechanism != mechanism) continue;
    for (const LeverSlot& slot : lever_slots) {
      if (slot.quantity == switched.lever) reach.levers.emplace_back(slot.name);
    }
  }
  for (std::size_t i = 0; i < channel_names.size(); ++i) {
    const auto channel = static_cast<Channel>(i);
    if (switch_of(channel) == mechanism) reach.channels.push_back(channel);
  }
  std::vector<std::string> switches;
  if (!reach.parameters.empty()) switches.emplace_back("ParameterSlot::switched_by");
  if (!reach.levers.empty()) switches.emplace_back("SwitchedLever::lever");
  switches.push_back(std::string{"Mechanism::"}.append(mechanism_names[index_of(mechanism)]));
  reach.places = readers_of_any(switches);
  return reach;
}

std::vector<MechanismReach> reaches() {
  std::vector<MechanismReach> all;
  for (std::size_t i = 0; i < mechanism_count; ++i) {
    all.push_back(reach_of(static_cast<Mechanism>(i)));
  }
  return all;
}

std::vector<std::string> names_in(const MechanismReach& reach, const Scenario& scenario) {
  std::vector<std::string> names = reach.parameters;
  for (const Strategy& strategy : scenario.strategies) {
    for (const std::string& lever : reach.levers) {
      names.push_back(std::string{strategy.id}.append(".").append(lever));
    }
    for (const Effect& effect : strategy.effects) {
      if (is_among(reach.channels, effect.channel)) names.push_back(effect_name(strategy, effect));
    }
  }
  return names;
}

}  // namespace samspil
