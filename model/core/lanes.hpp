/// \file
/// Bytes of a random block compared four by four with limits, in the vector registers that every
/// x86-64 has. Knows nothing of what is asked.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include "model/core/random.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace samspil {

/// Four single-precision numbers side by side.
using FourFloats [[gnu::vector_size(16)]] = float;

/// n numbers side by side; as many lanes as the blocks have bytes that are compared with them.
template <std::size_t n>
using FloatLanes = std::array<FourFloats, 4 * ((n + 15) / 16)>;

/// Limits for all 16 bytes of a block.
using BlockLimits = FloatLanes<16>;

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
/// of nought meets a byte of nought. Of several blocks' limits, those from `first` on.
template <std::size_t fours>
unsigned bytes_up_to(const PhiloxBlock& block, const std::array<FourFloats, fours>& limits,
                     std::size_t first = 0) noexcept {
#ifdef __SSE2__
  // A whole number is not above a limit where it is not above the limit's whole part.
  const auto whole = [&](std::size_t part) {
    const __m128 of_byte = _mm_set1_ps(255);  // what is beyond would not fit below
    return _mm_cvttps_epi32(
        _mm_min_ps(reinterpret_cast<const __m128&>(limits[first + part]), of_byte));
  };
  const __m128i most =
      _mm_packus_epi16(_mm_packs_epi32(whole(0), whole(1)), _mm_packs_epi32(whole(2), whole(3)));
  const __m128i bytes = reinterpret_cast<const __m128i&>(block);
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(bytes, most), bytes)));
#else
  unsigned up_to = 0;
  for (std::size_t i = 0; i < 16; ++i) {
    const auto byte = static_cast<float>(byte_of_block(block, i));
    up_to |= static_cast<unsigned>(byte <= limits[first + i / 4][i % 4]) << i;
  }
  return up_to;
#endif
}

/// Ratios as lanes, each times `scale`; the lanes that are left are 0.
template <std::size_t n>
constexpr FloatLanes<n> lanes_of(const std::array<double, n>& ratios, float scale) noexcept {
  FloatLanes<n> lanes{};
  for (std::size_t i = 0; i < n; ++i) lanes[i / 4][i % 4] = static_cast<float>(ratios[i]) * scale;
  return lanes;
}

namespace lanes_detail {

template <std::size_t i, std::size_t n, class ValueOf>
constexpr float lane(const ValueOf& value_of) noexcept {
  if constexpr (i < n) return value_of(i);
  return 0;
}
template <std::size_t n, class ValueOf, std::size_t... part>
constexpr FloatLanes<n> lanes_by(const ValueOf& value_of, std::index_sequence<part...>) noexcept {
  return {FourFloats{lane<4 * part, n>(value_of), lane<4 * part + 1, n>(value_of),
                     lane<4 * part + 2, n>(value_of), lane<4 * part + 3, n>(value_of)}...};
}

}  // namespace lanes_detail

/// Lane i is value_of(i), for all i below n; the lanes that are left are 0. Every i is known when
/// this is compiled, so that looking up by i costs nothing.
template <std::size_t n, class ValueOf>
constexpr FloatLanes<n> lanes_by(const ValueOf& value_of) noexcept {
  return lanes_detail::lanes_by<n>(value_of, std::make_index_sequence<FloatLanes<n>{}.size()>{});
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
