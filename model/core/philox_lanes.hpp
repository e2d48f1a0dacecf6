/// \file
/// Philox4x32 in the 64-bit lanes of the vector registers that every x86-64 has, one block per
/// lane: a round, and the step of the key between two. Only the low half of a lane counts: products
/// ignore the high half, so that it may carry waste from round to round.
#pragma once

#include <cstdint>

#include "model/core/random.hpp"

#ifdef __SSE2__
#include <emmintrin.h>

namespace samspil::philox_detail {

using Lanes [[gnu::vector_size(16)]] = std::uint64_t;

struct TwoBlocks {
  Lanes c0, c1, c2, c3;
};

struct TwoKeys {
  Lanes key0, key1;
};

inline Lanes both(std::uint64_t value) noexcept { return Lanes{value, value}; }

inline TwoKeys two_keys(RunKey run) noexcept { return {both(run.seed), both(run.draw)}; }

inline void step(TwoKeys& keys) noexcept {
  keys.key0 += both(0x9E3779B9);
  keys.key1 += both(0xBB67AE85);
}

/// g++ 12 does not find this instruction for a * b by itself, and is then slower than scalar code.
inline Lanes product_of_low_halves(Lanes a, Lanes b) noexcept {
  return reinterpret_cast<Lanes>(
      _mm_mul_epu32(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
}

inline void round(TwoBlocks& c, const TwoKeys& keys) noexcept {
  const Lanes a = product_of_low_halves(c.c0, both(0xD2511F53));
  const Lanes b = product_of_low_halves(c.c2, both(0xCD9E8D57));
  c.c0 = (b >> 32) ^ c.c1 ^ keys.key0;
  c.c2 = (a >> 32) ^ c.c3 ^ keys.key1;
  c.c1 = b;
  c.c3 = a;
}

}  // namespace samspil::philox_detail

#endif
