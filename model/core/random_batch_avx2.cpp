// The one function here is compiled for AVX2, and no other: what it calls is inlined or has a name
// of its own, so that no function of another file is ever taken from this one.
#include "model/core/random_batch_avx2.hpp"

#include "model/core/philox_avx2.hpp"

#ifdef SAMSPIL_HAS_AVX2
namespace samspil {
namespace {

using namespace philox_detail;

/// The four blocks of a request.
SAMSPIL_AVX2 FourBlocks begin(std::uint32_t high_period, const QuadRequest& request) {
  const __m256i number =
      _mm256_add_epi64(all(high_period | request.first), _mm256_set_epi64x(3, 2, 1, 0));
  return {all(request.who), all(request.who >> 32), number, _mm256_setzero_si256()};
}

SAMSPIL_AVX2 void store(const FourBlocks& w, std::uint32_t* words) {
  // Each lane's words 0 and 1, then 2 and 3: the high halves hold waste.
  const __m256i words01 = _mm256_blend_epi32(w.c0, _mm256_slli_epi64(w.c1, 32), 0xAA);
  const __m256i words23 = _mm256_blend_epi32(w.c2, _mm256_slli_epi64(w.c3, 32), 0xAA);
  const __m256i blocks02 = _mm256_unpacklo_epi64(words01, words23);
  const __m256i blocks13 = _mm256_unpackhi_epi64(words01, words23);
  auto* out = reinterpret_cast<__m256i*>(words);
  _mm256_storeu_si256(out, _mm256_permute2x128_si256(blocks02, blocks13, 0x20));
  _mm256_storeu_si256(out + 1, _mm256_permute2x128_si256(blocks02, blocks13, 0x31));
}

}  // namespace

/// Three requests at a time: each waits for its products while the others work.
[[gnu::target("avx2")]] void draw_quads_avx2(RunKey run, std::uint32_t period,
                                             const QuadRequest* requests, std::size_t count) {
  const std::uint32_t high_period = period << 16;
  for (std::size_t i = 0; i < count; i += 3) {
    const QuadRequest& second = requests[i + 1 < count ? i + 1 : i];
    const QuadRequest& third = requests[i + 2 < count ? i + 2 : i];
    FourBlocks a = begin(high_period, requests[i]);
    FourBlocks b = begin(high_period, second);
    FourBlocks c = begin(high_period, third);
    FourKeys keys = four_keys(run);
#pragma GCC unroll 10
    for (int r = 0; r < 10; ++r) {
      round(a, keys);
      round(b, keys);
      round(c, keys);
      step(keys);
    }
    store(a, requests[i].words);
    store(b, second.words);
    store(c, third.words);
  }
}

}  // namespace samspil
#endif
