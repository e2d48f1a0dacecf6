#include "model/costs/prices.hpp"

#include "model/costs/indices.hpp"

namespace samspil {
namespace {

Ore rounded(double value) noexcept { return static_cast<Ore>(value + (value < 0 ? -0.5 : 0.5)); }

/// The municipality's part of a tax follows its own rate; what the state gets does not.
void tax_at_own_rate(const RuleShares& row, double rate, PayerPrices& split) noexcept {
  Ore& part = split[index_of(Payer::municipality)];
  part = rounded(static_cast<double>(part) * rate / row.at_tax_rate);
}

}  // namespace

PayerPrices split_price(Ore gross, const Shares& shares) noexcept {
  PayerPrices prices{};
  Ore left = gross;
  for (const Payer payer : {Payer::region, Payer::state, Payer::citizen}) {
    const std::size_t i = index_of(payer);
    prices[i] = rounded(static_cast<double>(gross) * shares[i]);
    left -= prices[i];
  }
  prices[index_of(Payer::municipality)] = left;
  return prices;
}

Shares shares_in_force(const PayerRule& rule, RuleState state, const Law& law, double price) {
  const RuleShares& row = rule.in_force(state, law.year);
  Shares shares = row.shares;
  if (rule.kind != RuleKind::health) return shares;
  double& municipality = shares[index_of(Payer::municipality)];
  double kept = municipality;
  if (law.health == HealthCofinancing::frozen) kept = 0;
  if (row.municipality_most > 0 && kept * price > row.municipality_most) {
    kept = row.municipality_most / price;
  }
  shares[index_of(Payer::region)] += municipality - kept;
  municipality = kept;
  return shares;
}

PriceTable split_prices(const Catalogue& catalogue) {
  PriceTable table{};
  const PriceLevel level{catalogue};
  for (const CatalogueRow& row : catalogue.rows) {
    const Ore sign = row.account_type == AccountType::revenue ? -1 : 1;
    const PayerRule& rule = catalogue.rules[row.payer_rule];
    const double price = level.price(row);
    for (RuleState state = 0; state < rule_state_count; ++state) {
      PayerPrices& split = table[index_of(row.service)][state];
      split =
          split_price(sign * rounded(price), shares_in_force(rule, state, catalogue.law, price));
      if (rule.kind != RuleKind::income_tax || !catalogue.municipal_tax) continue;
      tax_at_own_rate(rule.in_force(state, catalogue.law.year), *catalogue.municipal_tax, split);
    }
  }
  return table;
}

void add_cost_of(std::size_t service, const ServiceUse& use, const PriceTable& prices,
                 PayerPrices& cost) noexcept {
  for (std::size_t state = 0; state < rule_state_count; ++state) {
    const Hundredths quantity = use.in_state[service][state];
    if (quantity == 0) continue;  // as most are
    for (std::size_t payer = 0; payer < payer_count; ++payer) {
      cost[payer] += quantity * prices[service][state][payer];
    }
  }
}

PayerPrices cost_of(const ServiceUse& use, const PriceTable& prices) noexcept {
  PayerPrices cost{};
  for (std::size_t s = 0; s < service_count; ++s) add_cost_of(s, use, prices, cost);
  return cost;
}

}  // namespace samspil
