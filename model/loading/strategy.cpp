#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "model/inputs/evidence.hpp"
#include "model/inputs/lever_slots.hpp"
#include "model/loading/toml.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

/// A strategy, its base, the base of that, and so on: they are read by recursion.
constexpr int most_bases = 32;

/// What a strategy on a base does not say is the base's.
Need need_of(const Strategy& strategy) noexcept {
  return strategy.base_texts.empty() ? Need::required : Need::optional;
}

/// What both costings of a lower caseload are made of is stated whole or not at all.
void require_costing(TomlFields& fields, const Levers& levers) {
  if (levers.present_caseload.value <= 0) return;
  for (const auto lever : {&Levers::minutes_per_case_week, &Levers::minute_hour_price}) {
    if (is_stated(levers.*lever)) continue;
    const auto slot = std::find_if(lever_slots.begin(), lever_slots.end(),
                                   [&](const LeverSlot& one) { return one.quantity == lever; });
    fields.refuse("present_caseload", {"fault.stands_without", slot->name},
                  {"remedy.both_or_none", slot->name});
  }
}

/// Where nobody is responsible, no quantity need be stated. Staff need all but the optional ones,
/// in the file or in its base.
void read_levers(TomlFields& fields, Levers& levers, Need need) {
  fields.choice("role", levers.role, coordination_role_names, need);
  fields.flag("authority", levers.authority, need);
  fields.choice("order", levers.order, measure_order_names, need);
  const bool has_staff = levers.role != CoordinationRole::none;
  for (const LeverSlot& slot : lever_slots) {
    Quantity& lever = levers.*slot.quantity;
    const bool is_needed = has_staff && !slot.optional && !is_stated(lever);
    fields.quantity(slot.name, lever, slot.unit, slot.limits,
                    is_needed ? Need::required : Need::optional);
  }
  require_costing(fields, levers);
  // A strategy with staff divides its families by the caseload.
  if (has_staff && is_stated(levers.caseload) && levers.caseload.low < 1) {
    fields.refuse("caseload", {"fault.caseload"}, {"remedy.caseload"});
  }
  fields.finish();
}

CoreElement read_element(TomlFields& fields) {
  constexpr Limits any_place{1, 20};
  CoreElement element;
  element.line = fields.line();
  fields.text("name", element.name);
  fields.quantity("fidelity", element.fidelity, "1-6", any_fidelity);
  fields.whole("lost", element.lost, any_place);
  fields.number("weight", element.weight, any_share);
  fields.finish();
  return element;
}

/// The core elements of a strategy, no two of the same name; one of the base's is replaced by name.
void read_elements(TomlFields& fields, std::vector<CoreElement>& elements) {
  std::map<std::string, int> lines;
  for (TomlFields& row : fields.tables("element", Need::optional)) {
    CoreElement element = read_element(row);
    const auto [entry, first] = lines.emplace(element.name, element.line);
    if (!first) {
      row.refuse("name", {"fault.same_name", entry->second}, {"remedy.same_name"});
    }
    std::erase_if(elements, [&](const CoreElement& other) {
      return !other.base_file.empty() && other.name == element.name;
    });
    elements.push_back(std::move(element));
  }
}

/// Staff have a core element of weight at least.
void require_elements(TomlFields& fields, const Strategy& strategy) {
  if (strategy.levers.role == CoordinationRole::none) return;
  if (strategy.elements.empty()) {
    fields.refuse("element", {"fault.no_element"}, {"remedy.no_element"});
  } else if (std::none_of(strategy.elements.begin(), strategy.elements.end(),
                          [](const CoreElement& element) { return element.weight > 0; })) {
    fields.refuse("element", {"fault.no_weight"}, {"remedy.no_weight"});
  }
}

/// Which measures, places or services an effect is confined to, where it names some.
void read_targets(TomlFields& fields, Effect& effect) {
  for (const TargetKind kind : {TargetKind::measures, TargetKind::places, TargetKind::services}) {
    const std::string key{target_kind_names[index_of(kind)]};
    if (!fields.has(key)) continue;
    std::vector<std::string> named;
    if (!fields.texts(key, named)) continue;
    if (kind != target_kind(effect.hook)) {
      fields.refuse(key, {"fault.acts_on_none", hook_names[index_of(effect.hook)]},
                    {"remedy.leave_key_out"});
      continue;
    }
    std::string possible;
    const auto names = target_names(kind);
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (!acts_on(effect.hook, i)) continue;
      possible.append(possible.empty() ? "" : ", ").append(names[i]);
    }
    for (const std::string& name : named) {
      const auto i =
          static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
      if (i == names.size() || !acts_on(effect.hook, i)) {
        fields.refuse(key, {"fault.not_acted_on", name, hook_names[index_of(effect.hook)]},
                      {"remedy.name_some", possible});
        continue;
      }
      effect.targets = static_cast<std::uint16_t>(effect.targets | (1U << i));
    }
    if (named.empty()) fields.refuse(key, {"fault.names_nothing"}, {"remedy.name_some", possible});
  }
}

