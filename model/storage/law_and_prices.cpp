#include "model/storage/law_and_prices.hpp"

#include <fmt/format.h>

#include "model/costs/indices.hpp"

namespace samspil {
namespace {

/// The functions whose prices are at the level of the municipality's own accounts.
std::string matched_accounts(const OwnOrder& own) {
  std::string list;
  for (const OwnAccount& account : own.accounts) {
    if (own.match) list += (list.empty() ? "" : "; ") + account.function;
  }
  return list.empty() ? "none" : list;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> law_and_prices(const Scenario& scenario) {
  const Catalogue& catalogue = scenario.catalogue;
  const PriceMoves moves = count_moves(catalogue);
  std::vector<std::pair<std::string, std::string>> all{
      {"population_year", std::to_string(calendar_year(scenario, 0))},
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
  all.emplace_back("matched_accounts", matched_accounts(scenario.own_order));
  all.emplace_back("discount_rate", discount_rate_text(scenario));
  all.emplace_back("discount_timing", timing_names[index_of(scenario.discount_timing)]);
  return all;
}

std::string discount_rate_text(const Scenario& scenario) {
  return scenario.discount_rate ? fmt::format("{}", *scenario.discount_rate) : "fm";
}

}  // namespace samspil
