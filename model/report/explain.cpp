#include "model/report/explain.hpp"

#include "model/costs/indices.hpp"
#include "model/inputs/dated.hpp"
#include "model/inputs/input_list.hpp"
#include "model/inputs/lever_slots.hpp"
#include "model/pages/effect_words.hpp"
#include "model/population/target_group.hpp"
#include "model/report/explain_evidence.hpp"
#include "model/report/explain_names.hpp"
#include "model/report/ledger_links.hpp"
#include "model/result/effect_document.hpp"

namespace samspil {
namespace {

class Collector {
 public:
  Collector(const Scenario& scenario, Language language)
      : scenario_{scenario},
        language_{language},
        inputs_{input_list(scenario)},
        reaches_{reaches()} {}

  std::vector<Explanation> collect() {
    parameters();
    prices();
    payer_rules();
    rates();
    indices();
    strategies();
    mechanisms();
    indicators();
    hooks();
    add_evidence(inputs_, language_, all_);
    add_names_of_results(scenario_.catalogue, language_, all_);
    return std::move(all_);
  }

 private:
  Explanation& add(std::string name, std::string_view own, std::string_view other, Key kind,
                   Facts facts, std::string law = "") {
    all_.push_back({std::move(name),
                    std::string{own},
                    std::string{other},
                    std::move(law),
                    kind,
                    std::move(facts),
                    LedgerEntry{},
                    {}});
    return all_.back();
  }
  /// Of a group of words.csv, under its name.
  Explanation& add_labelled(std::string_view group, std::string_view name, Key kind, Facts facts,
                            std::string law = "") {
    return add(std::string{name}, label(language_, group, name),
               label(other_than(language_), group, name), kind, std::move(facts), std::move(law));
  }
  std::string called(std::string_view group, std::string_view name) const {
    return std::string{label(language_, group, name)};
  }
  std::string text(Key word) const { return std::string{phrase(word, language_)}; }
  std::string digits(double value) const { return short_number(value, 6, language_); }

  Facts quantity_facts(const Quantity& q, const std::string& file) const {
    return samspil::quantity_facts(q, file, language_);
  }

  /// Who reads it, as text and as data; in general words where no place is known.
  void use(Explanation& explanation, const std::vector<ReadingPlace>& places, Key otherwise) {
    for (const ReadingPlace& place : places) {
      const std::string_view about = find_label(language_, "file", place.file);
      explanation.facts.push_back(
          {"run.used_in",
           about.empty() ? say(language_, "evidence.files_below", place.function, place.file)
                         : say(language_, "evidence.read_by", about, place.function, place.file)});
      explanation.entry.used_in.push_back(fmt::format("{} in {}", place.function, place.file));
    }
    if (places.empty()) explanation.facts.push_back({"run.used_in", text(otherwise)});
  }

  void concern(Explanation& explanation, Key how, std::vector<std::string> names) {
    explanation.facts.push_back({how, fmt::format("{}", fmt::join(names, ", "))});
    explanation.entry.concerns = std::move(names);
  }

  /// Which mechanism must be on for the input to act, if any.
  template <class Has>
  void tell_switches(Explanation& explanation, Has has) const {
    for (std::size_t i = 0; i < mechanism_count; ++i) {
      if (!has(reaches_[i])) continue;
      explanation.facts.push_back(
          {"evidence.switched_by",
           fmt::format("{} ({})", mechanism_names[i],
                       text(scenario_.mechanisms[i] ? Key{"run.on"} : Key{"run.off"}))});
    }
  }

  template <class Tell>
  void each(EntryKind kind, const Tell& tell) const {
    for (const Input& input : inputs_) {
      if (input.kind == kind) tell(input);
    }
  }

  void parameters() {
    each(EntryKind::parameter, [this](const Input& input) {
      Explanation& added =
          add(input.name, "", "", "kind.parameter", quantity_facts(input.quantity, input.file));
      added.entry = quantity_entry(input.quantity, input.file);
      use(added, readers_of(input.member), "run.used_in_dynamics");
      tell_switches(added, [&](const MechanismReach& reach) {
        return is_among(reach.parameters, input.name);
      });
    });
  }