/// What was observed, or centre and range outright.
void read_evidence(TomlFields& fields, Effect& effect) {
  if (fields.has("observed") || fields.has("design")) {
    fields.number("observed", effect.observed, any_hazard_ratio);
    if (fields.choice("design", effect.design, design_names) && effect.design == Design::none &&
        effect.observed != 1) {
      fields.refuse("observed", {"fault.no_design"}, {"remedy.no_design"});
    }
    fields.number("transfer", effect.transfer, {0, 2}, Need::optional);
    const Need place = effect.design == Design::none ? Need::optional : Need::required;
    fields.text("where_da", effect.where_da, place);
    fields.text("where_en", effect.where_en, place);
    return;
  }
  const bool has_low = fields.number("low", effect.low, any_hazard_ratio);
  const bool has_high = fields.number("high", effect.high, any_hazard_ratio);
  if (fields.number("centre", effect.centre, any_hazard_ratio) && has_low && has_high) {
    fields.accept("centre", range_fault(effect.low, effect.centre, effect.high));
  }
}

Effect read_effect(TomlFields& fields) {
  Effect effect;
  effect.line = fields.line();
  fields.choice("hook", effect.hook, hook_names);
  read_targets(fields, effect);
  fields.choice("mechanism", effect.channel, channel_names);
  fields.choice("component", effect.component, component_names, Need::optional);
  effect.reference = usual_amount(effect.component);
  fields.number("reference", effect.reference, {0.001, 365}, Need::optional);
  if (fields.has("reference") && effect.component == Component::whole) {
    fields.refuse("reference", {"fault.no_component"}, {"remedy.no_component"});
  }
  read_evidence(fields, effect);
  std::string unit;
  if (fields.text("unit", unit)) fields.accept("unit", unit_fault(unit, "hazard ratio"));
  if (effect.channel == Channel::discovery) {
    fields.quantity("months", effect.months, "months", any_months);
  }
  fields.choice("grade", effect.grade, grade_names);
  fields.text("rationale_da", effect.rationale_da);
  fields.text("rationale_en", effect.rationale_en);
  fields.text("source", effect.source);
  fields.text("source_da", effect.source_da, Need::optional);
  fields.finish();
  return effect;
}

/// The effects of a strategy; those of the base with the same hook and mechanism are replaced,
/// whatever they are confined to.
void read_effects(TomlFields& fields, std::vector<Effect>& effects, Problems& problems) {
  std::map<std::tuple<Hook, Channel, Component, std::uint16_t>, int> lines;
  for (TomlFields& row : fields.tables("effect", Need::optional)) {
    const std::size_t before = problems.size();
    Effect effect = read_effect(row);
    const auto [entry, first] = lines.emplace(
        std::tuple{effect.hook, effect.channel, effect.component, effect.targets}, effect.line);
    if (!first && problems.size() == before) {
      row.refuse("", {"fault.same_effect", entry->second}, {"remedy.same_effect"});
    }
    std::erase_if(effects, [&](const Effect& other) {
      return !other.base_file.empty() && other.hook == effect.hook &&
             other.channel == effect.channel;
    });
    effects.push_back(std::move(effect));
  }
}

/// What the strategy's report saw: a change per 100 families, or a saving.
void read_observed(TomlFields& fields, std::vector<ObservedChange>& observed) {
  for (TomlFields& row : fields.tables("observed", Need::optional)) {
    ObservedChange seen;
    row.text("what_da", seen.what_da);
    row.text("what_en", seen.what_en);
    if (row.has("saving")) {
      row.quantity("saving", seen.change, "mio. kr.", {-1e5, 1e5});
    } else if (row.has("growth")) {
      row.quantity("growth", seen.change, "per cent", {-100, 1e4});
    } else {
      row.quantity("change", seen.change, "per 100 families", {-1e4, 1e4});
    }
    row.choice("design", seen.design, design_names);
    row.text("where_da", seen.where_da);
    row.text("where_en", seen.where_en);
    row.finish();
    observed.push_back(std::move(seen));
  }
}

void note_file(std::string& base_file, const std::string& file) {
  if (base_file.empty()) base_file = file;
}

/// The strategy as others inherit it: every number says in which file it stands.
void note_files(Strategy& strategy) {
  strategy.base_ids[strategy.file] = strategy.id;
  for (const LeverSlot& slot : lever_slots) {
    note_file((strategy.levers.*slot.quantity).base_file, strategy.file);
  }
  for (CoreElement& element : strategy.elements) {
    note_file(element.base_file, strategy.file);
    note_file(element.fidelity.base_file, strategy.file);
  }
  for (Effect& effect : strategy.effects) {
    note_file(effect.base_file, strategy.file);
    note_file(effect.months.base_file, strategy.file);
  }
}

/// A file that is being read because one that is based on it is.
struct Reading {
  const Reading* by = nullptr;
  int depth = 1;  ///< Which base of the one that is read first it would be.
  std::string id;
  std::string text;
};

