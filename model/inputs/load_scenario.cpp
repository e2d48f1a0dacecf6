#include <fmt/core.h>

#include <algorithm>

#include "model/inputs/load_toml.hpp"

namespace samspil {
namespace {

constexpr double largest_seed = 4294967295.0;  // 32 bits: a word of the random key

/// All mechanisms but wellbeing, whose latent scores carry no measured or derived number.
Mechanisms default_mechanisms() noexcept {
  Mechanisms on{};
  on.fill(true);
  on[index_of(Mechanism::wellbeing)] = false;
  return on;
}

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

void read_settings(TomlFields& fields, Scenario& scenario) {
  fields.text("title_da", scenario.title_da);
  fields.text("title_en", scenario.title_en);
  fields.whole("years", scenario.years, {1, 20}, Need::optional);
  fields.whole("seed", scenario.seed, {0, largest_seed}, Need::optional);
  fields.whole("draws", scenario.draws, {1, 1e6}, Need::optional);
  fields.whole("families", scenario.families, {0, 1e7}, Need::optional);
  fields.whole("law_year", scenario.law_year, any_year, Need::optional);
  fields.number("discount_rate", scenario.discount_rate, any_share, Need::optional);
}

/// Finds and reads what `key` refers to.
template <class Read>
void follow(TomlFields& fields, std::string_view key, InputKind kind, const FindText& find,
            Problems& problems, const Read& read) {
  std::string reference;
  if (!fields.text(key, reference)) return;
  if (const auto text = find(kind, reference, fields.line(key), problems)) read(*text);
}

void read_catalogue_of(TomlFields& fields, const FindText& find, Problems& problems,
                       Catalogue& catalogue) {
  std::string rules = "payer_rules";
  fields.text("payer_rules", rules, Need::optional);
  const auto rules_text = find(InputKind::payer_rules, rules, fields.line("payer_rules"), problems);
  follow(fields, "prices", InputKind::prices, find, problems, [&](const InputText& prices) {
    if (rules_text) catalogue = read_catalogue(prices, *rules_text, problems);
  });
}

void read_strategies(TomlFields& fields, const FindText& find, Problems& problems,
                     Scenario& scenario) {
  std::vector<std::string> references;
  fields.texts("strategies", references);
  for (const std::string& reference : references) {
    const auto text = find(InputKind::strategy, reference, fields.line("strategies"), problems);
    if (!text) continue;
    Strategy strategy = read_strategy(*text, problems);
    const bool twice = strategy.id == scenario.baseline.id ||
                       std::any_of(scenario.strategies.begin(), scenario.strategies.end(),
                                   [&](const Strategy& other) { return other.id == strategy.id; });
    if (twice && !strategy.id.empty()) {
      fields.refuse("strategies", fmt::format("the strategy '{}' stands twice", strategy.id),
                    "name each strategy once; the baseline is always there");
    }
    scenario.strategies.push_back(std::move(strategy));
  }
}

/// The law year must have a value in every payer rule that a price uses.
void check_law_year(TomlFields& fields, const Scenario& scenario) {
  for (const CatalogueRow& row : scenario.catalogue.rows) {
    const PayerRule& rule = scenario.catalogue.rules[row.payer_rule];
    for (RuleState state = 0; state < rule_state_names(rule.kind).size(); ++state) {
      const RuleShares& known = rule.in_force(state, scenario.law_year);
      if (known.valid_from <= scenario.law_year && scenario.law_year <= known.valid_to) continue;
      fields.refuse(
          "law_year",
          fmt::format("{} has no values in the payer rule '{}'", scenario.law_year, rule.name),
          fmt::format("use a year from {} to {}", known.valid_from, known.valid_to));
      return;
    }
  }
}

}  // namespace

Scenario read_scenario(const InputText& input, const FindText& find, Problems& problems) {
  Scenario scenario;
  scenario.file = input.file;
  scenario.text = input.text;
  scenario.mechanisms = default_mechanisms();
  const std::size_t faults = problems.size();
  const toml::table table = parse_toml_input(input, problems);
  if (table.empty() && problems.size() > faults) return scenario;
  TomlFields fields{table, input.file, "", problems};
  read_settings(fields, scenario);
  if (auto mechanisms = fields.table("mechanisms", Need::optional)) {
    read_mechanisms(*mechanisms, scenario);
  }
  follow(fields, "population", InputKind::population, find, problems,
         [&](const InputText& text) { scenario.population = read_population(text, problems); });
  follow(fields, "parameters", InputKind::parameters, find, problems, [&](const InputText& text) {
    LoadedParameters loaded = read_parameters(text, problems);
    scenario.parameters = loaded.parameters;
    scenario.parameter_table = std::move(loaded.table);
  });
  const std::size_t before_catalogue = problems.size();
  read_catalogue_of(fields, find, problems, scenario.catalogue);
  const bool has_catalogue = problems.size() == before_catalogue;
  scenario.catalogue.law.year = scenario.law_year;
  if (has_catalogue && !scenario.catalogue.rules.empty()) check_law_year(fields, scenario);
  if (const auto text = find(InputKind::baseline, "baseline", 0, problems)) {
    scenario.baseline = read_strategy(*text, problems);
  }
  read_strategies(fields, find, problems, scenario);
  fields.finish();
  return scenario;
}

Scenario load_scenario(const std::filesystem::path& file,
                       const std::filesystem::path& shipped_folder) {
  Problems problems;
  Scenario scenario = read_scenario(read_input(file), find_on_disk(file, shipped_folder), problems);
  throw_if_any(std::move(problems));
  return scenario;
}

Scenario load_scenario(const InputTexts& texts) {
  if (texts.empty()) {
    throw InputError(Problem{text_name(InputKind::scenario), 0, "", "no input texts are stored",
                             "run the scenario from its files"});
  }
  Problems problems;
  Scenario scenario =
      read_scenario({texts.front().first, texts.front().second}, find_in_texts(texts), problems);
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
      {text_name(InputKind::baseline), scenario.baseline.text},
  };
  for (std::size_t i = 0; i < scenario.strategies.size(); ++i) {
    texts.emplace_back(text_name(InputKind::strategy, i + 1), scenario.strategies[i].text);
  }
  return texts;
}

}  // namespace samspil
