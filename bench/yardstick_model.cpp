#include "bench/yardstick_model.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace samspil::bench {
namespace {

/// Sums wrap in unsigned lanes; comparisons are those of signed ones, which vectors have.
struct Four {
  using Signed [[gnu::vector_size(16)]] = std::int32_t;
  using Unsigned [[gnu::vector_size(16)]] = std::uint32_t;
};
struct Eight {
  using Signed [[gnu::vector_size(32)]] = std::int32_t;
  using Unsigned [[gnu::vector_size(32)]] = std::uint32_t;
};

constexpr std::uint32_t sign = 0x80000000U;

/// A word above this goes further than a chance of `probability`, in the order of signed numbers.
constexpr std::uint32_t limit_of(double probability) noexcept {
  return (static_cast<std::uint32_t>(probability * 0x1p32) - 1) ^ sign;
}

/// Limits of going beyond state 0 and beyond state 1, by the state left.
constexpr std::uint32_t beyond_0[] = {limit_of(chain[0][0]), limit_of(chain[1][0]),
                                      limit_of(chain[2][0])};
constexpr std::uint32_t beyond_1[] = {limit_of(chain[0][0] + chain[0][1]),
                                      limit_of(chain[1][0] + chain[1][1]),
                                      limit_of(chain[2][0] + chain[2][1])};

/// Four years of 64 persons, of whom `live` are counted, as many side by side as `Lanes` holds. One
/// source for every instruction set, and comparisons only, so that nothing can differ.
template <class Lanes>
__attribute__((always_inline)) inline void live_chain(const LaneBlocks& blocks, std::int32_t live,
                                                      Chain::Tally& tally) {
  using Signed = typename Lanes::Signed;
  using Unsigned = typename Lanes::Unsigned;
  constexpr std::int32_t width = sizeof(Signed) / sizeof(std::int32_t);
  constexpr std::int32_t numbers[] = {0, 1, 2, 3, 4, 5, 6, 7};
  Signed number;
  std::memcpy(&number, numbers, sizeof number);
  Unsigned past_0[chain_years] = {}, past_1[chain_years] = {};  // minus the persons beyond a state
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(lane_count); i += width) {
    const auto counted = reinterpret_cast<Unsigned>(number < Signed{} + (live - i));
    Unsigned is_past_0{}, is_past_1{};
#pragma GCC unroll 4
    for (std::size_t y = 0; y < chain_years; ++y) {
      Unsigned bits;
      std::memcpy(&bits, &blocks.words[y][static_cast<std::size_t>(i)], sizeof bits);
      const auto word = reinterpret_cast<Signed>(bits ^ sign);
      // The limit of the state left: that of state 0, and what is added beyond it.
      const Unsigned first = (Unsigned{} + beyond_0[0]) +
                             (is_past_0 & (beyond_0[1] - beyond_0[0])) +
                             (is_past_1 & (beyond_0[2] - beyond_0[1]));
      const Unsigned second = (Unsigned{} + beyond_1[0]) +
                              (is_past_0 & (beyond_1[1] - beyond_1[0])) +
                              (is_past_1 & (beyond_1[2] - beyond_1[1]));
      is_past_0 = reinterpret_cast<Unsigned>(word > reinterpret_cast<Signed>(first));
      is_past_1 = reinterpret_cast<Unsigned>(word > reinterpret_cast<Signed>(second));
      past_0[y] += is_past_0 & counted;
      past_1[y] += is_past_1 & counted;
    }
  }
  for (std::size_t y = 0; y < chain_years; ++y) {
    std::int64_t ones_and_twos = 0, twos = 0;
    for (std::size_t lane = 0; lane < static_cast<std::size_t>(width); ++lane) {
      ones_and_twos -= static_cast<std::int32_t>(past_0[y][lane]);
      twos -= static_cast<std::int32_t>(past_1[y][lane]);
    }
    tally.persons[y][0] += live - ones_and_twos;
    tally.persons[y][1] += ones_and_twos - twos;
    tally.persons[y][2] += twos;
  }
}

void live_portable(const LaneBlocks& blocks, std::int32_t live, Chain::Tally& tally) {
  live_chain<Four>(blocks, live, tally);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void live_avx2(const LaneBlocks& blocks, std::int32_t live,
                                               Chain::Tally& tally) {
  live_chain<Eight>(blocks, live, tally);
}
#endif

auto live_chosen() {
#if defined(__x86_64__)
  if (chosen_isa() == Isa::avx2) return live_avx2;
#endif
  return live_portable;
}

}  // namespace

Chain::Tally& Chain::Tally::operator+=(const Tally& other) noexcept {
  for (std::size_t y = 0; y < chain_years; ++y) {
    for (std::size_t s = 0; s < chain_states; ++s) persons[y][s] += other.persons[y][s];
  }
  return *this;
}

void Chain::run_arm(Scratch& scratch, std::uint32_t draw, std::uint32_t /*arm*/,
                    Tally& tally) const {
  static const auto live_64 = live_chosen();
  LaneBlocks blocks;
  for (std::uint32_t i = 0; i < scratch.persons; i += lane_count) {
    keyed_lanes({1, draw}, Identity{scratch.first + i}, 0, BlockNumber{0}, blocks);
    const auto live =
        static_cast<std::int32_t>(std::min<std::uint32_t>(lane_count, scratch.persons - i));
    live_64(blocks, live, tally);
  }
}

}  // namespace samspil::bench
