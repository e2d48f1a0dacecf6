#include "model/report/law_and_prices.hpp"

#include <set>

#include "model/costs/indices.hpp"

namespace samspil {
namespace {

/// "2013, 2019, 2024": the levels that prices keep.
std::string own_levels(const Catalogue& catalogue, const PriceMoves& moves) {
  std::set<int> years;
  for (const Service service : moves.own_level) {
    years.insert(catalogue.rows[index_of(service)].price_level);
  }
  std::string list;
  for (const int year : years) list += fmt::format("{}{}", list.empty() ? "" : ", ", year);
  return list;
}

std::string prices_sentence(const Scenario& scenario, Language language) {
  const PriceMoves moves = count_moves(scenario.catalogue);
  std::string text = say(language, "run.prices_as_written", moves.as_written);
  for (std::size_t i = 0; i < price_index_count; ++i) {
    if (moves.moved_by[i] == 0) continue;
    text += "; " +
            say(language, "run.prices_moved", labels(language).price_indices[i], moves.moved_by[i]);
  }
  if (!moves.own_level.empty()) {
    text += "; " + say(language, "run.prices_own_level", own_levels(scenario.catalogue, moves),
                       moves.own_level.size());
  }
  return text + '.';
}

}  // namespace

void write_law_and_prices(Page& page, const Scenario& scenario, Language language) {
  const Law& law = scenario.catalogue.law;
  page.sentence(prices_sentence(scenario, language));
  const bool is_local = law.rollout == Rollout::local;
  const bool is_frozen = law.health == HealthCofinancing::frozen;
  page.sentence(say(language, is_local ? Key{"run.rollout_local"} : Key{"run.rollout_national"}) +
                ' ' +
                say(language, is_frozen ? Key{"run.health_frozen"} : Key{"run.health_by_shares"}));
  const std::string warning = last_known_warning(scenario, language);
  if (!warning.empty()) page.sentence(warning);
}

std::string last_known_warning(const Scenario& scenario, Language language) {
  const Catalogue& catalogue = scenario.catalogue;
  if (catalogue.law.last_known.empty()) return {};
  return say(language, "run.last_known_warning", catalogue.law.year, catalogue.price_level,
             list_of(catalogue.law.last_known));
}

void write_own_levels(Page& page, const Scenario& scenario, Language language) {
  const Catalogue& catalogue = scenario.catalogue;
  const PriceMoves moves = count_moves(catalogue);
  if (moves.own_level.empty()) return;
  page.heading(say(language, "run.detail_own_level", catalogue.price_level));
  for (const Service service : moves.own_level) {
    const CatalogueRow& row = catalogue.rows[index_of(service)];
    page.sentence(say(language, "run.own_level_row", labels(language).services[index_of(service)],
                      row.price_level, labels(language).price_indices[index_of(row.index)]),
                  2);
  }
}

std::vector<std::pair<std::string, std::string>> law_and_prices(const Scenario& scenario) {
  const Catalogue& catalogue = scenario.catalogue;
  const PriceMoves moves = count_moves(catalogue);
  std::vector<std::pair<std::string, std::string>> all{
      {"population_year", std::to_string(scenario.population.year)},
      {"law_year", std::to_string(catalogue.law.year)},
      {"rollout", std::string{rollout_names[index_of(catalogue.law.rollout)]}},
      {"health_cofinancing", std::string{health_cofinancing_names[index_of(catalogue.law.health)]}},
      {"last_known", catalogue.law.last_known.empty() ? "none" : list_of(catalogue.law.last_known)},
      {"price_level", std::to_string(catalogue.price_level)},
      {"as_written", std::to_string(moves.as_written)}};
  for (std::size_t i = 0; i < price_index_count; ++i) {
    if (static_cast<PriceIndex>(i) == PriceIndex::none) continue;
    all.emplace_back(price_index_names[i], std::to_string(moves.moved_by[i]));
  }
  all.emplace_back("own_level", std::to_string(moves.own_level.size()));
  all.emplace_back("discount_rate", discount_rate_text(scenario));
  all.emplace_back("discount_timing", timing_names[index_of(scenario.discount_timing)]);
  return all;
}

std::string discount_rate_text(const Scenario& scenario) {
  return scenario.discount_rate ? fmt::format("{}", *scenario.discount_rate) : "fm";
}

}  // namespace samspil