  void prices() {
    each(EntryKind::price, [this](const Input& input) {
      const CatalogueRow& row = scenario_.catalogue.rows[input.place];
      Facts facts = quantity_facts(input.quantity, input.file);
      facts.insert(
          facts.begin() + 3,
          {{"run.price_level", std::to_string(row.price_level)},
           {"run.index", std::string{price_index_names[index_of(row.index)]}},
           {"run.price_now", price_now(row)},
           {"run.payer", scenario_.catalogue.rules[row.payer_rule].name},
           {"run.department", called("department", department_names[index_of(row.department)])},
           {"run.account", row.account_function},
           {"run.law", row.law},
           {"run.cashable", digits(row.cashable_share)},
           {"run.lag_months", digits(row.lag_months)}});
      const std::size_t i = index_of(row.service);
      Explanation& added =
          add_labelled("service", service_names[i], "kind.price", std::move(facts), row.law);
      added.entry = quantity_entry(input.quantity, input.file);
      added.entry.price_level = row.price_level;
      added.entry.concerns = {scenario_.catalogue.rules[row.payer_rule].name};
      use(added, readers_of("Service::" + input.name), "run.used_in_costs");
      use(added, readers_of(input.member), "run.used_in_costs");
    });
  }

  /// The price at the level of the scenario, and how it came there.
  std::string price_now(const CatalogueRow& row) const {
    const PriceLevel level{scenario_.catalogue};
    const IndexTable& indices = scenario_.catalogue.indices;
    const int year = level.level_of(row);
    const std::string price = digits(level.price(row));
    switch (level.move_of(row)) {
      case PriceMove::as_written:
        return say(language_, "run.price_is_as_written", price, year);
      case PriceMove::moved:
        return say(language_, "run.price_is_moved", price, year,
                   called("price_index", price_index_names[index_of(row.index)]),
                   digits(indices.find(row.index, year)->value),
                   digits(indices.find(row.index, row.price_level)->value));
      case PriceMove::own_level:
        break;
    }
    return say(language_, "run.price_keeps_level", price, year, scenario_.catalogue.price_level);
  }

  void rates() {
    for (std::size_t i = 0; i < rate_count; ++i) {
      Facts facts;
      std::string law;
      each(EntryKind::rate, [&](const Input& input) {
        const Rate& rate = scenario_.catalogue.rates.rows[input.place];
        if (index_of(rate.name) != i) return;
        const Facts row = quantity_facts(input.quantity, input.file);
        facts.insert(facts.end(), row.begin(), row.end());
        facts.insert(facts.end(),
                     {{"run.price_level", std::to_string(rate.price_level)},
                      {"run.index", std::string{price_index_names[index_of(rate.index)]}},
                      {"run.valid", fmt::format("{}-{}", rate.valid_from, rate.valid_to)},
                      {"run.law", rate.law}});
        if (holds_in(rate, scenario_.catalogue.law.year)) law = rate.law;
      });
      Explanation& added =
          add(std::string{rate_names[i]}, "", "", "kind.rate", std::move(facts), law);
      use(added, readers_of("Rate::amount"), "run.used_in_costs");
    }
  }

  void indices() {
    for (std::size_t i = 1; i < price_index_count; ++i) {
      Facts facts;
      each(EntryKind::index, [&](const Input& input) {
        const IndexValue& row = scenario_.catalogue.indices.rows[input.place];
        if (index_of(row.index) != i) return;
        const Quantity& value = input.quantity;
        facts.insert(facts.end(),
                     {{"run.value", fmt::format("{}: {}", row.year, digits(value.value))},
                      {"run.grade", called("grade", grade_names[index_of(value.grade)])},
                      {"run.source", value.source},
                      {"run.written_in", place(input.file, value.line)}});
      });
      Explanation& added =
          add_labelled("price_index", price_index_names[i], "kind.index", std::move(facts));
      use(added, readers_of("IndexValue::value"), "run.used_in_costs");
    }
  }

  void payer_rules() {
    for (std::size_t i = 0; i < scenario_.catalogue.rules.size(); ++i) {
      const PayerRule& rule = scenario_.catalogue.rules[i];
      Facts facts;
      for (const RuleShares& row : rule.rows) add_rule_row(rule, row, facts);
      Explanation& added =
          add(rule.name, "", "", "kind.payer_rule", std::move(facts), rule.rows.front().law);
      added.entry.grade = grade_names[index_of(rule.rows.front().grade)];
      added.entry.source = rule.rows.front().source;
      added.entry.file = scenario_.catalogue.rules_file;
      added.entry.line = rule.rows.front().line;
      concern(added, "evidence.splits", services_of(i, scenario_.catalogue));
      const std::string kind{rule_kind_names[index_of(rule.kind)]};
      use(added, readers_of_any({"RuleShares::shares", "RuleKind::" + kind}), "run.used_in_costs");
    }
  }