std::optional<Strategy> read_base(TomlFields& fields, const InputText& input, const std::string& id,
                                  const FindBase& find_base, Problems& problems, const Reading* by);

struct Titles {
  std::string danish, english;
};

/// On whom it was tried; that its base was, where it does not say that itself was.
void read_tried_on(TomlFields& fields, Strategy& strategy, const Titles& base) {
  const bool has_base = !strategy.base_files.empty();
  const Need need = need_of(strategy);
  fields.text("tried_on_da", strategy.tried_on_da, need);
  fields.text("tried_on_en", strategy.tried_on_en, need);
  if (!has_base) return;
  const bool has_danish = fields.has("tried_on_da"), has_english = fields.has("tried_on_en");
  strategy.tried_on_populations.clear();
  if (has_danish || has_english) {
    if (!has_danish) strategy.tried_on_da = strategy.tried_on_en;
    if (!has_english) strategy.tried_on_en = strategy.tried_on_da;
    strategy.tried_base_da.clear();
    strategy.tried_base_en.clear();
  } else if (strategy.tried_base_da.empty()) {
    strategy.tried_base_da = base.danish;
    strategy.tried_base_en = base.english;
  }
}

Strategy read_on_base(const InputText& input, const FindBase& find_base, Problems& problems,
                      const Reading* by) {
  Strategy strategy;
  strategy.file = input.file;
  strategy.text = input.text;
  const auto table = parse_toml_input(input, problems);
  if (!table) return strategy;
  TomlFields fields{*table, input.file, problems};
  std::string id;
  fields.text("id", id);
  const bool has_base = fields.has("base");
  std::optional<Strategy> base;
  if (has_base) base = read_base(fields, input, id, find_base, problems, by);
  if (base) {
    strategy = std::move(*base);
    note_files(strategy);
    strategy.base_texts.insert(strategy.base_texts.begin(), strategy.text);
    strategy.base_files.insert(strategy.base_files.begin(), strategy.file);
    strategy.file = input.file;
    strategy.text = input.text;
  }
  strategy.id = id;
  if (has_base && !base) return strategy;
  const Titles base_titles{strategy.title_da, strategy.title_en};
  const Need need = need_of(strategy);
  read_titles(fields, strategy.title_da, strategy.title_en);
  read_tried_on(fields, strategy, base_titles);
  fields.texts("tried_on_populations", strategy.tried_on_populations, Need::optional);
  fields.texts("sources", strategy.sources, need);
  if (auto eligible = read_eligible(fields)) strategy.eligible = eligible;
  if (auto levers = fields.table("levers", need)) read_levers(*levers, strategy.levers, need);
  read_elements(fields, strategy.elements);
  require_elements(fields, strategy);
  read_effects(fields, strategy.effects, problems);
  strategy.observed.clear();
  read_observed(fields, strategy.observed);
  fields.finish();
  return strategy;
}

/// What the base that a strategy names says, its own base included.
std::optional<Strategy> read_base(TomlFields& fields, const InputText& input, const std::string& id,
                                  const FindBase& find_base, Problems& problems,
                                  const Reading* by) {
  std::string reference;
  if (!fields.text("base", reference)) return std::nullopt;
  const Reading reading{by, by == nullptr ? 1 : by->depth + 1, id, input.text};
  if (reading.depth > most_bases) {
    fields.refuse("base", {"fault.too_many_bases", most_bases},
                  {"remedy.too_many_bases", most_bases - 1});
    return std::nullopt;
  }
  const auto text = find_base(input, reference, fields.line("base"), problems);
  if (!text) return std::nullopt;
  std::string round;
  for (const Reading* one = &reading; one != nullptr; one = one->by) {
    round = one->id + " -> " + round;
    if (one->text != text->text) continue;
    fields.refuse("base", {"fault.bases_go_round", round + one->id}, {"remedy.bases_go_round"});
    return std::nullopt;
  }
  const std::size_t faults = problems.size();
  Strategy base = read_on_base(*text, find_base, problems, &reading);
  if (problems.size() > faults) return std::nullopt;
  return base;
}

}  // namespace

Strategy read_strategy(const InputText& input, const FindBase& find_base, Problems& problems) {
  Strategy strategy = read_on_base(input, find_base, problems, nullptr);
  if (!strategy.tried_base_da.empty()) {
    strategy.tried_on_da =
        say(Language::da, "strategy.base_tried", strategy.tried_base_da, strategy.tried_on_da);
    strategy.tried_on_en =
        say(Language::en, "strategy.base_tried", strategy.tried_base_en, strategy.tried_on_en);
  }
  return strategy;
}

Strategy load_strategy(const std::filesystem::path& file,
                       const std::filesystem::path& shipped_folder, const EvidenceRule& evidence) {
  Problems problems;
  Strategy strategy =
      read_strategy(read_input(file), find_on_disk(file, shipped_folder).base, problems);
  throw_if_any(std::move(problems));
  settle_effects(strategy, evidence);
  return strategy;
}

}  // namespace samspil
