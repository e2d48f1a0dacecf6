/// \file
/// Between which values a number of an input may lie, and what it counts. Knows no number.
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "model/core/number_kind.hpp"

namespace samspil {

/// Admissible values, both ends included. What is not said to be a ratio is an amount, whose
/// thousands points are refused.
struct Limits {
  double lower = 0;
  double upper = std::numeric_limits<double>::infinity();
  NumberKind kind = NumberKind::amount;
};

inline constexpr Limits any_share{0, 1, NumberKind::ratio};
inline constexpr Limits any_year{1900, 2200};
/// A family's frailty, the mean of all being 1.
inline constexpr Limits any_frailty{0.01, 20, NumberKind::ratio};
inline constexpr Limits any_seed{0, 4294967295.0};  ///< 32 bits: a word of the random key.

/// What numbers of a unit count: ratios are what is named here, everything else is an amount.
constexpr NumberKind kind_of_unit(std::string_view unit) noexcept {
  constexpr std::array<std::string_view, 7> ratios{"ratio",  "hazard ratio", "1-6",   "exponent",
                                                   "points", "sd",           "log sd"};
  if (unit == "%" || unit == "percent" || unit == "per cent") return NumberKind::percent;
  const bool is_mean = unit.ends_with(" per family") && !unit.starts_with("kr.");
  const bool is_ratio = unit.starts_with("share") || unit.starts_with("1/") ||
                        std::find(ratios.begin(), ratios.end(), unit) != ratios.end();
  return is_ratio || is_mean ? NumberKind::ratio : NumberKind::amount;
}

}  // namespace samspil
