#include "model/result/explain_document.hpp"

#include "model/costs/indices.hpp"
#include "model/inputs/dated.hpp"
#include "model/inputs/input_list.hpp"
#include "model/inputs/lever_slots.hpp"
#include "model/inputs/mechanism_reach.hpp"
#include "model/population/target_group.hpp"
#include "model/result/effect_document.hpp"
#include "model/result/explain_parts.hpp"
#include "model/result/values.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

/// Where a row stands: file, and line where there is one.
Json place_of(const std::string& file, int line) {
  return {{"file", text_or_null(file)}, {"line", line > 0 ? Json(line) : Json()}};
}

/// A number with all that is known of it; inherited, it stands where its base states it.
Json number_of(const Quantity& q, const std::string& file) {
  Json number{{"value", q.value},
              {"low", q.low},
              {"high", q.high},
              {"unit", text_or_null(q.unit)},
              {"grade", grade_names[index_of(q.grade)]},
              {"source", text_or_null(q.source)}};
  if (!q.source_da.empty()) number["source_da"] = q.source_da;
  number.update(place_of(q.base_file.empty() ? file : q.base_file, q.line));
  return number;
}

Json row_of_rule(const PayerRule& rule, const RuleShares& row, const std::string& file) {
  const bool has_states = rule.kind != RuleKind::fixed;
  Json json{{"state", has_states ? Json(rule_state_names(rule.kind)[row.state]) : Json()},
            {"shares", by_name(payer_names, [&](std::size_t i) { return row.shares[i]; })},
            {"valid_from", row.valid_from},
            {"valid_to", row.valid_to},
            {"law", row.law},
            {"grade", grade_names[index_of(row.grade)]},
            {"source", row.source}};
  json.update(place_of(file, row.line));
  return json;
}

/// The price at the level of the scenario, and how it came there.
Json price_now(const CatalogueRow& row, const Catalogue& catalogue) {
  const PriceLevel level{catalogue};
  const int year = level.level_of(row);
  const PriceMove move = level.move_of(row);
  Json json{{"price", level.price(row)},
            {"move", price_move_names[index_of(move)]},
            {"price_level", year},
            {"wanted_level", catalogue.price_level}};
  if (move == PriceMove::moved) {
    json["index_now"] = catalogue.indices.find(row.index, year)->value;
    json["index_then"] = catalogue.indices.find(row.index, row.price_level)->value;
  }
  return json;
}

class Collector {
 public:
  explicit Collector(const Scenario& scenario)
      : scenario_{scenario}, inputs_{input_list(scenario)}, reaches_{reaches()} {}

  Json collect() {
    each(EntryKind::parameter, [this](const Input& input) { parameter(input); });
    each(EntryKind::price, [this](const Input& input) { price(input); });
    payer_rules();
    rates();
    indices();
    strategies();
    mechanisms();
    indicators();
    hooks();
    each(EntryKind::evidence, [this](const Input& input) {
      use(add_number("evidence", input), readers_of(input.member), "dynamics");
    });
    add_names_of_results(scenario_.catalogue, entries_);
    return std::move(entries_);
  }

 private:
  Json& add(Json entry) {
    entries_.push_back(std::move(entry));
    return entries_.back();
  }
  Json& add_number(std::string_view kind, const Input& input) {
    Json& entry = add(explain_entry(kind, input.name));
    entry.update(number_of(input.quantity, input.file));
    return entry;
  }

  /// Who reads it; where no place is known, its room tells in general.
  static void use(Json& entry, const std::vector<ReadingPlace>& places, const char* room) {
    entry["room"] = room;
    entry["used_in"] = list_of(places, [](const ReadingPlace& place) {
      return Json{{"function", place.function}, {"file", place.file}};
    });
  }

  /// Which mechanisms must be on for the input to act, if any.
  template <class Has>
  void tell_switches(Json& entry, Has has) const {
    Json switches = Json::array();
    for (std::size_t i = 0; i < mechanism_count; ++i) {
      if (!has(reaches_[i])) continue;
      switches.push_back({{"mechanism", mechanism_names[i]}, {"on", scenario_.mechanisms[i]}});
    }
    if (!switches.empty()) entry["switched_by"] = switches;
  }
  void tell_channel(Json& entry, const Effect& effect) const {
    tell_switches(entry, [&](const MechanismReach& reach) {
      return is_among(reach.channels, effect.channel);
    });
  }

  template <class Tell>
  void each(EntryKind kind, const Tell& tell) const {
    for (const Input& input : inputs_) {
      if (input.kind == kind) tell(input);
    }
  }

