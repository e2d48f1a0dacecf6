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
  /// A service; from first_settlement_line on a Settlement; from first_programme_line on the number
  /// of a programme item.
  std::size_t line = 0;
  Hundredths units = 0;  ///< [hundredths of the line's unit]; programme lines: one unit = 1 kr.
  Ore gross = 0;         ///< All payers of this line, department and year, in each payer's cell.
  Ore amount = 0;        ///< This payer's part.

  friend bool operator==(const LedgerCell&, const LedgerCell&) = default;
};

using Ledger = std::vector<LedgerCell>;

inline constexpr std::size_t first_settlement_line = service_count;
inline constexpr std::size_t first_programme_line = first_settlement_line + settlement_count;

constexpr bool is_programme(const LedgerCell& cell) noexcept {
  return cell.line >= first_programme_line;
}
constexpr bool is_settlement(const LedgerCell& cell) noexcept {
  return cell.line >= first_settlement_line && !is_programme(cell);
}
/// Whose money a settlement is in the municipality.
Department department_of(Settlement settlement) noexcept;

/// Adds cell by cell. Throws std::logic_error unless both are of the same years and catalogue:
/// those have the same cells in the same order.
Ledger& operator+=(Ledger& to, const Ledger& more);

/// What one year is made of.
struct YearUse {
  ServiceUse use;
  Settlements settlements{};       ///< [øre], paid by the state.
  std::span<const Ore> programme;  ///< [øre] by item.
  /// [øre] of each item that the departments beside coordination carry in equal parts; empty: none.
  std::span<const Ore> shared{};
};

/// Posts one year: every service by all four payers; every settlement to municipality and state, as
/// revenue; every programme item to the municipality's own department for coordination, but for
/// what child_family, adult_social, employment and school_daycare share. Σ payers = gross on every
/// line.
void post_year(int year, const YearUse& what, const Catalogue& catalogue, const PriceTable& prices,
               Ledger& ledger);

}  // namespace samspil
