#include "model/inputs/uncertain_inputs.hpp"

#include <algorithm>
#include <utility>

#include "model/inputs/lever_slots.hpp"
#include "model/inputs/where_used.hpp"

namespace samspil {
namespace {

UncertainInput input_of(std::string name, const Quantity& quantity, Reach reach,
                        std::function<void(Scenario&, double)> set) {
  UncertainInput input;
  input.name = std::move(name);
  input.value = quantity.value;
  input.low = quantity.low;
  input.high = quantity.high;
  input.grade = quantity.grade;
  input.reach = reach;
  input.set = std::move(set);
  return input;
}

double* find_slot(std::vector<ParameterSlot>& slots, const std::string& name) noexcept {
  for (ParameterSlot& slot : slots) {
    if (slot.name == name) return slot.value;
  }
  return nullptr;
}

/// Where a parameter stands among `slots`.
std::optional<std::size_t> slot_of(const std::string& name,
                                   const std::vector<ParameterSlot>& slots) {
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots[i].name == name) return i;
  }
  return std::nullopt;
}

/// The numbers of the parameters and the table that tells of them are kept alike.
void set_parameter(Scenario& scenario, std::size_t row, double value) {
  std::vector<ParameterSlot> slots = parameter_slots(scenario.parameters);
  std::vector<ParameterRow>& rows = scenario.parameter_table.rows;
  const auto write = [&](ParameterRow& which, double number) {
    which.quantity.value = number;
    if (double* slot = find_slot(slots, which.name)) *slot = number;
  };
  const double before = rows[row].quantity.value;
  write(rows[row], value);
  const auto whole = whole_of(rows[row].name);
  if (!whole || before >= 1) return;
  const double scale = (1 - value) / (1 - before);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i != row && rows[i].name.starts_with(*whole)) {
      write(rows[i], rows[i].quantity.value * scale);
    }
  }
}

/// Whether a parameter is read only where candidate families are made.
bool only_starts_families(const std::string& parameter) {
  if (parameter.starts_with("initial_")) return true;
  const auto [first, last] = reading_places().parameters.equal_range(parameter);
  return first != last && std::all_of(first, last, [](const auto& entry) {
           return entry.second.file == candidates_file;
         });
}

void add_parameters(const Scenario& scenario, std::vector<UncertainInput>& inputs) {
  const auto& rows = scenario.parameter_table.rows;
  Parameters any;
  const std::vector<ParameterSlot> slots = parameter_slots(any);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool starting = only_starts_families(rows[i].name);
    inputs.push_back(input_of(rows[i].name, rows[i].quantity,
                              starting ? Reach::population : Reach::families,
                              [i](Scenario& s, double value) { set_parameter(s, i, value); }));
    if (!whole_of(rows[i].name)) inputs.back().slot = slot_of(rows[i].name, slots);
  }
}

void add_prices(const Scenario& scenario, std::vector<UncertainInput>& inputs) {
  for (std::size_t i = 0; i < scenario.catalogue.rows.size(); ++i) {
    const CatalogueRow& row = scenario.catalogue.rows[i];
    inputs.push_back(
        input_of(std::string{service_names[index_of(row.service)]}, row.price, Reach::families,
                 [i](Scenario& s, double value) { s.catalogue.rows[i].price.value = value; }));
  }
}

void add_margins(const Scenario& scenario, std::vector<UncertainInput>& inputs) {
  for (std::size_t i = 0; i < scenario.population.margins.size(); ++i) {
    const Margin& margin = scenario.population.margins[i];
    if (!margin.fitted) continue;  // Only printed: no number of the model depends on it.
    inputs.push_back(
        input_of(margin.name, margin.target, Reach::population,
                 [i](Scenario& s, double value) { s.population.margins[i].target.value = value; }));
  }
}

void add_effect(const Strategy& strategy, std::size_t number, std::size_t place,
                std::vector<UncertainInput>& inputs) {
  const Effect& effect = strategy.effects[place];
  Quantity ratio;
  ratio.value = effect.centre;
  ratio.low = effect.low;
  ratio.high = effect.high;
  ratio.grade = effect.grade;
  const std::string name = effect_name(strategy, effect);
  inputs.push_back(input_of(name, ratio, Reach::strategy, [number, place](Scenario& s, double v) {
    s.strategies[number].effects[place].centre = v;
  }));
  if (effect.channel != Channel::discovery) return;
  inputs.push_back(input_of(name + ".months", effect.months, Reach::strategy,
                            [number, place](Scenario& s, double v) {
                              s.strategies[number].effects[place].months.value = v;
                            }));
}

void add_strategy(const Scenario& scenario, std::size_t number,
                  std::vector<UncertainInput>& inputs) {
  const Strategy& strategy = scenario.strategies[number];
  const std::size_t first = inputs.size();
  for (const LeverSlot& slot : lever_slots) {
    Quantity Levers::*lever = slot.quantity;
    std::string name = strategy.id;
    name.append(".").append(slot.name);
    inputs.push_back(input_of(std::move(name), strategy.levers.*lever, Reach::strategy,
                              [number, lever](Scenario& s, double value) {
                                (s.strategies[number].levers.*lever).value = value;
                              }));
  }
  for (std::size_t i = 0; i < strategy.elements.size(); ++i) {
    inputs.push_back(input_of(strategy.id + "." + strategy.elements[i].name,
                              strategy.elements[i].fidelity, Reach::strategy,
                              [number, i](Scenario& s, double value) {
                                s.strategies[number].elements[i].fidelity.value = value;
                              }));
  }
  for (std::size_t i = 0; i < strategy.effects.size(); ++i) {
    add_effect(strategy, number, i, inputs);
  }
  for (std::size_t i = first; i < inputs.size(); ++i) inputs[i].strategy = number;
}

}  // namespace

std::vector<UncertainInput> uncertain_inputs(const Scenario& scenario) {
  std::vector<UncertainInput> inputs;
  add_parameters(scenario, inputs);
  add_prices(scenario, inputs);
  add_margins(scenario, inputs);
  for (std::size_t i = 0; i < scenario.strategies.size(); ++i) add_strategy(scenario, i, inputs);
  return inputs;
}

std::optional<std::string_view> whole_of(std::string_view parameter) noexcept {
  for (const std::string_view whole : parameter_wholes) {
    if (parameter.starts_with(whole)) return whole;
  }
  return std::nullopt;
}

std::string effect_name(const Strategy& strategy, const Effect& effect) {
  std::string name = strategy.id;
  name.append(".").append(hook_names[index_of(effect.hook)]);
  name.append(".").append(channel_names[index_of(effect.channel)]);
  return name;
}

}  // namespace samspil