  void parameter(const Input& input) {
    Json& entry = add_number("parameter", input);
    use(entry, readers_of(input.member), "dynamics");
    tell_switches(
        entry, [&](const MechanismReach& reach) { return is_among(reach.parameters, input.name); });
  }

  void price(const Input& input) {
    const CatalogueRow& row = scenario_.catalogue.rows[input.place];
    const std::string& rule = scenario_.catalogue.rules[row.payer_rule].name;
    Json& entry = add(labelled_entry("price", input.name, "service"));
    entry.update(number_of(input.quantity, input.file));
    entry.update({{"price_level", row.price_level},
                  {"law", text_or_null(row.law)},
                  {"concerns", {rule}},
                  {"index", price_index_names[index_of(row.index)]},
                  {"price_now", price_now(row, scenario_.catalogue)},
                  {"payer_rule", rule},
                  {"department", department_names[index_of(row.department)]},
                  {"account_function", row.account_function},
                  {"cashable_share", row.cashable_share},
                  {"lag_months", row.lag_months}});
    use(entry, readers_of_any({"Service::" + input.name, input.member}), "costs");
  }

  void payer_rules() {
    const Catalogue& catalogue = scenario_.catalogue;
    for (std::size_t i = 0; i < catalogue.rules.size(); ++i) {
      const PayerRule& rule = catalogue.rules[i];
      Json& entry = add(explain_entry("payer_rule", rule.name));
      if (!find_label(Language::en, "payer_rule", rule.name).empty()) {
        entry["label"] = label(Language::en, "payer_rule", rule.name);
        entry["label_da"] = label(Language::da, "payer_rule", rule.name);
      }
      const Json rows = list_of(rule.rows, [&](const RuleShares& row) {
        return row_of_rule(rule, row, catalogue.rules_file);
      });
      for (const char* key : {"grade", "source", "law", "file", "line"}) {
        entry[key] = rows.front().at(key);
      }
      entry["rows"] = rows;
      for (const CatalogueRow& row : catalogue.rows) {
        if (row.payer_rule == i) entry["concerns"].push_back(service_names[index_of(row.service)]);
      }
      const std::string kind{rule_kind_names[index_of(rule.kind)]};
      use(entry, readers_of_any({"RuleShares::shares", "RuleKind::" + kind}), "costs");
    }
  }

  void rates() {
    for (std::size_t i = 0; i < rate_count; ++i) {
      const auto& known = scenario_.catalogue.rates.rows;
      const bool has_row = std::any_of(known.begin(), known.end(),
                                       [i](const Rate& rate) { return index_of(rate.name) == i; });
      if (!has_row) continue;
      Json& entry = add(labelled_entry("rate", rate_names[i], "rate"));
      entry["rows"] = Json::array();
      each(EntryKind::rate, [&](const Input& input) {
        const Rate& rate = scenario_.catalogue.rates.rows[input.place];
        if (index_of(rate.name) != i) return;
        Json row = number_of(input.quantity, input.file);
        row.update({{"price_level", rate.price_level},
                    {"index", price_index_names[index_of(rate.index)]},
                    {"valid_from", rate.valid_from},
                    {"valid_to", rate.valid_to},
                    {"law", rate.law}});
        if (holds_in(rate, scenario_.catalogue.law.year)) entry["law"] = text_or_null(rate.law);
        entry["rows"].push_back(row);
      });
      use(entry, readers_of("Rate::amount"), "costs");
    }
  }

  void indices() {
    for (std::size_t i = 1; i < price_index_count; ++i) {
      Json& entry = add(labelled_entry("price_index", price_index_names[i], "price_index"));
      entry["rows"] = Json::array();
      each(EntryKind::index, [&](const Input& input) {
        const IndexValue& index = scenario_.catalogue.indices.rows[input.place];
        if (index_of(index.index) != i) return;
        Json row = number_of(input.quantity, input.file);
        row["year"] = index.year;
        entry["rows"].push_back(row);
      });
      use(entry, readers_of("IndexValue::value"), "costs");
    }
  }

  void strategies() {
    add_strategy(scenario_.baseline, {});
    for (const Strategy& strategy : scenario_.strategies) {
      const std::vector<StrategyNumber> numbers = numbers_of(strategy);
      add_strategy(strategy, numbers);
      for (const StrategyNumber& number : numbers) {
        if (acts(number)) add_number_of(strategy, number);
      }
    }
  }

  static bool acts(const StrategyNumber& number) {
    return number.kind != EntryKind::lever || is_stated(number.quantity);
  }

