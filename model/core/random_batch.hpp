/// \file
/// Several keyed random blocks at once: the same words as keyed_block, made two by two in the
/// vector registers that every x86-64 has. Knows nothing of who asks, or why.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "model/core/isa.hpp"
#include "model/core/philox_lanes.hpp"
#include "model/core/portable.hpp"
#include "model/core/random.hpp"

namespace samspil {

#ifdef __SSE2__
namespace batch_detail {

/// Ten rounds over some pairs of blocks. Pairs wait for their products while the others work.
template <std::size_t N>
inline void philox_pairs(RunKey run, std::uint64_t id, std::uint32_t high_period, std::size_t first,
                         PhiloxBlock* out) noexcept {
  using namespace philox_detail;
  constexpr std::uint64_t low_half = 0xFFFFFFFF;
  std::array<TwoBlocks, N> pairs;
  for (std::size_t j = 0; j < N; ++j) {
    pairs[j] = {both(id), both(id >> 32),
                Lanes{high_period | static_cast<std::uint16_t>(first + 2 * j),
                      high_period | static_cast<std::uint16_t>(first + 2 * j + 1)},
                both(0)};
  }
  TwoKeys keys = two_keys(run);
#pragma GCC unroll 10
  for (int i = 0; i < 10; ++i) {
#pragma GCC unroll 4
    for (TwoBlocks& pair : pairs) round(pair, keys);
    step(keys);
  }
  for (std::size_t j = 0; j < N; ++j) {
    const Lanes words01 = (pairs[j].c0 & both(low_half)) | (pairs[j].c1 << 32);
    const Lanes words23 = (pairs[j].c2 & both(low_half)) | (pairs[j].c3 << 32);
    out[2 * j] = bit_cast<PhiloxBlock>(Lanes{words01[0], words23[0]});
    out[2 * j + 1] = bit_cast<PhiloxBlock>(Lanes{words01[1], words23[1]});
  }
}

}  // namespace batch_detail
#endif

/// Blocks first, first + 1, … first + N - 1 at count 0: out[i] is keyed_block(run, who, period,
/// first + i). Below four blocks keyed_block is as fast.
template <std::size_t N>
void keyed_blocks(RunKey run, Identity who, int period, BlockNumber first,
                  std::array<PhiloxBlock, N>& out) noexcept {
  static_assert(N > 0 && N % 4 == 0);
#ifdef __SSE2__
  constexpr std::size_t pairs = N % 8 == 0 ? 4 : 2;
  for (std::size_t i = 0; i < N; i += 2 * pairs) {
    batch_detail::philox_pairs<pairs>(run, static_cast<std::uint64_t>(who),
                                      static_cast<std::uint32_t>(period) << 16,
                                      static_cast<std::size_t>(first) + i, &out[i]);
  }
#else
  for (std::size_t i = 0; i < N; ++i) {
    const auto number = static_cast<std::uint16_t>(static_cast<std::size_t>(first) + i);
    out[i] = keyed_block(run, who, period, BlockNumber{number});
  }
#endif
}

/// Who asks for the blocks `first`, …, `first` + 3 at count 0, and where their 16 words go.
struct QuadRequest {
  std::uint64_t who = 0;
  std::uint32_t first = 0;  ///< At most 65532.
  std::uint32_t* words = nullptr;
};

/// Draws for all requests of one period: words 4i to 4i + 3 are keyed_block(run, who, period, first
/// + i).
using DrawQuads = void (*)(RunKey run, std::uint32_t period, const QuadRequest* requests,
                           std::size_t count);

/// The one that uses these instructions. The words are the same with all.
DrawQuads draw_quads(Isa isa) noexcept;

}  // namespace samspil
