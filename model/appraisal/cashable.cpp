#include "model/appraisal/cashable.hpp"

#include <cmath>

#include "model/core/calendar.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

/// A share of a sum in whole øre. The share is exact to a millionth, and 1 is the whole sum.
Ore share_of(Ore sum, double share) noexcept {
  constexpr Ore one = 1'000'000;
  return samspil::share_of(sum, std::llround(share * one), one);
}

/// Savings on one row of the price list, as they reach the budget.
class Saver {
 public:
  Saver(CashableResult& result, const CatalogueRow& row) : result_{result}, row_{row} {}

  void save(const LedgerCell& cell, Ore saved) {
    const Ore cashable = share_of(saved, row_.cashable_share);
    at(result_.not_cashable, cell.year, cell) += saved - cashable;
    const int years = row_.lag_months / months_per_year;
    const int months = row_.lag_months % months_per_year;
    const Ore next = share_of(cashable, static_cast<double>(months) / months_per_year);
    take_out(cell, cell.year + years, cashable - next);
    take_out(cell, cell.year + years + 1, next);
  }

 private:
  static Ore& at(MoneyTable& table, int year, const LedgerCell& cell) noexcept {
    return table.at(year, cell.department, cell.payer);
  }
  void take_out(const LedgerCell& cell, int year, Ore amount) {
    const bool within = year <= result_.net_result.years();
    at(within ? result_.net_result : result_.after_horizon, within ? year : cell.year, cell) +=
        amount;
  }

  CashableResult& result_;
  const CatalogueRow& row_;
};

}  // namespace

CashableResult cashable_result(const Appraisal& appraisal, const Catalogue& catalogue,
                               std::size_t arm) {
  const MoneyTable none{appraisal.years};
  CashableResult result{none, none, none};
  const Ledger& reference = appraisal.reference_of(arm);
  for (std::size_t i = 0; i < reference.size(); ++i) {
    const LedgerCell& cell = reference[i];
    if (is_shown_apart(cell)) continue;
    const Ore saved = cell.amount - appraisal.ledgers[arm][i].amount;
    const bool has_price = cell.line < service_count;
    if (saved > 0 && has_price && cell.payer != Payer::citizen) {
      Saver{result, catalogue.rows[cell.line]}.save(cell, saved);
    } else {
      result.net_result.at(cell.year, cell.department, cell.payer) += saved;
    }
  }
  return result;
}

double share_in_budget(const CatalogueRow& row, int year, int years) noexcept {
  const int whole_years = row.lag_months / months_per_year;
  const double later = static_cast<double>(row.lag_months % months_per_year) / months_per_year;
  double within = 0;
  if (year + whole_years <= years) within += 1 - later;
  if (year + whole_years + 1 <= years) within += later;
  return row.cashable_share * within;
}

std::array<FreedHours, casework_count> freed_hours(const Appraisal& appraisal, std::size_t arm) {
  std::array<FreedHours, casework_count> freed;
  const Ledger& reference = appraisal.reference_of(arm);
  for (std::size_t kind = 0; kind < casework_count; ++kind) {
    const std::size_t line = index_of(service_of(static_cast<Casework>(kind)));
    const auto years = static_cast<std::size_t>(appraisal.years);
    freed[kind] = {std::vector<Hundredths>(years), std::vector<Ore>(years)};
    for (std::size_t i = 0; i < reference.size(); ++i) {
      const LedgerCell& cell = reference[i];
      if (cell.line != line || cell.payer != Payer::municipality) continue;
      const LedgerCell& own = appraisal.ledgers[arm][i];
      const auto year = static_cast<std::size_t>(cell.year - 1);
      freed[kind].hours[year] += cell.units - own.units;
      freed[kind].kroner[year] += cell.amount - own.amount;
    }
  }
  return freed;
}

}  // namespace samspil
