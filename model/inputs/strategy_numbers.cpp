#include "model/inputs/strategy_numbers.hpp"

#include "model/inputs/lever_slots.hpp"

namespace samspil {
namespace {

/// "hook.channel", as effect_name() without the strategy.
std::string name_within(const Strategy& strategy, const Effect& effect) {
  std::string name{hook_names[index_of(effect.hook)]};
  name.append(".").append(channel_names[index_of(effect.channel)]);
  for (const Effect& before : strategy.effects) {
    if (&before == &effect) break;
    if (before.hook != effect.hook || before.channel != effect.channel) continue;
    name.append(".").append(component_names[index_of(effect.component)]);
    const auto names = target_names(target_kind(effect.hook));
    for_each_target(effect.targets, [&](std::size_t i) { name.append(".").append(names[i]); });
    break;
  }
  return name;
}

Quantity ratio_of(const Effect& effect) {
  return {effect.centre, "hazard ratio", effect.low,       effect.high,     effect.grade,
          effect.source, effect.line,    effect.base_file, effect.source_da};
}

/// A part of a row stands where the row stands.
Quantity standing_in(const std::string& base_file, Quantity part) {
  part.base_file = base_file;
  return part;
}

}  // namespace

std::vector<StrategyNumber> numbers_of(const Strategy& strategy) {
  std::vector<StrategyNumber> numbers;
  for (std::size_t i = 0; i < lever_slots.size(); ++i) {
    const LeverSlot& slot = lever_slots[i];
    Quantity Levers::*lever = slot.quantity;
    numbers.push_back({EntryKind::lever, std::string{slot.name}, strategy.levers.*lever,
                       slot.limits, std::string{"Levers::"}.append(slot.name), i,
                       [lever](Strategy& s) -> double& { return (s.levers.*lever).value; }});
  }
  for (std::size_t i = 0; i < strategy.elements.size(); ++i) {
    const CoreElement& element = strategy.elements[i];
    numbers.push_back({EntryKind::element, element.name,
                       standing_in(element.base_file, element.fidelity), any_fidelity,
                       "CoreElement::fidelity", i,
                       [i](Strategy& s) -> double& { return s.elements[i].fidelity.value; }});
  }
  for (std::size_t i = 0; i < strategy.effects.size(); ++i) {
    const Effect& effect = strategy.effects[i];
    const std::string name = name_within(strategy, effect);
    numbers.push_back({EntryKind::effect, name, ratio_of(effect), any_hazard_ratio,
                       "Effect::centre", i,
                       [i](Strategy& s) -> double& { return s.effects[i].centre; }});
    if (effect.channel != Channel::discovery) continue;
    numbers.push_back({EntryKind::months, name + ".months",
                       standing_in(effect.base_file, effect.months), any_months, "Effect::months",
                       i, [i](Strategy& s) -> double& { return s.effects[i].months.value; }});
  }
  return numbers;
}

std::string effect_name(const Strategy& strategy, const Effect& effect) {
  return strategy.id + "." + name_within(strategy, effect);
}

}  // namespace samspil
