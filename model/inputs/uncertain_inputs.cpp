#include "model/inputs/uncertain_inputs.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "model/inputs/lever_slots.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

UncertainInput input_of(std::string name, const Quantity& quantity, Reach reach,
                        std::function<void(Scenario&, double)> set) {
  UncertainInput input;
  input.name = std::move(name);
  input.drawn_as = input.name;
  input.value = quantity.value;
  input.low = quantity.low;
  input.high = quantity.high;
  input.grade = quantity.grade;
  input.reach = reach;
  input.set = std::move(set);
  return input;
}

/// Entry into ordinary jobs and their loss move together, opposite ways.
int labour_direction(std::string_view parameter) noexcept {
  if (parameter.starts_with("labour_ordinary_job_to_")) return -1;
  const bool is_entry = parameter.starts_with("labour_") && parameter.ends_with("_to_ordinary_job");
  return is_entry ? 1 : 0;
}

CommonFactor price_factor(Service service) noexcept {
  for (std::size_t i = 0; i < place_count; ++i) {
    if (service_of(static_cast<Place>(i)) == service) return CommonFactor::placement_prices;
  }
  for (std::size_t i = 0; i < child_measure_count; ++i) {
    const auto measure = static_cast<ChildMeasure>(i);
    if (is_home_based(measure) && service_of(measure) == service) {
      return CommonFactor::measure_prices;
    }
  }
  return CommonFactor::none;
}

/// The strategy at the end of the bases: what stands on it shares its factor.
const std::string& root_of(const Strategy& strategy) noexcept {
  return strategy.base_files.empty() ? strategy.id
                                     : stated_by(strategy, strategy.base_files.back());
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

void add_parameters(const Scenario& scenario, std::vector<UncertainInput>& inputs) {
  const auto& rows = scenario.parameter_table.rows;
  Parameters any;
  const std::vector<ParameterSlot> slots = parameter_slots(any);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::optional<std::size_t> slot = slot_of(rows[i].name, slots);
    const bool starting = slot && slots[*slot].only_at_start;
    inputs.push_back(input_of(rows[i].name, rows[i].quantity,
                              starting ? Reach::population : Reach::families,
                              [i](Scenario& s, double value) { set_parameter(s, i, value); }));
    if (!whole_of(rows[i].name)) inputs.back().slot = slot;
    if (const int direction = labour_direction(rows[i].name)) {
      inputs.back().factor = CommonFactor::labour;
      inputs.back().direction = direction;
    }
  }
}

