// Bits are passed over one by one.
#include "model/core/bits.hpp"

#include <gtest/gtest.h>

#include <array>

namespace samspil {
namespace {

TEST(ForEachBit, CallsEachSetBitOnceFromTheLowest) {
  std::size_t next = 0;
  const std::array<std::size_t, 3> expected{0, 5, 31};
  for_each_bit(1U | 1U << 5 | 1U << 31, [&](std::size_t i) { EXPECT_EQ(i, expected[next++]); });
  EXPECT_EQ(next, expected.size());
}

}  // namespace
}  // namespace samspil
