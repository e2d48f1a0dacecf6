#include <fmt/core.h>

#include <map>
#include <tuple>
#include <utility>

#include "model/inputs/lever_slots.hpp"
#include "model/inputs/load_toml.hpp"

namespace samspil {
namespace {

void read_levers(TomlFields& fields, Levers& levers) {
  fields.choice("role", levers.role, coordination_role_names);
  fields.flag("authority", levers.authority);
  fields.choice("order", levers.order, measure_order_names);
  for (const LeverSlot& slot : lever_slots) {
    if (slot.optional && !fields.has(slot.name)) continue;
    fields.quantity(slot.name, levers.*slot.quantity, slot.unit, slot.limits);
  }
  // A strategy with staff divides its families by the caseload.
  if (levers.role != CoordinationRole::none && levers.caseload.line > 0 &&
      levers.caseload.low < 1) {
    fields.refuse("caseload", "less than 1 family per caseworker for a role that has caseworkers",
                  "write a caseload and a low of 1 or more, or role = \"none\"");
  }
  fields.finish();
}

CoreElement read_element(TomlFields& fields) {
  constexpr Limits any_place{1, 20};
  CoreElement element;
  element.line = fields.line();
  fields.text("name", element.name);
  fields.quantity("fidelity", element.fidelity, "1-6", {1, 6});
  fields.whole("lost", element.lost, any_place);
  fields.number("weight", element.weight, any_share);
  fields.finish();
  return element;
}

/// The core elements of a strategy: staff have at least one, no two bear the same name.
void read_elements(TomlFields& fields, Strategy& strategy) {
  std::map<std::string, int> lines;
  double weight = 0;
  for (TomlFields& row : fields.tables("element", Need::optional)) {
    strategy.elements.push_back(read_element(row));
    const CoreElement& element = strategy.elements.back();
    weight += element.weight;
    const auto [entry, first] = lines.emplace(element.name, element.line);
    if (first) continue;
    row.refuse("name", fmt::format("the same name as on line {}", entry->second),
               "name each core element once");
  }
  if (strategy.levers.role == CoordinationRole::none) return;
  if (strategy.elements.empty()) {
    fields.refuse("element", "is missing: a role that has caseworkers has core elements",
                  "write one [[element]] or more, with name, fidelity, lost and weight");
  } else if (weight <= 0) {
    fields.refuse("element", "all weights are 0", "give at least one core element a weight");
  }
}

Effect read_effect(TomlFields& fields) {
  constexpr Limits any_ratio{0, 100};
  Effect effect;
  effect.line = fields.line();
  fields.choice("hook", effect.hook, hook_names);
  fields.choice("mechanism", effect.channel, channel_names);
  fields.choice("component", effect.component, component_names, Need::optional);
  effect.reference = usual_amount(effect.component);
  fields.number("reference", effect.reference, {0.001, 365}, Need::optional);
  if (fields.has("reference") && effect.component == Component::whole) {
    fields.refuse("reference", "an amount of no component",
                  "name the component, or leave the reference out");
  }
  const bool has_low = fields.number("low", effect.low, any_ratio);
  const bool has_high = fields.number("high", effect.high, any_ratio);
  const bool has_range = has_low && has_high;
  for (const auto& [key, value] :
       {std::pair{"centre", &effect.centre}, std::pair{"strong", &effect.strong}}) {
    if (fields.number(key, *value, any_ratio) && has_range) {
      fields.accept(key, range_fault(effect.low, *value, effect.high));
    }
  }
  std::string unit;
  if (fields.text("unit", unit)) fields.accept("unit", unit_fault(unit, "hazard ratio"));
  if (effect.channel == Channel::discovery) {
    fields.quantity("months", effect.months, "months", {0, 240});
  }
  fields.choice("grade", effect.grade, grade_names);
  fields.text("rationale_da", effect.rationale_da);
  fields.text("rationale_en", effect.rationale_en);
  fields.text("source", effect.source);
  fields.finish();
  return effect;
}

}  // namespace

Strategy read_strategy(const InputText& input, Problems& problems) {
  Strategy strategy;
  strategy.file = input.file;
  strategy.text = input.text;
  const std::size_t faults = problems.size();
  const toml::table table = parse_toml_input(input, problems);
  if (table.empty() && problems.size() > faults) return strategy;
  TomlFields fields{table, input.file, "", problems};
  fields.text("id", strategy.id);
  fields.text("title_da", strategy.title_da);
  fields.text("title_en", strategy.title_en);
  fields.text("tried_on_da", strategy.tried_on_da);
  fields.text("tried_on_en", strategy.tried_on_en);
  fields.texts("sources", strategy.sources);
  if (auto levers = fields.table("levers")) read_levers(*levers, strategy.levers);
  read_elements(fields, strategy);
  std::map<std::tuple<Hook, Channel, Component>, int> lines;
  for (TomlFields& row : fields.tables("effect", Need::optional)) {
    const std::size_t before = problems.size();
    strategy.effects.push_back(read_effect(row));
    const Effect& effect = strategy.effects.back();
    const auto [entry, first] =
        lines.emplace(std::tuple{effect.hook, effect.channel, effect.component}, effect.line);
    if (first || problems.size() > before) continue;
    row.refuse("",
               fmt::format("the same hook, mechanism and component as on line {}", entry->second),
               "keep one effect of each hook, mechanism and component");
  }
  fields.finish();
  return strategy;
}

Strategy load_strategy(const std::filesystem::path& file) { return load(file, read_strategy); }

}  // namespace samspil