void add_prices(const Scenario& scenario, std::vector<UncertainInput>& inputs) {
  for (std::size_t i = 0; i < scenario.catalogue.rows.size(); ++i) {
    const CatalogueRow& row = scenario.catalogue.rows[i];
    inputs.push_back(
        input_of(std::string{service_names[index_of(row.service)]}, row.price, Reach::families,
                 [i](Scenario& s, double value) { s.catalogue.rows[i].price.value = value; }));
    inputs.back().factor = price_factor(row.service);
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

/// Adds what a strategy states or inherits to inputs that others may share.
class StrategyInputs {
 public:
  explicit StrategyInputs(std::vector<UncertainInput>& inputs) : inputs_{inputs} {}

  /// `strategy_in` finds the strategy in a scenario; `moved` are the strategies whose net result
  /// its numbers move.
  template <class StrategyIn>
  void add(const Strategy& strategy, const std::vector<std::size_t>& moved,
           const StrategyIn& strategy_in) {
    const auto one = [&](std::string name, const Quantity& quantity, const auto& number_in) {
      UncertainInput input =
          input_of(std::move(name), quantity, Reach::strategy,
                   [=](Scenario& s, double value) { number_in(strategy_in(s)) = value; });
      input.strategies = moved;
      return input;
    };
    const auto named = [&](const std::string& base_file, std::string_view name) {
      return stated_by(strategy, base_file) + "." + std::string{name};
    };
    for (const LeverSlot& slot : lever_slots) {
      Quantity Levers::*lever = slot.quantity;
      const Quantity& quantity = strategy.levers.*lever;
      UncertainInput input =
          one(named(quantity.base_file, slot.name), quantity,
              [lever](Strategy& s) -> double& { return (s.levers.*lever).value; });
      input.decided = is_decided(lever);
      share_or_append(std::move(input));
    }
    for (std::size_t i = 0; i < strategy.elements.size(); ++i) {
      const CoreElement& element = strategy.elements[i];
      share_or_append(one(named(element.base_file, element.name), element.fidelity,
                          [i](Strategy& s) -> double& { return s.elements[i].fidelity.value; }));
    }
    for (std::size_t i = 0; i < strategy.effects.size(); ++i) {
      const Effect& effect = strategy.effects[i];
      const std::string name = stated_effect_name(strategy, effect);
      UncertainInput input =
          one(name, ratio_of(effect), [i](Strategy& s) -> double& { return s.effects[i].centre; });
      input.shape = Shape::ratio;
      input.direction = hoped_direction(effect.hook);
      if (input.direction != 0) input.factor = CommonFactor::effects;
      input.shared_by = root_of(strategy);
      share_or_append(std::move(input));
      if (effect.channel != Channel::discovery) continue;
      share_or_append(one(name + ".months", effect.months,
                          [i](Strategy& s) -> double& { return s.effects[i].months.value; }));
    }
  }

 private:
  static Quantity ratio_of(const Effect& effect) {
    Quantity ratio;
    ratio.value = effect.centre;
    ratio.low = effect.low;
    ratio.high = effect.high;
    ratio.grade = effect.grade;
    return ratio;
  }

  static bool are_equal(const UncertainInput& a, const UncertainInput& b) noexcept {
    return a.value == b.value && a.low == b.low && a.high == b.high && a.grade == b.grade;
  }

  void share_or_append(UncertainInput input) {
    for (int copy = 2;; ++copy) {
      const auto [place, is_new] = places_.emplace(input.name, inputs_.size());
      if (is_new) return inputs_.push_back(std::move(input));
      UncertainInput& there = inputs_[place->second];
      if (are_equal(there, input)) return share(there, input);
      input.name = input.drawn_as + " (" + std::to_string(copy) + ")";
    }
  }

  static void share(UncertainInput& there, const UncertainInput& other) {
    there.set = [first = there.set, second = other.set](Scenario& s, double value) {
      first(s, value);
      second(s, value);
    };
    there.strategies.insert(there.strategies.end(), other.strategies.begin(),
                            other.strategies.end());
    std::sort(there.strategies.begin(), there.strategies.end());
    const auto last = std::unique(there.strategies.begin(), there.strategies.end());
    there.strategies.erase(last, there.strategies.end());
  }

  std::vector<UncertainInput>& inputs_;
  std::map<std::string, std::size_t> places_;  ///< Of the strategies' inputs, by name.
};

void add_strategies(const Scenario& scenario, std::vector<UncertainInput>& inputs) {
  StrategyInputs shared{inputs};
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < scenario.strategies.size(); ++i) {
    all.push_back(i);
    shared.add(scenario.strategies[i], {i},
               [i](Scenario& s) -> Strategy& { return s.strategies[i]; });
  }
  if (!scenario.comparison.present_practice) return;
  shared.add(*scenario.comparison.present_practice, all,
             [](Scenario& s) -> Strategy& { return *s.comparison.present_practice; });
}

std::string name_of_effect(const std::string& id, const Strategy& strategy, const Effect& effect) {
  std::string name = id;
  name.append(".").append(hook_names[index_of(effect.hook)]);
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

}  // namespace

std::vector<UncertainInput> uncertain_inputs(const Scenario& scenario) {
  std::vector<UncertainInput> inputs;
  add_parameters(scenario, inputs);
  add_prices(scenario, inputs);
  add_margins(scenario, inputs);
  add_strategies(scenario, inputs);
  return inputs;
}

std::optional<std::string_view> whole_of(std::string_view parameter) noexcept {
  for (const std::string_view whole : parameter_wholes) {
    if (parameter.starts_with(whole)) return whole;
  }
  return std::nullopt;
}

std::string effect_name(const Strategy& strategy, const Effect& effect) {
  return name_of_effect(strategy.id, strategy, effect);
}

std::string stated_effect_name(const Strategy& strategy, const Effect& effect) {
  return name_of_effect(stated_by(strategy, effect.base_file), strategy, effect);
}

}  // namespace samspil
