/// \file
/// Keyed random blocks of many identities side by side: the same words as keyed_block, word by word
/// in rows, so that a loop over identities can be vectorised.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "model/core/isa.hpp"
#include "model/core/random.hpp"

namespace samspil {

inline constexpr std::size_t lane_count = 64;

/// words[w][i] is word w of identity i.
struct LaneBlocks {
  alignas(64) std::array<std::array<std::uint32_t, lane_count>, 4> words;
};

/// The blocks `number` of the identities first, first + 1, … first + 63, at count 0.
void keyed_lanes(RunKey run, Identity first, int period, BlockNumber number,
                 LaneBlocks& out) noexcept;

namespace lanes_detail {

void portable(RunKey run, std::uint64_t first, std::uint32_t question, LaneBlocks& out) noexcept;
void avx2(RunKey run, std::uint64_t first, std::uint32_t question, LaneBlocks& out) noexcept;

}  // namespace lanes_detail
}  // namespace samspil
