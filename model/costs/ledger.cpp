#include "model/costs/ledger.hpp"

#include <stdexcept>

#include "model/costs/settlement.hpp"

namespace samspil {
namespace {

void post_service(int year, const CatalogueRow& row, const ServiceUse& use,
                  const PriceTable& prices, Ledger& ledger) {
  const std::size_t line = index_of(row.service);
  PayerPrices paid{};
  Ore gross = 0;
  for (RuleState state = 0; state < rule_state_count; ++state) {
    for (std::size_t payer = 0; payer < payer_count; ++payer) {
      const Ore part = use.in_state[line][state] * prices[line][state][payer];
      paid[payer] += part;
      gross += part;
    }
  }
  for (std::size_t payer = 0; payer < payer_count; ++payer) {
    ledger.push_back({year, row.department, static_cast<Payer>(payer), row.account_type, line,
                      use[line], gross, paid[payer]});
  }
}

void post_settlement(int year, Settlement settlement, Ore paid, Ledger& ledger) {
  Settlements alone{};
  alone[index_of(settlement)] = paid;
  const PayerPrices cost = cost_of(alone);
  for (const Payer payer : {Payer::municipality, Payer::state}) {
    ledger.push_back({year, department_of(settlement), payer, AccountType::revenue,
                      first_settlement_line + index_of(settlement), 0, 0, cost[index_of(payer)]});
  }
}

/// One programme item: a quarter of what is shared to each of four departments, the rest to
/// coordination.
void post_programme(int year, std::size_t line, Ore amount, Ore shared, Ledger& ledger) {
  const auto post = [&](Department department, Ore part) {
    ledger.push_back(
        {year, department, Payer::municipality, AccountType::service, line, part, part, part});
  };
  const Ore quarter = shared / 4;
  post(Department::coordination, amount - 4 * quarter);
  for (const Department department : {Department::child_family, Department::adult_social,
                                      Department::employment, Department::school_daycare}) {
    post(department, quarter);
  }
}

}  // namespace

Ledger& operator+=(Ledger& to, const Ledger& more) {
  if (to.size() != more.size()) {
    throw std::logic_error("ledgers of other years or catalogues do not add up");
  }
  for (std::size_t i = 0; i < to.size(); ++i) {
    to[i].units += more[i].units;
    to[i].gross += more[i].gross;
    to[i].amount += more[i].amount;
  }
  return to;
}

Department department_of(Settlement settlement) noexcept {
  switch (settlement) {
    case Settlement::expensive_children:
      return Department::child_family;
    case Settlement::expensive_adults:
      return Department::adult_social;
    case Settlement::budget_guarantee:
      return Department::block_grant;
  }
  return Department::block_grant;
}

void post_year(int year, const YearUse& what, const Catalogue& catalogue, const PriceTable& prices,
               Ledger& ledger) {
  for (const CatalogueRow& row : catalogue.rows) {
    post_service(year, row, what.use, prices, ledger);
  }
  for (std::size_t i = 0; i < settlement_count; ++i) {
    post_settlement(year, static_cast<Settlement>(i), what.settlements[i], ledger);
  }
  for (std::size_t item = 0; item < what.programme.size(); ++item) {
    const Ore shared = item < what.shared.size() ? what.shared[item] : 0;
    post_programme(year, first_programme_line + item, what.programme[item], shared, ledger);
  }
}

}  // namespace samspil
