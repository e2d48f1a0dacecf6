#include "model/report/ledger_links.hpp"

#include <algorithm>

#include "model/inputs/lever_slots.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/inputs/uncertain_inputs.hpp"
#include "model/simulation/plan.hpp"

namespace samspil {
namespace {

Mechanisms all_but(Mechanism mechanism) noexcept {
  Mechanisms on;
  on.fill(true);
  on[index_of(mechanism)] = false;
  return on;
}

Mechanisms everything_on() noexcept {
  Mechanisms on;
  on.fill(true);
  return on;
}

/// Parameters that the mechanism's absence sets to where they do nothing.
std::vector<std::string> switched_parameters(Mechanism mechanism) {
  constexpr double somewhere = 0.37;  // Neither 0 nor 1, at which a number may do nothing.
  Parameters with;
  for (const ParameterSlot& slot : parameter_slots(with)) *slot.value = somewhere;
  Parameters without = with_mechanisms(with, all_but(mechanism));
  std::vector<std::string> names;
  for (const ParameterSlot& slot : parameter_slots(without)) {
    if (*slot.value != somewhere) names.push_back(slot.name);
  }
  return names;
}

/// A strategy whose every lever is 2, and one with one lever moved.
Strategy probe() {
  Strategy strategy;
  strategy.levers.role = CoordinationRole::coordinator;
  strategy.levers.authority = true;
  for (const LeverSlot& slot : lever_slots) (strategy.levers.*slot.quantity).value = 2;
  return strategy;
}

/// The same with an effect that hangs on each component of the content.
Strategy probe_of_levers() {
  Strategy strategy = probe();
  for (std::size_t i = 0; i < component_names.size(); ++i) {
    Effect effect;
    effect.centre = 1.5;
    effect.component = static_cast<Component>(i);
    strategy.effects.push_back(effect);
  }
  return strategy;
}

bool plans_alike(const Strategy& one, const Strategy& other, const Mechanisms& mechanisms) {
  Scenario scenario;
  scenario.mechanisms = mechanisms;
  return arm_plan(scenario, one, EffectLevel::centre) ==
         arm_plan(scenario, other, EffectLevel::centre);
}

std::vector<std::string> switched_levers(Mechanism mechanism) {
  std::vector<std::string> names;
  for (const LeverSlot& slot : lever_slots) {
    Strategy moved = probe_of_levers();
    (moved.levers.*slot.quantity).value = 3;
    if (!plans_alike(probe_of_levers(), moved, everything_on()) &&
        plans_alike(probe_of_levers(), moved, all_but(mechanism))) {
      names.emplace_back(slot.name);
    }
  }
  return names;
}

std::vector<Channel> switched_channels(Mechanism mechanism) {
  std::vector<Channel> channels;
  for (std::size_t i = 0; i < channel_names.size(); ++i) {
    Strategy acting = probe();
    Effect effect;
    effect.channel = static_cast<Channel>(i);
    effect.centre = 1.5;
    effect.months.value = 12;
    acting.effects.push_back(effect);
    Scenario scenario;
    scenario.mechanisms = all_but(mechanism);
    if (arm_plan(scenario, acting, EffectLevel::centre).coordination.effects.empty()) {
      channels.push_back(effect.channel);
    }
  }
  return channels;
}

/// A function that returns at once while the mechanism is off: what it reads is switched too.
std::string_view guarded_function(Mechanism mechanism) noexcept {
  return mechanism == Mechanism::gating ? "gate_of" : "";
}

void add_read_in(std::string_view function,
                 const std::multimap<std::string, ReadingPlace, std::less<>>& map,
                 std::vector<std::string>& names) {
  for (const auto& [name, place] : map) {
    const bool is_new = std::find(names.begin(), names.end(), name) == names.end();
    if (place.function == function && is_new) names.push_back(name);
  }
}

}  // namespace

std::vector<ReadingPlace> places_of(
    const std::multimap<std::string, ReadingPlace, std::less<>>& map, std::string_view name) {
  std::vector<ReadingPlace> places;
  const auto [first, last] = map.equal_range(name);
  for (auto entry = first; entry != last; ++entry) places.push_back(entry->second);
  return places;
}

MechanismReach reach_of(Mechanism mechanism) {
  MechanismReach reach{
      switched_parameters(mechanism), switched_levers(mechanism), switched_channels(mechanism), {}};
  if (!reach.parameters.empty()) {
    reach.places.push_back({"model/inputs/mechanisms.cpp", "with_mechanisms", ""});
  }
  if (!reach.levers.empty() || !reach.channels.empty()) {
    reach.places.push_back({"model/simulation/plan.cpp", "arm_plan", ""});
  }
  if (const std::string_view function = guarded_function(mechanism); !function.empty()) {
    add_read_in(function, reading_places().parameters, reach.parameters);
    add_read_in(function, reading_places().levers, reach.levers);
    reach.places.push_back({"model/dynamics/coordination.cpp", function, ""});
  }
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

std::vector<std::string> services_of(std::size_t rule, const Catalogue& catalogue) {
  std::vector<std::string> services;
  for (const CatalogueRow& row : catalogue.rows) {
    if (row.payer_rule == rule) services.emplace_back(service_names[index_of(row.service)]);
  }
  return services;
}

}  // namespace samspil
