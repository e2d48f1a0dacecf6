#include <algorithm>
#include <string>

#include "model/inputs/run_size.hpp"
#include "model/loading/law.hpp"
#include "model/loading/municipality.hpp"
#include "model/loading/own_inputs.hpp"
#include "model/loading/own_population.hpp"
#include "model/loading/plausible.hpp"

namespace samspil {
namespace {

void read_mechanisms(TomlFields& fields, Scenario& scenario) {
  for (std::size_t i = 0; i < mechanism_count; ++i) {
    auto mechanism = fields.table(mechanism_names[i], Need::optional);
    if (!mechanism) continue;
    mechanism->flag("on", scenario.mechanisms[i]);
    mechanism->text("why_da", scenario.mechanism_reason_da[i], Need::optional);
    mechanism->text("why_en", scenario.mechanism_reason_en[i], Need::optional);
    mechanism->finish();
  }
  fields.finish();
}

/// A scenario of a municipality that says nothing else has the shipped default's.
constexpr std::uint32_t draws_of_a_municipality = 200;

/// A municipality's scenario needs no title: its name, or that of the file, is one.
void read_scenario_titles(TomlFields& fields, Scenario& scenario) {
  const bool has_one = fields.has("title_da") || fields.has("title_en");
  if (has_one || !scenario.municipality) {
    read_titles(fields, scenario.title_da, scenario.title_en);
    return;
  }
  fields.has_optional("title_da");
  fields.has_optional("title_en");
  const std::string& name = scenario.municipality->name;
  scenario.title_da = scenario.title_en =
      name.empty() ? std::filesystem::path{scenario.file}.stem().string() : name;
}

void read_settings(TomlFields& fields, Scenario& scenario) {
  if (scenario.municipality) {  // whose posts are kept filled
    scenario.draws = draws_of_a_municipality;
    scenario.staffing.refill = true;
  }
  fields.whole("years", scenario.years, {1, 20}, Need::optional);
  fields.whole("seed", scenario.seed, any_seed, Need::optional);
  fields.whole("draws", scenario.draws, {1, most_runs}, Need::optional);
  fields.flag("draw_levers", scenario.draw_levers, Need::optional);
  fields.whole("families_per_draw", scenario.families_per_draw, {0, 1e7}, Need::optional);
  fields.whole("replicates", scenario.replicates, {1, most_runs}, Need::optional);
  fields.whole("families", scenario.families, {0, 1e7}, Need::optional);
  read_discount_rate(fields, scenario.discount_rate, Need::optional);
  fields.choice("discount_timing", scenario.discount_timing, timing_names, Need::optional);
  fields.choice("joint_financing", scenario.joint_financing, joint_financing_names, Need::optional);
  fields.flag("whole_posts", scenario.staffing.whole_posts, Need::optional);
  fields.choice("unused_hours", scenario.staffing.unused, unused_hours_names, Need::optional);
  fields.flag("refill", scenario.staffing.refill, Need::optional);
}

/// Whether break-even is solved for, and what of people is expected.
void read_break_even(TomlFields& fields, Scenario& scenario) {
  fields.flag("break_even", scenario.break_even, Need::optional);
  auto expected = fields.table("expect", Need::optional);
  if (!expected) return;
  Expectation& expect = scenario.expect.emplace();
  expected->number("parents_in_work_per_100", expect.parents_in_work_per_100,
                   {0, 1000, NumberKind::ratio});
  expected->whole("year", expect.year, {1, 20});
  expected->finish();
  if (scenario.break_even) return;
  fields.refuse("expect", {"fault.expect_unsolved"}, {"remedy.expect_unsolved"});
}

void read_cohort(TomlFields& fields, Scenario& scenario) {
  auto cohort = fields.table("cohort", Need::optional);
  if (!cohort) return;
  CohortSize size;
  const Limits limits{1, most_cohort_size};
  cohort->whole("families", size.families, limits, Need::optional);
  cohort->whole("parents", size.parents, limits, Need::optional);
  if (cohort->has("families") == cohort->has("parents")) {
    cohort->refuse("", {"fault.cohort_one_of"}, {"remedy.cohort_one_of"});
  }
  cohort->finish();
  scenario.cohort = size;
}

/// Finds and reads what `key` refers to, or what `usual` does where the key may be left out.
template <class Read>
void follow(TomlFields& fields, std::string_view key, InputKind kind, const FindText& find,
            Problems& problems, const std::string& usual, const Read& read) {
  std::string reference = usual;
  if (!fields.text(key, reference, usual.empty() ? Need::required : Need::optional)) return;
  if (const auto text = find(kind, reference, fields.line(key), problems)) read(*text);
}

/// The text that `key` refers to, or without the key the file that is called like it.
std::optional<InputText> text_beside(TomlFields& fields, InputKind kind, const std::string& key,
                                     const FindText& find, Problems& problems) {
  std::string reference = key;
  fields.text(key, reference, Need::optional);
  return find(kind, reference, fields.line(key), problems);
}

/// The table and the own files that a key names: an id or a file, or a list of own files, before
/// which the id of another table may stand.
struct TableFiles {
  std::string table;
  std::vector<std::string> own;
};

TableFiles table_files(TomlFields& fields, std::string_view key, const char* usual, Need need) {
  TableFiles files{usual, {}};
  if (!fields.has_list(key)) {
    fields.text(key, files.table, need);
    return files;
  }
  fields.texts(key, files.own);
  if (!files.own.empty() && !files.own.front().ends_with(".csv")) {
    files.table = files.own.front();
    files.own.erase(files.own.begin());
  }
  return files;
}

/// Reads the table that `key` names, and lays the own files over it.
template <class Table, class Read, class LayOver>
void read_table(TomlFields& fields, const FindText& find, Problems& problems, const char* key,
                std::pair<InputKind, InputKind> kinds, const Read& read, const LayOver& lay_over,
                Table& table) {
  const TableFiles files = table_files(fields, key, key, Need::optional);
  const int line = fields.line(key);
  const std::size_t faults = problems.size();
  const auto text = find(kinds.first, files.table, line, problems);
  if (!text) return;
  table = read(*text, problems);
  for (const std::string& own : files.own) {
    const auto over = find(kinds.second, own, line, problems);
    if (over && problems.size() == faults) lay_over(*over, table, problems);
  }
}

void read_prices(TomlFields& fields, const FindText& find, Problems& problems,
                 const std::optional<InputText>& rules, Need need, Catalogue& catalogue) {
  const std::size_t faults = problems.size();
  const TableFiles files = table_files(fields, "prices", "2022", need);
  if (problems.size() > faults) return;
  const int line = fields.line("prices");
  const auto prices = find(InputKind::prices, files.table, line, problems);
  if (!prices || !rules) return;
  catalogue = read_catalogue(*prices, *rules, problems);
  for (const std::string& own : files.own) {
    if (const auto text = find(InputKind::own_prices, own, line, problems)) {
      read_own_prices(*text, catalogue, problems);
    }
  }
}

void read_catalogue_of(TomlFields& fields, const FindText& find, Problems& problems, Need need,
                       Catalogue& catalogue) {
  const auto rules = text_beside(fields, InputKind::payer_rules, "payer_rules", find, problems);
  read_prices(fields, find, problems, rules, need, catalogue);
  read_table(fields, find, problems, "rates", {InputKind::rates, InputKind::own_rates}, read_rates,
             read_own_rates, catalogue.rates);
  read_table(fields, find, problems, "indices", {InputKind::indices, InputKind::own_indices},
             read_indices, read_own_indices, catalogue.indices);
}

/// The table of parameters, and the layers that are laid over it.
void read_parameters_of(TomlFields& fields, const FindText& find, Problems& problems, Need need,
                        Scenario& scenario) {
  const std::size_t faults = problems.size();
  TableFiles files = table_files(fields, "parameters", stated_parameters, need);
  if (!fields.has("parameters")) files.own = {calibrated_layer};
  const int line = fields.line("parameters");
  if (problems.size() > faults) return;
  const auto text = find(InputKind::parameters, files.table, line, problems);
  if (!text) return;
  LoadedParameters loaded = read_parameters(*text, problems);
  for (const std::string& layer : files.own) {
    const auto over = find(InputKind::own_parameters, layer, line, problems);
    if (over && problems.size() == faults) read_parameter_layer(*over, loaded, problems);
  }
  scenario.parameters = loaded.parameters;
  scenario.parameter_table = std::move(loaded.table);
}

void read_population_of(TomlFields& fields, const FindText& find, Problems& problems,
                        Scenario& scenario) {
  if (fields.has_table("population")) {
    read_own_population(fields, find, problems, scenario);
    return;
  }
  follow(fields, "population", InputKind::population, find, problems,
         scenario.municipality ? "national_target_group" : "", [&](const InputText& text) {
           scenario.population = read_population(text, problems);
           if (!scenario.population.own_frailty) return;
           fields.refuse("population", {"fault.own_without_file"}, {"remedy.own_without_file"});
         });
}

bool has_strategy(const Scenario& scenario, const std::string& id) {
  return id == scenario.baseline.id ||
         std::any_of(scenario.strategies.begin(), scenario.strategies.end(),
                     [&](const Strategy& other) { return other.id == id; });
}

/// The shipped strategy whose caseload is nearest to the municipality's.
template <class Read>
void take_nearest(const std::vector<std::string>& shipped, const Read& read, Scenario& scenario) {
  std::vector<Strategy> all;
  for (const std::string& id : shipped) {
    if (auto strategy = read(id)) all.push_back(*std::move(strategy));
  }
  if (all.empty()) return;
  scenario.strategies = {nearest_strategy(all, *scenario.municipality)};
  scenario.municipality->nearest_strategy = scenario.strategies.front().id;
}

void read_strategies(TomlFields& fields, const FindText& find, const OtherStrategies& others,
                     Problems& problems, Scenario& scenario) {
  std::vector<std::string> references;
  const bool may_choose = scenario.municipality.has_value();
  fields.texts("strategies", references, may_choose ? Need::optional : Need::required);
  if (others.instead) references = *others.instead;
  const bool was_chosen = may_choose && !fields.has("strategies");
  const std::size_t most = most_strategies - scenario.comparison.present_practice.has_value();
  if (references.size() > most) {
    fields.refuse("strategies", {"fault.strategies", references.size()}, {"remedy.most", most});
    return;
  }
  const auto read = [&](const std::string& reference) -> std::optional<Strategy> {
    const auto text = find(InputKind::strategy, reference, fields.line("strategies"), problems);
    if (!text) return std::nullopt;
    return read_strategy(*text, find.base, problems);
  };
  if (was_chosen && references.empty()) {
    take_nearest(others.shipped, read, scenario);
    return;
  }
  for (const std::string& reference : references) {
    std::optional<Strategy> strategy = read(reference);
    if (!strategy) continue;
    if (!strategy->id.empty() && has_strategy(scenario, strategy->id)) {
      fields.refuse("strategies", {"fault.strategy_twice", strategy->id},
                    {"remedy.strategy_twice"});
    }
    scenario.strategies.push_back(*std::move(strategy));
  }
  if (was_chosen && scenario.strategies.size() == 1) {
    scenario.municipality->nearest_strategy = scenario.strategies.front().id;
  }
  for (const std::string& reference : others.more) {
    std::optional<Strategy> strategy = read(reference);
    if (!strategy || has_strategy(scenario, strategy->id)) continue;
    scenario.strategies.push_back(*std::move(strategy));
  }
}

/// The strategies that were run, whether or not the scenario's own text names them.
std::optional<std::vector<std::string>> strategies_in(const InputTexts& texts) {
  std::vector<std::string> names;
  const auto is_stored = [&](const std::string& name) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const auto& text) { return text.first == name; });
  };
  while (true) {
    std::string name = text_name(InputKind::strategy, names.size() + 1);
    if (!is_stored(name)) break;
    names.push_back(std::move(name));
  }
  if (names.empty()) return std::nullopt;
  return names;
}

}  // namespace

