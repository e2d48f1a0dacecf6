// Bits are passed over and counted one by one.
#include "model/core/bits.hpp"

#include <gtest/gtest.h>

#include <array>
#include <bit>

#include "model/core/random.hpp"

namespace samspil {
namespace {

TEST(BitCount, CountsEveryBit) {
  EXPECT_EQ(bit_count(0), 0);
  EXPECT_EQ(bit_count(~std::uint64_t{0}), 64);
  for (unsigned i = 0; i < 64; ++i) EXPECT_EQ(bit_count(std::uint64_t{1} << i), 1);
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const std::uint64_t bits = further_bits({1, 2, 3, 4}, i);
    EXPECT_EQ(bit_count(bits), std::popcount(bits));
  }
}

TEST(ForEachBit, CallsEachSetBitOnceFromTheLowest) {
  std::size_t next = 0;
  const std::array<std::size_t, 3> expected{0, 5, 31};
  for_each_bit(1U | 1U << 5 | 1U << 31, [&](std::size_t i) { EXPECT_EQ(i, expected[next++]); });
  EXPECT_EQ(next, expected.size());
}

}  // namespace
}  // namespace samspil
