#include "model/core/random_lanes.hpp"

#include <cstring>

#include "model/core/random_batch.hpp"

namespace samspil {
namespace lanes_detail {

#ifdef __SSE2__
namespace {

using batch_detail::both;
using batch_detail::Lanes;
using batch_detail::product_of_low_halves;

/// Blocks of every other identity: two even ones, or the two odd ones between and after them.
struct Two {
  Lanes c0, c1, c2, c3;
};

inline Two start(std::uint64_t id, std::uint32_t question) noexcept {
  return {Lanes{id, id + 2}, Lanes{id >> 32, (id + 2) >> 32}, both(question), both(0)};
}

inline void round_of(Two& c, const Lanes& key0, const Lanes& key1) noexcept {
  const Lanes a = product_of_low_halves(c.c0, both(0xD2511F53));
  const Lanes b = product_of_low_halves(c.c2, both(0xCD9E8D57));
  c.c0 = (b >> 32) ^ c.c1 ^ key0;
  c.c2 = (a >> 32) ^ c.c3 ^ key1;
  c.c1 = b;
  c.c3 = a;
}

/// Four words in the order of the identities.
inline void store(std::uint32_t* to, const Lanes& even, const Lanes& odd) noexcept {
  const Lanes words = (even & both(0xFFFFFFFF)) | (odd << 32);
  std::memcpy(to, &words, sizeof words);
}

}  // namespace

void portable(RunKey run, std::uint64_t first, std::uint32_t question, LaneBlocks& out) noexcept {
  for (std::size_t i = 0; i < lane_count; i += 4) {
    Two even = start(first + i, question), odd = start(first + i + 1, question);
    Lanes key0 = both(run.seed), key1 = both(run.replicate);
#pragma GCC unroll 10
    for (int round = 0; round < 10; ++round) {
      round_of(even, key0, key1);
      round_of(odd, key0, key1);
      key0 += both(0x9E3779B9);
      key1 += both(0xBB67AE85);
    }
    store(&out.words[0][i], even.c0, odd.c0);
    store(&out.words[1][i], even.c1, odd.c1);
    store(&out.words[2][i], even.c2, odd.c2);
    store(&out.words[3][i], even.c3, odd.c3);
  }
}
#else
void portable(RunKey run, std::uint64_t first, std::uint32_t question, LaneBlocks& out) noexcept {
  for (std::size_t i = 0; i < lane_count; ++i) {
    const std::uint64_t id = first + i;
    const PhiloxBlock block = philox4x32(
        {static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(id >> 32), question, 0},
        {run.seed, run.replicate});
    for (std::size_t w = 0; w < block.size(); ++w) out.words[w][i] = block[w];
  }
}
#endif

}  // namespace lanes_detail

void keyed_lanes(RunKey run, Identity first, int year, BlockNumber number,
                 LaneBlocks& out) noexcept {
  static const bool wide = chosen_isa() == Isa::avx2;
  const std::uint32_t question =
      (static_cast<std::uint32_t>(year) << 16) | static_cast<std::uint16_t>(number);
  const auto id = static_cast<std::uint64_t>(first);
  wide ? lanes_detail::avx2(run, id, question, out)
       : lanes_detail::portable(run, id, question, out);
}

}  // namespace samspil
