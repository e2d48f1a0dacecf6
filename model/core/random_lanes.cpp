#include "model/core/random_lanes.hpp"

#include <cstring>

#include "model/core/philox_lanes.hpp"

namespace samspil {
namespace lanes_detail {

#ifdef __SSE2__
namespace {

using namespace philox_detail;

/// Blocks of every other identity: two even ones, or the two odd ones between and after them.
inline TwoBlocks start(std::uint64_t id, std::uint32_t question) noexcept {
  return {Lanes{id, id + 2}, Lanes{id >> 32, (id + 2) >> 32}, both(question), both(0)};
}

/// Four words in the order of the identities.
inline void store(std::uint32_t* to, const Lanes& even, const Lanes& odd) noexcept {
  const Lanes words = (even & both(0xFFFFFFFF)) | (odd << 32);
  std::memcpy(to, &words, sizeof words);
}

}  // namespace

void portable(RunKey run, std::uint64_t first, std::uint32_t question, LaneBlocks& out) noexcept {
  for (std::size_t i = 0; i < lane_count; i += 4) {
    TwoBlocks even = start(first + i, question), odd = start(first + i + 1, question);
    TwoKeys keys = two_keys(run);
#pragma GCC unroll 10
    for (int r = 0; r < 10; ++r) {
      round(even, keys);
      round(odd, keys);
      step(keys);
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
        {run.seed, run.draw});
    for (std::size_t w = 0; w < block.size(); ++w) out.words[w][i] = block[w];
  }
}
#endif

}  // namespace lanes_detail

void keyed_lanes(RunKey run, Identity first, int period, BlockNumber number,
                 LaneBlocks& out) noexcept {
  static const bool wide = chosen_isa() == Isa::avx2;
  const std::uint32_t question =
      (static_cast<std::uint32_t>(period) << 16) | static_cast<std::uint16_t>(number);
  const auto id = static_cast<std::uint64_t>(first);
  wide ? lanes_detail::avx2(run, id, question, out)
       : lanes_detail::portable(run, id, question, out);
}

}  // namespace samspil
