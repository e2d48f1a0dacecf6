#include "model/inputs/mechanisms.hpp"

#include "model/inputs/lever_slots.hpp"
#include "model/inputs/parameters.hpp"

namespace samspil {

Parameters with_mechanisms(Parameters parameters, const Mechanisms& mechanisms) {
  Parameters neutral;
  const std::vector<ParameterSlot> without = parameter_slots(neutral);
  const std::vector<ParameterSlot> slots = parameter_slots(parameters);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const auto mechanism = slots[i].switched_by;
    if (mechanism && !is_on(mechanisms, *mechanism)) *slots[i].value = *without[i].value;
  }
  return parameters;
}

Levers with_mechanisms(Levers levers, const Mechanisms& mechanisms) {
  for (const SwitchedLever& switched : switched_levers) {
    if (is_on(mechanisms, switched.mechanism)) continue;
    (levers.*switched.lever).value = switched.without;
  }
  return levers;
}

std::optional<Mechanism> switch_of(Channel channel) noexcept {
  switch (channel) {
    case Channel::effort:
      return std::nullopt;
    case Channel::discovery:
      return Mechanism::discovery;
    case Channel::substitution:
      return Mechanism::substitution;
    case Channel::overlap:
      return Mechanism::overlap_removal;
  }
  return std::nullopt;
}

}  // namespace samspil
