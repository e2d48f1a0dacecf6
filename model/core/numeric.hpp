/// \file
/// log and exp from + - * / alone, so that every machine returns the same bits. No libm.
#pragma once

#include <cstdint>

#include "model/core/portable.hpp"

namespace samspil {

/// Natural logarithm, within 2 ulp, for normal positive x. Not for zero, negatives, or subnormals.
///   x = 2^k m, m in [sqrt(1/2), sqrt(2));  log x = k log 2 + 2 atanh((m - 1) / (m + 1))
inline double natural_log(double x) noexcept {
  constexpr double log2_high = 0x1.62e42fee00000p-1;  // 33 bits: k * log2_high is exact
  constexpr double log2_low = 0x1.a39ef35793c76p-33;
  auto bits = bit_cast<std::uint64_t>(x);
  bits -= 0x3FE6A09E667F3BCDULL;  // bits of sqrt(1/2): shifts the cut from 1 to sqrt(1/2)
  const auto k = static_cast<double>(static_cast<std::int64_t>(bits) >> 52);
  const double m = bit_cast<double>((bits & 0x000FFFFFFFFFFFFFULL) + 0x3FE6A09E667F3BCDULL);
  const double f = m - 1.0;
  const double s = f / (2.0 + f);
  const double z = s * s;
  // Taylor of 2 atanh(s)/s - 2 in z; |s| < 0.1716, the first left-out term is below 2^-56.
  // Pairs and fours of terms side by side, since each product waits for the one before.
  const double z2 = z * z;
  const double z4 = z2 * z2;
  const double low = (2.0 / 3 + 2.0 / 5 * z) + (2.0 / 7 + 2.0 / 9 * z) * z2;
  const double middle = (2.0 / 11 + 2.0 / 13 * z) + (2.0 / 15 + 2.0 / 17 * z) * z2;
  const double high = (2.0 / 19 + 2.0 / 21 * z) + 2.0 / 23 * z2;
  const double series = low + (middle + high * z4) * z4;
  const double half_square = 0.5 * f * f;
  // f - (f^2/2 - s (f^2/2 + z series)): the large term is exact, so that x near 1 keeps its bits.
  return k * log2_high - ((half_square - (s * (half_square + z * series) + k * log2_low)) - f);
}

/// Exponential function, within 2 ulp, for |x| <= 700.
///   x = k log 2 + r, |r| <= log(2)/2;  exp x = 2^k exp r
inline double natural_exp(double x) noexcept {
  constexpr double log2_high = 0x1.62e42fee00000p-1;
  constexpr double log2_low = 0x1.a39ef35793c76p-33;
  constexpr double one_over_log2 = 0x1.71547652b82fep+0;
  const double scaled = x * one_over_log2;
  const auto k = static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
  const double r = (x - static_cast<double>(k) * log2_high) - static_cast<double>(k) * log2_low;
  // Taylor to r^13; the first left-out term is below 2^-58 at |r| = log(2)/2.
  double series = 1.0 / 6227020800.0;
  series = series * r + 1.0 / 479001600.0;
  series = series * r + 1.0 / 39916800.0;
  series = series * r + 1.0 / 3628800.0;
  series = series * r + 1.0 / 362880.0;
  series = series * r + 1.0 / 40320.0;
  series = series * r + 1.0 / 5040.0;
  series = series * r + 1.0 / 720.0;
  series = series * r + 1.0 / 120.0;
  series = series * r + 1.0 / 24.0;
  series = series * r + 1.0 / 6.0;
  series = series * r + 0.5;
  const double value = 1.0 + (r + r * r * series);
  return value * bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

/// Rounded to 24 bits: libraries may differ in the last of 53 between machines, and no uncertain
/// input is known to seven digits.
constexpr double to_24_bits(double value) noexcept {
  return static_cast<double>(static_cast<float>(value));
}

}  // namespace samspil
