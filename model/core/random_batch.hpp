/// \file
/// Several keyed random blocks at once: the same words as keyed_block, made two by two in the
/// vector registers that every x86-64 has. Knows nothing of who asks, or why.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "model/core/isa.hpp"
#include "model/core/random.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace samspil {

#ifdef __SSE2__
namespace batch_detail {

/// Two 64-bit lanes, one per Philox block. Only the low half of a lane counts: products ignore the
/// high half, so that it may carry waste from round to round.
using Lanes [[gnu::vector_size(16)]] = std::uint64_t;

/// g++ 12 does not find this instruction for a * b by itself, and is then slower than scalar code.
inline Lanes product_of_low_halves(Lanes a, Lanes b) noexcept {
  return reinterpret_cast<Lanes>(
      _mm_mul_epu32(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
}

inline Lanes both(std::uint64_t value) noexcept { return Lanes{value, value}; }

/// Ten rounds over some pairs of blocks. Pairs wait for their products while the others work.
template <std::size_t N>
inline void philox_pairs(RunKey run, std::uint64_t id, std::uint32_t high_year, std::size_t first,
                         PhiloxBlock* out) noexcept {
  constexpr std::uint64_t low_half = 0xFFFFFFFF;
  std::array<Lanes, N> c0, c1, c2, c3;
  for (std::size_t j = 0; j < N; ++j) {
    c0[j] = both(id);
    c1[j] = both(id >> 32);
    c2[j] = Lanes{high_year | static_cast<std::uint16_t>(first + 2 * j),
                  high_year | static_cast<std::uint16_t>(first + 2 * j + 1)};
    c3[j] = both(0);
  }
  Lanes key0 = both(run.seed);
  Lanes key1 = both(run.replicate);
#pragma GCC unroll 10
  for (int round = 0; round < 10; ++round) {
#pragma GCC unroll 4
    for (std::size_t j = 0; j < N; ++j) {
      const Lanes a = product_of_low_halves(c0[j], both(0xD2511F53));
      const Lanes b = product_of_low_halves(c2[j], both(0xCD9E8D57));
      c0[j] = (b >> 32) ^ c1[j] ^ key0;
      c2[j] = (a >> 32) ^ c3[j] ^ key1;
      c1[j] = b;
      c3[j] = a;
    }
    key0 += both(0x9E3779B9);
    key1 += both(0xBB67AE85);
  }
  for (std::size_t j = 0; j < N; ++j) {
    const Lanes words01 = (c0[j] & both(low_half)) | (c1[j] << 32);
    const Lanes words23 = (c2[j] & both(low_half)) | (c3[j] << 32);
    out[2 * j] = std::bit_cast<PhiloxBlock>(Lanes{words01[0], words23[0]});
    out[2 * j + 1] = std::bit_cast<PhiloxBlock>(Lanes{words01[1], words23[1]});
  }
}

}  // namespace batch_detail
#endif

/// Blocks first, first + 1, … first + N - 1 at count 0: out[i] is keyed_block(run, who, year,
/// first + i). Below four blocks keyed_block is as fast.
template <std::size_t N>
void keyed_blocks(RunKey run, Identity who, int year, BlockNumber first,
                  std::array<PhiloxBlock, N>& out) noexcept {
  static_assert(N > 0 && N % 4 == 0);
#ifdef __SSE2__
  constexpr std::size_t pairs = N % 8 == 0 ? 4 : 2;
  for (std::size_t i = 0; i < N; i += 2 * pairs) {
    batch_detail::philox_pairs<pairs>(run, static_cast<std::uint64_t>(who),
                                      static_cast<std::uint32_t>(year) << 16,
                                      static_cast<std::size_t>(first) + i, &out[i]);
  }
#else
  for (std::size_t i = 0; i < N; ++i) {
    const auto number = static_cast<std::uint16_t>(static_cast<std::size_t>(first) + i);
    out[i] = keyed_block(run, who, year, BlockNumber{number});
  }
#endif
}

/// Who asks for the blocks `first`, …, `first` + 3 at count 0, and where their 16 words go.
struct QuadRequest {
  std::uint64_t who = 0;
  std::uint32_t first = 0;  ///< At most 65532.
  std::uint32_t* words = nullptr;
};

/// Draws for all requests of one year: words 4i to 4i + 3 are keyed_block(run, who, year, first +
/// i).
using DrawQuads = void (*)(RunKey run, std::uint32_t year, const QuadRequest* requests,
                           std::size_t count);

/// The one that uses these instructions. The words are the same with all.
DrawQuads draw_quads(Isa isa) noexcept;

}  // namespace samspil
