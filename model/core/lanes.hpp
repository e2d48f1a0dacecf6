/// \file
/// Bytes of a random block compared four by four with limits, in the vector registers that every
/// x86-64 has. Knows nothing of what is asked.
#pragma once

#include <array>
#include <cstddef>

#include "model/core/random.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace samspil {

/// Four single-precision numbers side by side.
using FourFloats [[gnu::vector_size(16)]] = float;

/// Limits for all 16 bytes of a block.
using BlockLimits = std::array<FourFloats, 4>;

constexpr FourFloats four(float value) noexcept { return FourFloats{value, value, value, value}; }

/// A number in single precision that is never below `value`, nor far above, also after a few more
/// products in single precision. For values >= 0.
constexpr float rounded_up(double value) noexcept {
  return static_cast<float>(value * (1.0 + 0x1p-18));
}

/// Bit i is set where byte i of the word is below limit i.
inline unsigned bytes_below(std::uint32_t word, const FourFloats& limits) noexcept {
#ifdef __SSE2__
  const __m128i zero = _mm_setzero_si128();
  const __m128i bytes = _mm_cvtsi32_si128(static_cast<int>(word));
  const __m128i wide = _mm_unpacklo_epi16(_mm_unpacklo_epi8(bytes, zero), zero);
  const __m128 below = _mm_cmplt_ps(_mm_cvtepi32_ps(wide), reinterpret_cast<const __m128&>(limits));
  return static_cast<unsigned>(_mm_movemask_ps(below));
#else
  unsigned below = 0;
  for (unsigned i = 0; i < 4; ++i) {
    below |= static_cast<unsigned>(static_cast<float>(word >> (8 * i) & 0xFF) < limits[i]) << i;
  }
  return below;
#endif
}

/// Bit i is set where byte i of the block is below limit i.
inline unsigned bytes_below(const PhiloxBlock& block, const BlockLimits& limits) noexcept {
  unsigned below = 0;
  for (std::size_t part = 0; part < limits.size(); ++part) {
    below |= bytes_below(block[part], limits[part]) << (4 * part);
  }
  return below;
}

/// The lanes of `yes` whose bit in `bits` is set, the others of `no`.
inline FourFloats choose(unsigned bits, const FourFloats& yes, const FourFloats& no) noexcept {
  using FourInts [[gnu::vector_size(16)]] = int;
  const int all = static_cast<int>(bits);
  const FourInts chosen = (FourInts{all, all, all, all} & FourInts{1, 2, 4, 8}) != 0;
  return reinterpret_cast<FourFloats>((chosen & reinterpret_cast<const FourInts&>(yes)) |
                                      (~chosen & reinterpret_cast<const FourInts&>(no)));
}

}  // namespace samspil