  void add_rule_row(const PayerRule& rule, const RuleShares& row, Facts& facts) {
    std::string shares;
    if (rule.kind != RuleKind::fixed) {
      shares = fmt::format("{}: ", rule_state_names(rule.kind)[row.state]);
    }
    for (std::size_t p = 0; p < payer_count; ++p) {
      shares += fmt::format("{}{} {}", p > 0 ? ", " : "", called("payer", payer_names[p]),
                            digits(row.shares[p]));
    }
    facts.insert(facts.end(),
                 {{"run.value", shares},
                  {"run.valid", fmt::format("{}-{}", row.valid_from, row.valid_to)},
                  {"run.law", row.law},
                  {"run.grade", called("grade", grade_names[index_of(row.grade)])},
                  {"run.source", row.source},
                  {"run.written_in", place(scenario_.catalogue.rules_file, row.line)}});
  }

  void strategies() {
    add_strategy(scenario_.baseline);
    for (const Strategy& strategy : scenario_.strategies) {
      add_strategy(strategy);
      for (const StrategyNumber& number : numbers_of(strategy)) add_number(strategy, number);
    }
  }

  void add_number(const Strategy& strategy, const StrategyNumber& number) {
    const bool is_lever = number.kind == EntryKind::lever;
    if (is_lever && !is_stated(number.quantity)) return;
    if (number.kind == EntryKind::effect) return add_effect(strategy, number);
    Facts facts = quantity_facts(number.quantity, strategy.file);
    if (is_lever) {
      facts.push_back(
          {"run.admissible", digits(number.limits.lower) + " - " + digits(number.limits.upper)});
    }
    const Key kind = is_lever                            ? "kind.lever"
                     : number.kind == EntryKind::element ? Key{"kind.element"}
                                                         : Key{"kind.effect"};
    Explanation& added = tell_number(strategy, number, kind, std::move(facts));
    if (is_lever) {
      tell_switches(
          added, [&](const MechanismReach& reach) { return is_among(reach.levers, number.name); });
    } else if (number.kind == EntryKind::months) {
      const Effect& effect = strategy.effects[number.place];
      added.short_name =
          fmt::format("{}.{}.months", strategy.id, hook_names[index_of(effect.hook)]);
      tell_channel(added, effect);
    }
  }

  Explanation& tell_number(const Strategy& strategy, const StrategyNumber& number, Key kind,
                           Facts facts) {
    Explanation& added =
        add(fmt::format("{}.{}", strategy.id, number.name), "", "", kind, std::move(facts));
    added.drawn_name =
        fmt::format("{}.{}", stated_by(strategy, number.quantity.base_file), number.name);
    added.entry = quantity_entry(number.quantity, strategy.file);
    use(added, readers_of(number.member), "run.used_in_dynamics");
    return added;
  }

  void add_strategy(const Strategy& strategy) {
    const bool da = language_ == Language::da;
    const std::string sources = fmt::format("{}", fmt::join(strategy.sources, "; "));
    const auto role = index_of(strategy.levers.role);
    Explanation& added =
        add(strategy.id, da ? strategy.title_da : strategy.title_en,
            da ? strategy.title_en : strategy.title_da, "kind.strategy",
            {{"run.tried_on_whom", da ? strategy.tried_on_da : strategy.tried_on_en},
             {"kind.role", called("role", coordination_role_names[role])},
             {"evidence.authority",
              std::string{phrase(strategy.levers.authority ? Key{"evidence.own_authority"}
                                                           : Key{"evidence.no_own_authority"},
                                 language_)}},
             {"run.source", sources},
             {"run.written_in", strategy.file}});
    added.entry.source = sources;
    added.entry.file = strategy.file;
    std::vector<std::string> own;
    std::string told;
    if (&strategy != &scenario_.baseline) {
      for (const StrategyNumber& number : numbers_of(strategy)) {
        const bool is_lever = number.kind == EntryKind::lever && is_stated(number.quantity);
        if (!is_lever && number.kind != EntryKind::effect) continue;
        own.push_back(fmt::format("{}.{}", strategy.id, number.name));
        told += fmt::format("{}{} {}", told.empty() ? "" : ", ", number.name,
                            digits(number.quantity.value));
      }
    }
    added.facts.push_back({"evidence.levers_and_effects", told});
    added.entry.concerns = std::move(own);
    use(added, readers_of("Strategy::levers"), "run.used_in_dynamics");
  }

