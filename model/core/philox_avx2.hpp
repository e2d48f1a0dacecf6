/// \file
/// The same rounds in the 256-bit registers of AVX2, as philox_lanes.hpp describes them.
#pragma once

#include <cstdint>

#include "model/core/isa.hpp"
#include "model/core/random.hpp"

#ifdef SAMSPIL_HAS_AVX2
#include <immintrin.h>

/// Of a function that others compiled for AVX2 call: always inlined, so that no function of its
/// name is ever taken by a caller that is compiled for any machine.
#define SAMSPIL_AVX2 [[gnu::target("avx2"), gnu::always_inline]] inline

namespace samspil::philox_detail {

struct FourBlocks {
  __m256i c0, c1, c2, c3;
};

struct FourKeys {
  __m256i key0, key1;
};

SAMSPIL_AVX2 __m256i all(std::uint64_t value) noexcept {
  return _mm256_set1_epi64x(static_cast<std::int64_t>(value));
}

SAMSPIL_AVX2 FourKeys four_keys(RunKey run) noexcept { return {all(run.seed), all(run.draw)}; }

SAMSPIL_AVX2 void step(FourKeys& keys) noexcept {
  keys.key0 = _mm256_add_epi32(keys.key0, all(0x9E3779B9));
  keys.key1 = _mm256_add_epi32(keys.key1, all(0xBB67AE85));
}

SAMSPIL_AVX2 void round(FourBlocks& c, const FourKeys& keys) noexcept {
  const __m256i a = _mm256_mul_epu32(c.c0, all(0xD2511F53));
  const __m256i b = _mm256_mul_epu32(c.c2, all(0xCD9E8D57));
  c.c0 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(b, 32), c.c1), keys.key0);
  c.c2 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(a, 32), c.c3), keys.key1);
  c.c1 = b;
  c.c3 = a;
}

}  // namespace samspil::philox_detail

#endif
