#include "model/costs/own_accounts.hpp"

#include "model/costs/indices.hpp"

namespace samspil {

Ore paid_under(const std::string& function, const Ledger& ledger, const Catalogue& catalogue) {
  if (function == "-") return 0;  // what stands under none
  Ore sum = 0;
  for (const LedgerCell& cell : ledger) {
    if (is_programme(cell) || is_settlement(cell)) continue;
    const bool is_its = cell.year == 1 && cell.payer == Payer::municipality &&
                        catalogue.rows[cell.line].account_function == function;
    if (is_its) sum += cell.amount;
  }
  return sum;
}

AccountAtLevel at_level_of_run(const OwnAccount& account, const Catalogue& catalogue) {
  CatalogueRow row;
  row.price.value = account.amount;
  row.price_level = account.year;
  row.index = PriceIndex::pl;
  const PriceLevel level{catalogue};
  return {level.price(row), level.move_of(row) != PriceMove::own_level};
}

}  // namespace samspil
