#include "model/appraisal/own_prices.hpp"

#include <array>

namespace samspil {

OwnPrices own_prices(const Report& report) {
  std::array<Ore, service_count> cost{};
  for (const LedgerCell& cell : report.appraisal.ledgers.front()) {
    if (!is_programme(cell) && !is_settlement(cell)) cost[cell.line] += cell.amount;
  }
  OwnPrices own;
  double all = 0, carried = 0;
  for (const CatalogueRow& row : report.scenario.catalogue.rows) {
    const Ore amount = cost[index_of(row.service)];
    const double kroner = amount > 0 ? as_kroner(amount) : 0.0;  // a revenue is no cost
    all += kroner;
    if (row.price.grade != Grade::own) continue;
    ++own.count;
    carried += kroner;
  }
  own.cost_share = all > 0 ? carried / all : 0.0;
  return own;
}

}  // namespace samspil
