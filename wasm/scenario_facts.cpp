#include "wasm/scenario_facts.hpp"

#include <nlohmann/json.hpp>

#include "model/core/checksum.hpp"
#include "model/result/values.hpp"
#include "model/simulation/ground.hpp"

namespace samspil {

std::uint64_t people_of(const Scenario& scenario) {
  std::uint64_t hash = fnv1a("");
  const auto add = [&](std::string_view text) { hash = fnv1a_of_text(text, hash); };
  add(scenario.population.text);
  add(scenario.parameter_table.text);
  add(std::to_string(scenario.seed));
  for (const bool is_on : scenario.mechanisms) add(is_on ? "on" : "off");
  for (const ParameterRow& row : scenario.parameter_table.rows) {
    if (row.quantity.grade == Grade::own) add(row.name + " " + std::to_string(row.quantity.value));
  }
  for (const Margin& margin : scenario.population.margins) {
    if (margin.target.grade == Grade::own) {
      add(margin.name + " " + std::to_string(margin.target.value));
    }
  }
  return hash;
}

std::uint64_t priced_people_of(const Scenario& scenario) {
  std::uint64_t hash = people_of(scenario);
  const Catalogue& catalogue = scenario.catalogue;
  const auto add = [&](std::string_view text) { hash = fnv1a_of_text(text, hash); };
  for (const std::string* text :
       {&catalogue.text, &catalogue.rules_text, &catalogue.rates.text, &catalogue.indices.text}) {
    add(*text);
  }
  for (const CatalogueRow& row : catalogue.rows) add(std::to_string(row.price.value));
  add(std::to_string(catalogue.municipal_tax.value_or(0)));
  const Law& law = catalogue.law;
  for (const int number : {law.year, static_cast<int>(law.health), static_cast<int>(law.rollout),
                           catalogue.price_level}) {
    add(std::to_string(number));
  }
  return hash;
}

Json about(const Scenario& scenario) {
  return {{"strategies", list_of(scenario.strategies,
                                 [](const Strategy& strategy) -> Json {
                                   return {{"id", strategy.id},
                                           {"title", strategy.title_en},
                                           {"title_da", strategy.title_da},
                                           {"tried_on", strategy.tried_on_en},
                                           {"tried_on_da", strategy.tried_on_da},
                                           {"caseload", strategy.levers.caseload.value},
                                           {"wage", strategy.levers.wage.value}};
                                 })},
          {"first_year", calendar_year(scenario, 1)}};
}

Scenario lean(Scenario scenario) {
  for (std::string* text :
       {&scenario.text, &scenario.population.text, &scenario.parameter_table.text,
        &scenario.catalogue.text, &scenario.catalogue.rules_text, &scenario.catalogue.rates.text,
        &scenario.catalogue.indices.text, &scenario.evidence.text, &scenario.municipalities_text,
        &scenario.baseline.text}) {
    text->clear();
  }
  for (Strategy& strategy : scenario.strategies) {
    strategy.text.clear();
    strategy.base_texts.clear();
  }
  for (ParameterRow& row : scenario.parameter_table.rows) {
    row.quantity.source.clear();
    row.quantity.source_da.clear();
  }
  for (CatalogueRow& row : scenario.catalogue.rows) {
    row.price.source.clear();
    row.price.source_da.clear();
  }
  return scenario;
}

}  // namespace samspil