  void tell_channel(Explanation& explanation, const Effect& effect) const {
    tell_switches(explanation, [&](const MechanismReach& reach) {
      return is_among(reach.channels, effect.channel);
    });
  }

  void add_effect(const Strategy& strategy, const StrategyNumber& number) {
    const Effect& effect = strategy.effects[number.place];
    const std::size_t hook = index_of(effect.hook);
    Explanation& added = tell_number(
        strategy, number, "kind.effect",
        {{"run.value", say(language_, "run.hazard_ratio", digits(effect.weak),
                           digits(effect.centre), digits(effect.strong))},
         {"run.evidence", observation_of(effect_document(effect), language_)},
         {"run.channel", called("channel", channel_names[index_of(effect.channel)]) +
                             confined_to(effect_document(effect), language_)},
         {"run.range", digits(effect.low) + " - " + digits(effect.high)},
         {"run.grade", called("grade", grade_names[index_of(effect.grade)])},
         {"run.rationale", language_ == Language::da ? effect.rationale_da : effect.rationale_en},
         {"run.source", effect.source},
         {"run.written_in", place(file_of(effect.base_file, strategy.file), effect.line)}});
    added.label = called("hook", hook_names[hook]);
    added.other_label = label(other_than(language_), "hook", hook_names[hook]);
    added.short_name = fmt::format("{}.{}", strategy.id, hook_names[hook]);
    added.entry.concerns = {std::string{hook_names[hook]}};
    use(added, readers_of(fmt::format("Hook::{}", hook_names[hook])), "run.used_in_dynamics");
    tell_channel(added, effect);
  }

  void mechanisms() {
    for (std::size_t i = 0; i < mechanism_count; ++i) {
      Explanation& added = add_labelled(
          "mechanism", mechanism_names[i], "kind.mechanism",
          {{"run.switched", text(scenario_.mechanisms[i] ? Key{"run.on"} : Key{"run.off"})},
           {"run.rationale", language_ == Language::da ? scenario_.mechanism_reason_da[i]
                                                       : scenario_.mechanism_reason_en[i]},
           {"run.written_in", scenario_.file}});
      added.entry.file = scenario_.file;
      concern(added, "evidence.switches", names_in(reaches_[i], scenario_));
      use(added, reaches_[i].places, "run.used_in_dynamics");
    }
  }

  void indicators() {
    for (std::size_t i = 0; i < indicator_count; ++i) {
      Explanation& added = add_labelled("margin", indicator_names[i], "kind.margin", {});
      each(EntryKind::margin, [&](const Input& input) {
        if (input.name != indicator_names[i]) return;
        added.facts = quantity_facts(input.quantity, input.file);
        added.entry = quantity_entry(input.quantity, input.file);
      });
      use(added, added.entry.value ? readers_of("Margin::target") : std::vector<ReadingPlace>{},
          "run.used_in_population");
    }
  }

  void hooks() {
    for (std::size_t i = 0; i < hook_count; ++i) {
      std::vector<std::string> effects;
      for (const Strategy& strategy : scenario_.strategies) {
        for (const Effect& effect : strategy.effects) {
          if (index_of(effect.hook) == i) effects.push_back(effect_name(strategy, effect));
        }
      }
      Explanation& added = add_labelled("hook", hook_names[i], "kind.hook", {});
      concern(added, "evidence.acting_effects", std::move(effects));
      use(added, readers_of(fmt::format("Hook::{}", hook_names[i])), "run.used_in_dynamics");
    }
  }

  const Scenario& scenario_;
  Language language_;
  std::vector<Input> inputs_;
  std::vector<MechanismReach> reaches_;  ///< By mechanism.
  std::vector<Explanation> all_;
};

}  // namespace

std::vector<Explanation> explanations(const Scenario& scenario, Language language) {
  return Collector{scenario, language}.collect();
}

}  // namespace samspil
