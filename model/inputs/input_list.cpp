#include "model/inputs/input_list.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "model/inputs/lever_slots.hpp"
#include "model/inputs/used_in.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

Input input_of(EntryKind kind, std::string name, Quantity quantity, const std::string& file) {
  Input input;
  input.name = std::move(name);
  input.kind = kind;
  input.file = quantity.base_file.empty() ? file : quantity.base_file;
  input.quantity = std::move(quantity);
  input.drawn_as = input.name;
  return input;
}

/// A number without a range.
Quantity known(double value, std::string unit, Grade grade, const std::string& source, int line) {
  return {value, std::move(unit), value, value, grade, source, line};
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

/// The other payers make room; what one payer had alone goes to the municipality, its own to the
/// state.
void set_share(Shares& shares, Payer payer, double value) {
  double& moved = shares[index_of(payer)];
  const double rest = 1 - moved;
  const Payer other = payer == Payer::municipality ? Payer::state : Payer::municipality;
  for (double& share : shares) share = rest > 0 ? share * (1 - value) / rest : 0.0;
  if (rest <= 0) shares[index_of(other)] = 1 - value;
  moved = value;
}

void set_evidence(Scenario& scenario, double& number, double value) {
  number = value;
  for (Strategy& strategy : scenario.strategies) settle_effects(strategy, scenario.evidence);
  auto& present = scenario.comparison.present_practice;
  if (present) settle_effects(*present, scenario.evidence);
}

/// Adds what a strategy states or inherits to inputs that others may share.
class StrategyInputs {
 public:
  explicit StrategyInputs(std::vector<Input>& inputs) : inputs_{inputs} {}

  /// `strategy_in` finds the strategy in a scenario; `moved` are the strategies whose net result
  /// its numbers move.
  template <class StrategyIn>
  void add(const Strategy& strategy, const std::vector<std::size_t>& moved, std::size_t carriers,
           const StrategyIn& strategy_in) {
    for (const StrategyNumber& number : numbers_of(strategy)) {
      Input input =
          input_of(number.kind, stated_by(strategy, number.quantity.base_file) + "." + number.name,
                   number.quantity, strategy.file);
      input.limits = number.limits;
      input.member = number.member;
      input.reach = Reach::strategy;
      input.strategies = moved;
      input.carriers = carriers;
      input.set = [strategy_in, in = number.in](Scenario& s, double value) {
        in(strategy_in(s)) = value;
      };
      if (number.kind == EntryKind::lever) {
        input.decided = is_decided(lever_slots[number.place].quantity);
      } else if (number.kind == EntryKind::effect) {
        input.shape = Shape::ratio;
        input.direction = hoped_direction(strategy.effects[number.place].hook);
        if (input.direction != 0) input.factor = CommonFactor::effects;
        input.shared_by = root_of(strategy);
      }
      share_or_append(std::move(input));
    }
  }

 private:
  static bool are_equal(const Quantity& a, const Quantity& b) noexcept {
    return a.value == b.value && a.low == b.low && a.high == b.high && a.grade == b.grade;
  }

  void share_or_append(Input input) {
    for (int copy = 2;; ++copy) {
      const auto [place, is_new] = places_.emplace(input.name, inputs_.size());
      if (is_new) return inputs_.push_back(std::move(input));
      Input& there = inputs_[place->second];
      if (are_equal(there.quantity, input.quantity)) return share(there, input);
      input.name = input.drawn_as + " (" + std::to_string(copy) + ")";
    }
  }

  static void share(Input& there, const Input& other) {
    there.set = [first = there.set, second = other.set](Scenario& s, double value) {
      first(s, value);
      second(s, value);
    };
    there.carriers += other.carriers;
    there.strategies.insert(there.strategies.end(), other.strategies.begin(),
                            other.strategies.end());
    std::sort(there.strategies.begin(), there.strategies.end());
    const auto last = std::unique(there.strategies.begin(), there.strategies.end());
    there.strategies.erase(last, there.strategies.end());
  }

  std::vector<Input>& inputs_;
  std::map<std::string, std::size_t> places_;  ///< Of the strategies' inputs, by name.
};

class Builder {
 public:
  explicit Builder(const Scenario& scenario) : scenario_{scenario} {}

  std::vector<Input> build() {
    parameters();
    prices();
    payer_rules();
    rates();
    indices();
    margins();
    evidence();
    strategies();
    return std::move(inputs_);
  }

 private:
  using Set = std::function<void(Scenario&, double)>;

  Input& add(EntryKind kind, std::string name, Quantity quantity, const std::string& file,
             Limits limits, std::string_view member, Set set) {
    Input& input = inputs_.emplace_back(input_of(kind, std::move(name), std::move(quantity), file));
    input.place = added_[kind]++;
    input.limits = limits;
    input.member = member;
    input.set = std::move(set);
    return input;
  }

  void parameters() {
    Parameters any;
    const std::vector<ParameterSlot> slots = parameter_slots(any);
    std::map<std::string_view, std::size_t> slot_of;
    for (std::size_t i = 0; i < slots.size(); ++i) slot_of.emplace(slots[i].name, i);
    const ParameterTable& table = scenario_.parameter_table;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const std::string& name = table.rows[i].name;
      Input& input = add(EntryKind::parameter, name, table.rows[i].quantity, table.file, {}, "",
                         [i](Scenario& s, double value) { set_parameter(s, i, value); });
      if (const int direction = labour_direction(name)) {
        input.factor = CommonFactor::labour;
        input.direction = direction;
      }
      const auto found = slot_of.find(name);
      if (found == slot_of.end()) continue;
      const ParameterSlot& slot = slots[found->second];
      input.limits = {slot.lower, slot.upper, kind_of_unit(slot.unit)};
      input.member = member_of(any, *slot.value);
      if (slot.only_at_start) input.reach = Reach::population;
      if (!whole_of(name)) input.slot = found->second;
    }
  }

  void prices() {
    const Catalogue& catalogue = scenario_.catalogue;
    for (std::size_t i = 0; i < catalogue.rows.size(); ++i) {
      const CatalogueRow& row = catalogue.rows[i];
      Input& input =
          add(EntryKind::price, std::string{service_names[index_of(row.service)]}, row.price,
              catalogue.file, any_price, "CatalogueRow::price",
              [i](Scenario& s, double value) { s.catalogue.rows[i].price.value = value; });
      input.factor = price_factor(row.service);
    }
  }

  void payer_rules() {
    const Catalogue& catalogue = scenario_.catalogue;
    for (std::size_t i = 0; i < catalogue.rules.size(); ++i) {
      for (std::size_t j = 0; j < catalogue.rules[i].rows.size(); ++j) {
        payer_rule(catalogue.rules[i], catalogue.rules[i].rows[j],
                   [i, j](Scenario& s) -> RuleShares& { return s.catalogue.rules[i].rows[j]; });
      }
    }
  }

  template <class RowIn>
  void payer_rule(const PayerRule& rule, const RuleShares& row, const RowIn& row_in) {
    std::string name = rule.name;
    if (const auto state = rule_state_names(rule.kind)[row.state]; state != "-") {
      name.append(".").append(state);
    }
    name.append(".").append(std::to_string(row.valid_from)).append(".");
    const auto part = [&](std::string_view of, double value, const char* unit, Limits limits,
                          const char* member, Set set) {
      add(EntryKind::payer_rule, name + std::string{of},
          known(value, unit, row.grade, row.source, row.line), scenario_.catalogue.rules_file,
          limits, member, std::move(set))
          .has_own_grade = of == payer_names.front();
    };
    for (std::size_t i = 0; i < payer_count; ++i) {
      part(payer_names[i], row.shares[i], "share", any_share, "RuleShares::shares",
           [row_in, i](Scenario& s, double value) {
             set_share(row_in(s).shares, static_cast<Payer>(i), value);
           });
    }
    part("municipality_most", row.municipality_most, "kr.", any_price,
         "RuleShares::municipality_most",
         [row_in](Scenario& s, double value) { row_in(s).municipality_most = value; });
  }

  void rates() {
    const RateTable& table = scenario_.catalogue.rates;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const Rate& rate = table.rows[i];
      std::string name{rate_names[index_of(rate.name)]};
      add(EntryKind::rate, name.append(".").append(std::to_string(rate.valid_from)), rate.amount,
          table.file, limits_of(rate.name), "Rate::amount",
          [i](Scenario& s, double value) {
            s.catalogue.rates.rows[i].amount.value = value;
            fill_expensive_cases(s.catalogue);
          })
          .reach = is_price(rate.name) ? Reach::nothing : Reach::families;  // the price moves
    }
  }

  void indices() {
    const IndexTable& table = scenario_.catalogue.indices;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const IndexValue& row = table.rows[i];
      std::string name{price_index_names[index_of(row.index)]};
      Quantity stated = known(row.value, "index", row.grade, row.source, row.line);
      stated.base_file = row.own_file;
      add(EntryKind::index, name.append(".").append(std::to_string(row.year)), stated, table.file,
          any_index, "IndexValue::value", [i](Scenario& s, double value) {
            s.catalogue.indices.rows[i].value = value;
            fill_expensive_cases(s.catalogue);
          });
    }
  }

  void margins() {
    const PopulationSpec& population = scenario_.population;
    for (std::size_t i = 0; i < population.margins.size(); ++i) {
      const Margin& margin = population.margins[i];
      add(EntryKind::margin, margin.name, margin.target, population.file,
          unit_of_margin(margin.name).limits, "Margin::target",
          [i](Scenario& s, double value) { s.population.margins[i].target.value = value; })
          .reach = margin.fitted ? Reach::population : Reach::nothing;
    }
    if (!population.own_frailty) return;
    add(EntryKind::margin, "own_frailty", *population.own_frailty, population.file, any_frailty,
        "PopulationSpec::own_frailty",
        [](Scenario& s, double value) { s.population.own_frailty->value = value; })
        .reach = Reach::population;
  }

  void evidence() {
    const EvidenceRule& rule = scenario_.evidence;
    const auto part = [&](std::string name, const Quantity& quantity, Limits limits,
                          const char* member, const auto& number_in) -> Input& {
      return add(EntryKind::evidence, "evidence." + std::move(name), quantity, rule.file, limits,
                 member, [number_in](Scenario& s, double value) {
                   set_evidence(s, number_in(s.evidence).value, value);
                 });
    };
    const std::size_t first = inputs_.size();
    part("prior_spread", rule.prior_spread, any_log_ratio, "EvidenceRule::prior_spread",
         [](EvidenceRule& r) -> Quantity& { return r.prior_spread; });
    for (std::size_t i = 0; i < index_of(Design::none); ++i) {
      part(std::string{"error."}.append(design_names[i]), rule.error[i], any_log_ratio,
           "EvidenceRule::error", [i](EvidenceRule& r) -> Quantity& { return r.error[i]; });
    }
    for (std::size_t i = first; i < inputs_.size(); ++i) {
      inputs_[i].reach = Reach::strategy;
      for (std::size_t s = 0; s < scenario_.strategies.size(); ++s) {
        inputs_[i].strategies.push_back(s);
      }
    }
    for (std::size_t i = 1; i < common_factor_count; ++i) {
      part(std::string{"correlation."}.append(common_factor_names[i]), rule.together[i], any_share,
           "EvidenceRule::together", [i](EvidenceRule& r) -> Quantity& { return r.together[i]; })
          .reach = Reach::draws;
    }
  }

  void strategies() {
    StrategyInputs shared{inputs_};
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < scenario_.strategies.size(); ++i) {
      all.push_back(i);
      shared.add(scenario_.strategies[i], {i}, 1,
                 [i](Scenario& s) -> Strategy& { return s.strategies[i]; });
    }
    if (!scenario_.comparison.present_practice) return;
    shared.add(*scenario_.comparison.present_practice, all, 0,
               [](Scenario& s) -> Strategy& { return *s.comparison.present_practice; });
  }

  const Scenario& scenario_;
  std::vector<Input> inputs_;
  std::map<EntryKind, std::size_t> added_;  ///< How many there are of each kind.
};

}  // namespace

std::vector<Input> input_list(const Scenario& scenario) { return Builder{scenario}.build(); }

std::optional<std::string_view> whole_of(std::string_view parameter) noexcept {
  for (const std::string_view whole : parameter_wholes) {
    if (parameter.starts_with(whole)) return whole;
  }
  return std::nullopt;
}

}  // namespace samspil