Scenario read_scenario(const InputText& input, const FindText& find, Problems& problems,
                       const OtherStrategies& others) {
  Scenario scenario;
  scenario.file = input.file;
  scenario.text = input.text;
  const auto table = parse_toml_input(input, problems);
  if (!table) return scenario;
  TomlFields fields{*table, input.file, problems};
  read_municipality(fields, find, problems, scenario);
  const Need need = scenario.municipality ? Need::optional : Need::required;
  read_scenario_titles(fields, scenario);
  read_settings(fields, scenario);
  read_break_even(fields, scenario);
  read_cohort(fields, scenario);
  if (auto mechanisms = fields.table("mechanisms", Need::optional)) {
    read_mechanisms(*mechanisms, scenario);
  }
  read_population_of(fields, find, problems, scenario);
  read_parameters_of(fields, find, problems, need, scenario);
  const std::size_t before_catalogue = problems.size();
  read_catalogue_of(fields, find, problems, need, scenario.catalogue);
  const bool has_catalogue =
      problems.size() == before_catalogue && !scenario.catalogue.rules.empty();
  if (scenario.municipality) set_years_of(*scenario.municipality, scenario);
  read_law(fields, scenario.catalogue);
  if (has_catalogue) settle_law(fields, scenario.catalogue);
  scenario.warnings = warnings_of_own_prices(scenario.catalogue, scenario.catalogue.price_level);
  if (const auto text = text_beside(fields, InputKind::evidence, "evidence", find, problems)) {
    scenario.evidence = read_evidence_rule(*text, problems);
  }
  if (const auto text = find(InputKind::baseline, "baseline", 0, problems)) {
    scenario.baseline = read_strategy(*text, find.base, problems);
  }
  scenario.comparison = read_comparison(fields, find, problems);
  read_strategies(fields, find, others, problems, scenario);
  if (scenario.comparison.present_practice) {
    settle_effects(*scenario.comparison.present_practice, scenario.evidence);
  }
  for (Strategy& strategy : scenario.strategies) settle_effects(strategy, scenario.evidence);
  set_own_numbers(fields, scenario);
  scenario.own_order = read_own_order(fields, scenario.warnings);
  if (has_catalogue) require_known_functions(scenario, problems);
  // Of a scenario that is read in part its inputs are not all there.
  if (fields.has("inputs") && problems.empty()) read_own_inputs(fields, scenario);
  fields.has_optional("inputs");
  if (!fields.has("families_per_draw")) {
    scenario.families_per_draw = usual_families_per_draw(scenario);
  }
  fields.finish();
  if (auto fault = fault_of_size(scenario)) {
    fault->file = input.file;
    fault->line = fields.line(fault->name);
    problems.push_back(std::move(*fault));
  }
  return scenario;
}

