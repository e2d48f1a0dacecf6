/// \file
/// Use of services and programme cost as ledger cells, of which every money table is a sum. Knows
/// no arm, no draw and no comparison.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "model/costs/prices.hpp"

namespace samspil {

/// What one payer paid for one line of one department's accounts in one year.
struct LedgerCell {
  int year = 1;  ///< Budget year, from 1.
  Department department{};
  Payer payer{};
  AccountType account_type{};
  std::size_t line = 0;  ///< A service, or service_count + the number of a programme item.
  Hundredths units = 0;  ///< [hundredths of the line's unit]; programme lines: one unit = 1 kr.
  Ore gross = 0;         ///< All payers of this line and year; the same in each payer's cell.
  Ore amount = 0;        ///< This payer's part.

  friend bool operator==(const LedgerCell&, const LedgerCell&) = default;
};

using Ledger = std::vector<LedgerCell>;

constexpr bool is_programme(const LedgerCell& cell) noexcept { return cell.line >= service_count; }

/// Posts one year: every service by all four payers, every programme item [øre] to the
/// municipality's own department for coordination. Σ payers = gross on every line.
void post_year(int year, const ServiceUse& use, std::span<const Ore> programme,
               const Catalogue& catalogue, const PriceTable& prices, Ledger& ledger);

}  // namespace samspil
