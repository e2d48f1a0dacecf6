#include "model/costs/ledger.hpp"

namespace samspil {

void post_year(int year, const ServiceUse& use, std::span<const Ore> programme,
               const Catalogue& catalogue, const PriceTable& prices, Ledger& ledger) {
  for (const CatalogueRow& row : catalogue.rows) {
    const std::size_t line = index_of(row.service);
    Ore gross_price = 0;
    for (const Ore price : prices[line]) gross_price += price;
    for (std::size_t payer = 0; payer < payer_count; ++payer) {
      ledger.push_back({year, row.department, static_cast<Payer>(payer), row.account_type, line,
                        use[line], use[line] * gross_price, use[line] * prices[line][payer]});
    }
  }
  for (std::size_t item = 0; item < programme.size(); ++item) {
    ledger.push_back({year, Department::coordination, Payer::municipality, AccountType::service,
                      service_count + item, programme[item], programme[item], programme[item]});
  }
}

}  // namespace samspil
