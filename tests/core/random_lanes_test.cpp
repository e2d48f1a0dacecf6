#include "model/core/random_lanes.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

/// Around the wrap of the low word of an identity, where a path could lose the carry.
const std::uint64_t firsts[] = {0, 7, 0xFFFFFFFF - 20, 0x123456789ABCDEF0, 0xFFFFFFFFFFFFFFFF - 3};

void expect_keyed(const LaneBlocks& lanes, RunKey run, std::uint64_t first, int year,
                  BlockNumber number) {
  for (std::size_t i = 0; i < lane_count; ++i) {
    const PhiloxBlock block = keyed_block(run, Identity{first + i}, year, number);
    for (std::size_t w = 0; w < block.size(); ++w) {
      ASSERT_EQ(lanes.words[w][i], block[w]) << first << '+' << i << ", word " << w;
    }
  }
}

TEST(KeyedLanes, AreTheKeyedBlocksOfEachIdentityOnEveryPath) {
  const RunKey run{0xDEADBEEF, 0xFFFFFFFF};
  const std::uint32_t question = (std::uint32_t{2023} << 16) | 5;
  for (const std::uint64_t first : firsts) {
    LaneBlocks lanes;
    keyed_lanes(run, Identity{first}, 2023, BlockNumber{5}, lanes);
    expect_keyed(lanes, run, first, 2023, BlockNumber{5});
    lanes_detail::portable(run, first, question, lanes);
    expect_keyed(lanes, run, first, 2023, BlockNumber{5});
    if (!is_available(Isa::avx2)) continue;
    lanes = {};
    lanes_detail::avx2(run, first, question, lanes);
    expect_keyed(lanes, run, first, 2023, BlockNumber{5});
  }
}

TEST(ChosenIsa, CanRunHere) {
  EXPECT_TRUE(is_available(Isa::portable));
  EXPECT_TRUE(is_available(chosen_isa()));
}

}  // namespace
}  // namespace samspil
