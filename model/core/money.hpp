/// \file
/// Whole øre, hundredths of a unit, and exact second moments. Knows no payer and no service.
#pragma once

#include <cstdint>

namespace samspil {

/// Whole øre (1 kr. = 100 øre). 64 bits hold 92 quadrillion kr.
using Ore = std::int64_t;

/// Hundredths of a natural unit (week, day, case). At a price of p whole kr. per unit one hundredth
/// costs exactly p øre, so that every posting is a product of integers.
using Hundredths = std::int64_t;

inline constexpr Hundredths one_unit = 100;

/// Sums of squares of øre: exact, so that the order of summation cannot matter.
__extension__ using Int128 = __int128;

/// What of a sum falls on a part of a whole, cut to whole øre; nought of a whole of nought.
constexpr Ore share_of(Ore sum, Ore part, Ore whole) noexcept {
  return whole == 0 ? 0 : static_cast<Ore>(static_cast<Int128>(sum) * part / whole);
}

constexpr double as_kroner(Ore ore) noexcept { return static_cast<double>(ore) / 100.0; }

}  // namespace samspil
