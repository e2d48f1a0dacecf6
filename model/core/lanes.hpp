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

/// Bit i is set where byte i of the block is not above limit i, for limits >= 0: also where a limit
/// of nought meets a byte of nought.
inline unsigned bytes_up_to(const PhiloxBlock& block, const BlockLimits& limits) noexcept {
#ifdef __SSE2__
  // A whole number is not above a limit where it is not above the limit's whole part.
  const auto whole = [&](std::size_t part) {
    const __m128 of_byte = _mm_set1_ps(255);  // what is beyond would not fit below
    return _mm_cvttps_epi32(_mm_min_ps(reinterpret_cast<const __m128&>(limits[part]), of_byte));
  };
  const __m128i most =
      _mm_packus_epi16(_mm_packs_epi32(whole(0), whole(1)), _mm_packs_epi32(whole(2), whole(3)));
  const __m128i bytes = reinterpret_cast<const __m128i&>(block);
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(bytes, most), bytes)));
#else
  unsigned up_to = 0;
  for (std::size_t i = 0; i < 16; ++i) {
    const auto byte = static_cast<float>(byte_of_block(block, i));
    up_to |= static_cast<unsigned>(byte <= limits[i / 4][i % 4]) << i;
  }
  return up_to;
#endif
}

/// Ratios as lanes from number `first` on, each times `scale`; the other lanes are 0.
template <std::size_t n>
constexpr BlockLimits lanes_of(const std::array<double, n>& ratios, float scale,
                               std::size_t first = 0) noexcept {
  BlockLimits lanes{};
  for (std::size_t i = 0; i < n; ++i) {
    lanes[(first + i) / 4][(first + i) % 4] = static_cast<float>(ratios[i]) * scale;
  }
  return lanes;
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
