// The AVX2 path of keyed_lanes: eight blocks in two registers.
#include "model/core/philox_avx2.hpp"
#include "model/core/random_lanes.hpp"

#ifdef SAMSPIL_HAS_AVX2
namespace samspil::lanes_detail {
namespace {

using namespace philox_detail;

/// Blocks of every other identity: even ones in one register, odd ones in the other.
SAMSPIL_AVX2 FourBlocks start(std::uint64_t id, std::uint32_t question) noexcept {
  const __m256i ids = _mm256_add_epi64(all(id), _mm256_set_epi64x(6, 4, 2, 0));
  return {ids, _mm256_srli_epi64(ids, 32), all(question), _mm256_setzero_si256()};
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
    FourBlocks blocks[4] = {start(first + i, question), start(first + i + 1, question),
                            start(first + i + 8, question), start(first + i + 9, question)};
    FourKeys keys = four_keys(run);
#pragma GCC unroll 10
    for (int r = 0; r < 10; ++r) {
#pragma GCC unroll 4
      for (FourBlocks& four : blocks) round(four, keys);
      step(keys);
    }
#pragma GCC unroll 2
    for (std::size_t pair = 0; pair < 2; ++pair) {
      const FourBlocks &even = blocks[2 * pair], &odd = blocks[2 * pair + 1];
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