Scenario load_scenario(const std::filesystem::path& file,
                       const std::filesystem::path& shipped_folder, Strategies strategies) {
  Problems problems;
  OtherStrategies others{.shipped = shipped_strategies(shipped_folder)};
  if (strategies == Strategies::all_shipped) others.instead = others.shipped;
  if (strategies == Strategies::with_shipped) others.more = others.shipped;
  const InputText input = read_input(file);
  Scenario scenario = read_scenario(input, find_on_disk(file, shipped_folder), problems, others);
  tell_other_kind(input, InputKind::scenario, problems);
  throw_if_any(std::move(problems));
  return scenario;
}

Scenario load_scenario(const InputTexts& texts) {
  if (texts.empty()) {
    throw InputError(
        Problem{text_name(InputKind::scenario), 0, "", {"fault.no_texts"}, {"remedy.from_files"}});
  }
  Problems problems;
  Scenario scenario =
      read_scenario({texts.front().first, texts.front().second}, find_in_texts(texts), problems,
                    {.instead = strategies_in(texts)});
  throw_if_any(std::move(problems));
  return scenario;
}

InputTexts input_texts(const Scenario& scenario) {
  InputTexts texts{
      {text_name(InputKind::scenario), scenario.text},
      {text_name(InputKind::population), scenario.population.text},
      {text_name(InputKind::parameters), scenario.parameter_table.text},
      {text_name(InputKind::prices), scenario.catalogue.text},
      {text_name(InputKind::payer_rules), scenario.catalogue.rules_text},
      {text_name(InputKind::rates), scenario.catalogue.rates.text},
      {text_name(InputKind::indices), scenario.catalogue.indices.text},
      {text_name(InputKind::evidence), scenario.evidence.text},
  };
  const Catalogue& catalogue = scenario.catalogue;
  const std::array laid_over{std::pair{InputKind::own_prices, &catalogue.own},
                             std::pair{InputKind::own_rates, &catalogue.rates.own},
                             std::pair{InputKind::own_indices, &catalogue.indices.own}};
  for (const auto& [kind, own] : laid_over) {
    for (std::size_t i = 0; i < own->texts.size(); ++i) {
      texts.emplace_back(text_name(kind, i + 1), own->texts[i]);
    }
  }
  if (scenario.own_families) {
    texts.emplace_back(text_name(InputKind::own_families), scenario.own_families->text);
  }
  if (!scenario.municipalities_text.empty()) {
    texts.emplace_back(text_name(InputKind::municipalities), scenario.municipalities_text);
  }
  append_texts(text_name(InputKind::baseline), scenario.baseline, texts);
  for (std::size_t i = 0; i < scenario.strategies.size(); ++i) {
    append_texts(text_name(InputKind::strategy, i + 1), scenario.strategies[i], texts);
  }
  if (const auto& present = scenario.comparison.present_practice) {
    append_texts(text_name(InputKind::present_practice), *present, texts);
  }
  return texts;
}

}  // namespace samspil
