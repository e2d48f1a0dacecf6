/// \file
/// Expensive single cases (særligt dyre enkeltsager): the state refunds a rising part of what a
/// municipality spends on one household's children, or on one adult. Serviceloven § 176; for
/// children from 1 January 2024 barnets lov § 198. Reckoned month by month against a twelfth of the
/// year's limits: order no. 1485 of 6 December 2023, § 3.
#pragma once

#include <algorithm>
#include <array>

#include "model/core/calendar.hpp"
#include "model/inputs/law.hpp"

namespace samspil {

/// What is spent in each month of a year, in parts of an øre: `scale` of them are one.
template <Ore scale>
struct MonthlyExpense {
  std::array<Ore, months_per_year> parts{};

  constexpr MonthlyExpense& operator+=(const MonthlyExpense& other) noexcept {
    for (std::size_t month = 0; month < parts.size(); ++month) parts[month] += other.parts[month];
    return *this;
  }
};

/// Σ months Σ tiers percent × the part of the month's expense within a twelfth of the tier, cut to
/// whole øre. Monotone, never above the expense, convex: children together never get less than one
/// by one, and an expense that is gathered never less than one that is spread.
template <Ore scale>
constexpr Ore expensive_case_refund(const MonthlyExpense<scale>& expense,
                                    const ExpensiveCaseTiers& tiers) noexcept {
  Ore percent_parts = 0;
  for (const Ore month : expense.parts) {
    const Ore as_year = month * months_per_year;
    if (as_year <= tiers[0].above * scale) continue;
    for (std::size_t i = 0; i < tiers.size(); ++i) {
      const Ore top =
          i + 1 < tiers.size() ? std::min(as_year, tiers[i + 1].above * scale) : as_year;
      percent_parts += std::max(Ore{0}, top - tiers[i].above * scale) * tiers[i].percent;
    }
  }
  return percent_parts / (100 * months_per_year * scale);
}

}  // namespace samspil
