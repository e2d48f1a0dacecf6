#include "model/loading/own_inputs.hpp"

#include <map>

#include "model/inputs/input_list.hpp"
#include "model/inputs/lever_slots.hpp"

namespace samspil {
namespace {

/// Which numbers one may have of one's own. Law has its own files, and the rule of evidence is no
/// number of a municipality.
bool may_be_own(EntryKind kind) noexcept {
  return kind == EntryKind::parameter || kind == EntryKind::price || kind == EntryKind::margin ||
         kind == EntryKind::lever || kind == EntryKind::element || kind == EntryKind::effect ||
         kind == EntryKind::months;
}

/// Without a range, as any number alone is.
void make_certain(Quantity& quantity, const std::string& file, int line) {
  quantity.low = quantity.high = quantity.value;
  quantity.grade = Grade::own;
  quantity.source = quantity.source_da = quantity.base_file = file;
  quantity.line = line;
}

void make_certain(Effect& effect, const std::string& file, int line) {
  effect.low = effect.high = effect.weak = effect.strong = effect.centre;
  effect.observed = 0;
  effect.design = Design::none;
  effect.grade = Grade::own;
  effect.source = effect.base_file = file;
  effect.line = line;
}

/// In every strategy that states the number or inherits it. `name` is that of the list of inputs.
void make_certain_in(Strategy& strategy, const Input& input, double value, const std::string& file,
                     int line) {
  for (const StrategyNumber& number : numbers_of(strategy)) {
    const std::string name = stated_by(strategy, number.quantity.base_file) + "." + number.name;
    const bool was_set = number.quantity.value == value;  // not its like in another file
    if (number.kind != input.kind || name != input.drawn_as || !was_set) continue;
    switch (number.kind) {
      case EntryKind::lever:
        make_certain(strategy.levers.*lever_slots[number.place].quantity, file, line);
        break;
      case EntryKind::element:
        make_certain(strategy.elements[number.place].fidelity, file, line);
        break;
      case EntryKind::effect:
        make_certain(strategy.effects[number.place], file, line);
        break;
      default:
        make_certain(strategy.effects[number.place].months, file, line);
    }
  }
}

void take(Scenario& scenario, const Input& input, double value, int line) {
  const std::string& file = scenario.file;
  input.set(scenario, value);
  switch (input.kind) {
    case EntryKind::parameter:
      make_certain(scenario.parameter_table.rows[input.place].quantity, file, line);
      break;
    case EntryKind::price:
      make_certain(scenario.catalogue.rows[input.place].price, file, line);
      break;
    case EntryKind::margin:
      if (input.place < scenario.population.margins.size()) {
        make_certain(scenario.population.margins[input.place].target, file, line);
      } else {
        make_certain(*scenario.population.own_frailty, file, line);
      }
      break;
    default:
      for (Strategy& strategy : scenario.strategies) {
        make_certain_in(strategy, input, value, file, line);
      }
      if (auto& present = scenario.comparison.present_practice) {
        make_certain_in(*present, input, value, file, line);
      }
  }
}

}  // namespace

void read_own_inputs(TomlFields& fields, Scenario& scenario) {
  auto own = fields.table("inputs", Need::optional);
  if (!own) return;
  std::map<std::string, const Input*> known;
  std::vector<std::string> names;
  const std::vector<Input> inputs = input_list(scenario);
  for (const Input& input : inputs) {
    if (!may_be_own(input.kind)) continue;
    names.push_back(input.name);
    known.emplace(input.name, &input);
  }
  for (const std::string& name : own->keys()) {
    const auto found = known.find(name);
    double value = 0;
    if (found == known.end()) {
      own->has_optional(name);
      own->refuse(name, {"fault.unknown_name", name}, naming_advice(name, names));
    } else if (own->number(name, value, found->second->limits)) {
      take(scenario, *found->second, value, own->line(name));
    }
  }
  own->finish();
}

}  // namespace samspil
