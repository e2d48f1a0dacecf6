/// \file
/// Expensive single cases (særligt dyre enkeltsager): the state refunds a rising part of what a
/// municipality spends in a year on one household's children, or on one adult. Serviceloven § 176;
/// for children from 1 January 2024 barnets lov § 198.
#pragma once

#include <algorithm>

#include "model/inputs/law.hpp"

namespace samspil {

/// Σ tiers percent × the part of `expense` within the tier, cut to whole øre. Monotone, never above
/// the expense, convex: children together never get less than one by one.
constexpr Ore expensive_case_refund(Ore expense, const ExpensiveCaseTiers& tiers) noexcept {
  Ore hundredths = 0;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    const Ore top = i + 1 < tiers.size() ? std::min(expense, tiers[i + 1].above) : expense;
    hundredths += std::max(Ore{0}, top - tiers[i].above) * tiers[i].percent;
  }
  return hundredths / 100;
}

}  // namespace samspil
