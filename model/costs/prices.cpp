#include "model/costs/prices.hpp"

namespace samspil {
namespace {

Ore rounded(double value) noexcept { return static_cast<Ore>(value + (value < 0 ? -0.5 : 0.5)); }

}  // namespace

PayerPrices split_price(Ore gross, const PayerRule& rule) noexcept {
  PayerPrices prices{};
  Ore left = gross;
  for (const Payer payer : {Payer::region, Payer::state, Payer::citizen}) {
    const std::size_t i = index_of(payer);
    prices[i] = rounded(static_cast<double>(gross) * rule.shares[i]);
    left -= prices[i];
  }
  prices[index_of(Payer::municipality)] = left;
  return prices;
}

PriceTable split_prices(const Catalogue& catalogue) noexcept {
  PriceTable table{};
  for (const CatalogueRow& row : catalogue.rows) {
    const Ore sign = row.account_type == AccountType::revenue ? -1 : 1;
    table[index_of(row.service)] =
        split_price(sign * rounded(row.price.value), catalogue.rules[row.payer_rule]);
  }
  return table;
}

PayerPrices cost_of(const ServiceUse& use, const PriceTable& prices) noexcept {
  PayerPrices cost{};
  for (std::size_t s = 0; s < service_count; ++s) {
    for (std::size_t payer = 0; payer < payer_count; ++payer) {
      cost[payer] += use[s] * prices[s][payer];
    }
  }
  return cost;
}

}  // namespace samspil