  void add_strategy(const Strategy& strategy, const std::vector<StrategyNumber>& numbers) {
    const Json sources = text_or_null(fmt::format("{}", fmt::join(strategy.sources, "; ")));
    Json& entry = add(explain_entry("strategy", strategy.id));
    entry.update(place_of(strategy.file, 0));
    entry.update({{"label", text_or_null(strategy.title_en)},
                  {"label_da", text_or_null(strategy.title_da)},
                  {"source", sources},
                  {"source_da", sources},
                  {"tried_on", strategy.tried_on_en},
                  {"tried_on_da", strategy.tried_on_da},
                  {"role", coordination_role_names[index_of(strategy.levers.role)]},
                  {"authority", strategy.levers.authority},
                  {"numbers", Json::object()}});
    for (const StrategyNumber& number : numbers) {
      const bool is_told = number.kind == EntryKind::lever || number.kind == EntryKind::effect;
      if (!acts(number) || !is_told) continue;
      entry["concerns"].push_back(strategy.id + "." + number.name);
      entry["numbers"][number.name] = number.quantity.value;
    }
    use(entry, readers_of("Strategy::levers"), "dynamics");
  }

  void add_number_of(const Strategy& strategy, const StrategyNumber& number) {
    const bool is_lever = number.kind == EntryKind::lever;
    const char* kind = is_lever                            ? "lever"
                       : number.kind == EntryKind::element ? "element"
                                                           : "effect";
    Json& entry = add(explain_entry(kind, strategy.id + "." + number.name));
    entry.update(number_of(number.quantity, strategy.file));
    if (is_lever) {
      entry["label"] = label(Language::en, "lever", number.name);
      entry["label_da"] = label(Language::da, "lever", number.name);
    }
    entry["drawn_as"] = stated_by(strategy, number.quantity.base_file) + "." + number.name;
    use(entry, readers_of(number.member), "dynamics");
    if (is_lever) {
      entry["admissible"] = {number.limits.lower, number.limits.upper};
      tell_switches(
          entry, [&](const MechanismReach& reach) { return is_among(reach.levers, number.name); });
    }
    if (number.kind != EntryKind::effect && number.kind != EntryKind::months) return;
    const Effect& effect = strategy.effects[number.place];
    const std::string hook{hook_names[index_of(effect.hook)]};
    entry["short_name"] = strategy.id + "." + hook;
    tell_channel(entry, effect);
    if (number.kind == EntryKind::months) {
      entry["short_name"] = strategy.id + "." + hook + ".months";
      return;
    }
    entry.update(effect_document(effect));
    entry["label"] = label(Language::en, "hook", hook);
    entry["label_da"] = label(Language::da, "hook", hook);
    entry["concerns"] = {hook};
    use(entry, readers_of_any({number.member, "Hook::" + hook}), "dynamics");
  }

  void mechanisms() {
    for (std::size_t i = 0; i < mechanism_count; ++i) {
      Json& entry = add(labelled_entry("mechanism", mechanism_names[i], "mechanism"));
      entry.update(place_of(scenario_.file, 0));
      entry.update({{"concerns", names_in(reaches_[i], scenario_)},
                    {"on", scenario_.mechanisms[i]},
                    {"rationale", scenario_.mechanism_reason_en[i]},
                    {"rationale_da", scenario_.mechanism_reason_da[i]}});
      use(entry, reaches_[i].places, "dynamics");
    }
  }

  /// The margins, and beside them what own families are taken to be.
  void indicators() {
    each(EntryKind::margin, [this](const Input& input) {
      if (!find_name<Indicator>(indicator_names, input.name)) parameter(input);
    });
    for (const std::string_view name : indicator_names) {
      Json& entry = add(labelled_entry("margin", name, "margin"));
      use(entry, {}, "population");
      each(EntryKind::margin, [&](const Input& input) {
        if (input.name != name) return;
        entry.update(number_of(input.quantity, input.file));
        use(entry, readers_of("Margin::target"), "population");
      });
    }
  }

  void hooks() {
    for (const std::string_view name : hook_names) {
      Json& entry = add(labelled_entry("hook", name, "hook"));
      for (const Strategy& strategy : scenario_.strategies) {
        for (const Effect& effect : strategy.effects) {
          if (hook_names[index_of(effect.hook)] != name) continue;
          entry["concerns"].push_back(effect_name(strategy, effect));
        }
      }
      use(entry, readers_of(std::string{"Hook::"}.append(name)), "dynamics");
    }
  }

  const Scenario& scenario_;
  std::vector<Input> inputs_;
  std::vector<MechanismReach> reaches_;  ///< By mechanism.
  Json entries_ = Json::array();
};

}  // namespace

Json explain_document(const Scenario& scenario) {
  return {{"format", 1}, {"entries", Collector{scenario}.collect()}};
}

}  // namespace samspil
