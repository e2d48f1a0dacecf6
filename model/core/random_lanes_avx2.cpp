// The AVX2 path of keyed_lanes: eight blocks in two registers of four 64-bit lanes. Only the low
// half of a lane counts; products ignore the high half, so that it may carry waste from round to
// round.
#include "model/core/random_lanes.hpp"

#ifdef SAMSPIL_HAS_AVX2
#include <immintrin.h>

namespace samspil::lanes_detail {
namespace {

#define SAMSPIL_AVX2 __attribute__((target("avx2"), always_inline)) inline

/// Blocks of every other identity: even ones in one register, odd ones in the other.
struct Four {
  __m256i c0, c1, c2, c3;
};

SAMSPIL_AVX2 __m256i all(std::uint32_t value) noexcept {
  return _mm256_set1_epi64x(static_cast<std::int64_t>(value));
}

SAMSPIL_AVX2 Four start(std::uint64_t id, std::uint32_t question) noexcept {
  const __m256i ids = _mm256_add_epi64(_mm256_set1_epi64x(static_cast<std::int64_t>(id)),
                                       _mm256_set_epi64x(6, 4, 2, 0));
  return {ids, _mm256_srli_epi64(ids, 32), all(question), _mm256_setzero_si256()};
}

SAMSPIL_AVX2 void round_of(Four& c, __m256i key0, __m256i key1) noexcept {
  const __m256i a = _mm256_mul_epu32(c.c0, all(0xD2511F53));
  const __m256i b = _mm256_mul_epu32(c.c2, all(0xCD9E8D57));
  c.c0 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(b, 32), c.c1), key0);
  c.c2 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(a, 32), c.c3), key1);
  c.c1 = b;
  c.c3 = a;
}

/// Eight words in the order of the identities.
SAMSPIL_AVX2 void store(std::uint32_t* to, __m256i even, __m256i odd) noexcept {
  const __m256i words = _mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), 0b10101010);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), words);
}

}  // namespace

__attribute__((target("avx2"))) void avx2(RunKey run, std::uint64_t first, std::uint32_t question,
                                          LaneBlocks& out) noexcept {
  // Two times eight blocks at once: one waits for its products while the other works.
  for (std::size_t i = 0; i < lane_count; i += 16) {
    Four blocks[4] = {start(first + i, question), start(first + i + 1, question),
                      start(first + i + 8, question), start(first + i + 9, question)};
    __m256i key0 = all(run.seed), key1 = all(run.replicate);
#pragma GCC unroll 10
    for (int round = 0; round < 10; ++round) {
#pragma GCC unroll 4
      for (Four& four : blocks) round_of(four, key0, key1);
      key0 = _mm256_add_epi32(key0, all(0x9E3779B9));
      key1 = _mm256_add_epi32(key1, all(0xBB67AE85));
    }
#pragma GCC unroll 2
    for (std::size_t pair = 0; pair < 2; ++pair) {
      const Four &even = blocks[2 * pair], &odd = blocks[2 * pair + 1];
      const std::size_t at = i + 8 * pair;
      store(&out.words[0][at], even.c0, odd.c0);
      store(&out.words[1][at], even.c1, odd.c1);
      store(&out.words[2][at], even.c2, odd.c2);
      store(&out.words[3][at], even.c3, odd.c3);
    }
  }
}

}  // namespace samspil::lanes_detail
#else

namespace samspil::lanes_detail {

void avx2(RunKey run, std::uint64_t first, std::uint32_t question, LaneBlocks& out) noexcept {
  portable(run, first, question, out);  // never chosen: the path is not available here
}

}  // namespace samspil::lanes_detail
#endif
