// Sixteen comparisons at once are sixteen comparisons.
#include "model/core/lanes.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

namespace samspil {
namespace {

PhiloxBlock block_of(std::uint32_t i) {
  return keyed_block({1, 0}, Identity{i}, 2022, BlockNumber{0});
}

TEST(BytesBelow, ComparesEachByteWithItsOwnLimit) {
  for (std::uint32_t i = 0; i < 2000; ++i) {
    const PhiloxBlock block = block_of(i);
    const PhiloxBlock levels = block_of(i + 5000);
    FourFloats limits{};
    unsigned expected = 0;
    for (std::size_t b = 0; b < 4; ++b) {
      const float limit = static_cast<float>(byte_of_block(levels, b)) + (i % 2 == 0 ? 0.0F : 0.5F);
      limits[b] = limit;
      expected |= static_cast<unsigned>(static_cast<float>(byte_of_block(block, b)) < limit) << b;
    }

    ASSERT_EQ(bytes_below(block[0], limits), expected) << i;
  }
  EXPECT_EQ(bytes_below(0U, four(0)), 0U);
}

TEST(BytesUpTo, ComparesEachByteWithItsOwnLimit) {
  for (std::uint32_t i = 0; i < 2000; ++i) {
    const PhiloxBlock block = block_of(i);
    const PhiloxBlock levels = block_of(i + 5000);
    std::array<float, 16> values{};
    unsigned expected = 0;
    for (std::size_t b = 0; b < 16; ++b) {
      const float limit = static_cast<float>(byte_of_block(levels, b)) + (i % 2 == 0 ? 0.0F : 0.5F);
      values[b] = limit;
      expected |= static_cast<unsigned>(static_cast<float>(byte_of_block(block, b)) <= limit) << b;
    }

    const BlockLimits limits = std::bit_cast<BlockLimits>(values);
    ASSERT_EQ(bytes_up_to(block, limits), expected) << i;
  }
}

TEST(BytesUpTo, TakesLimitsOfAnySize) {
  const BlockLimits limits{four(0), four(0.999F), four(256), four(1e30F)};

  EXPECT_EQ(bytes_up_to({0, 0, 0, 0}, limits), 0xFFFFU);
  EXPECT_EQ(bytes_up_to({0x01010101, 0x01010101, ~0U, ~0U}, limits), 0xFF00U);
}

TEST(BytesUpTo, TakesTheLimitsOfItsBlock) {
  const PhiloxBlock block{0x03020100, 0x07060504, 0x0B0A0908, 0x0F0E0D0C};  // byte i is i
  FloatLanes<20> limits{};
  for (std::size_t i = 0; i < 4; ++i) limits[4 + i] = four(9);

  EXPECT_EQ(bytes_up_to(block, limits, 0), 0x0001U);
  EXPECT_EQ(bytes_up_to(block, limits, 4), 0x03FFU);
}

template <std::size_t n>
void expect_lane_by_lane() {
  std::array<double, n> values{};
  for (std::size_t i = 0; i < n; ++i) values[i] = 1.0 + static_cast<double>(i);
  const auto of = lanes_of(values, 2);
  const auto by = lanes_by<n>([](std::size_t i) { return 2 + 2 * static_cast<float>(i); });
  ASSERT_EQ(of.size() % 4, 0U);
  ASSERT_GE(4 * of.size(), n);
  ASSERT_LT(4 * of.size(), n + 16);
  for (std::size_t i = 0; i < 4 * of.size(); ++i) {
    const float value = i < n ? 2 + 2 * static_cast<float>(i) : 0;
    EXPECT_EQ(of[i / 4][i % 4], value) << i << " of " << n;
    EXPECT_EQ(by[i / 4][i % 4], value) << i << " of " << n;
  }
}

TEST(Lanes, FollowTheNumbersOfWhatTheyStandFor) {
  expect_lane_by_lane<6>();
  expect_lane_by_lane<14>();
  expect_lane_by_lane<16>();
  expect_lane_by_lane<28>();
}

TEST(RoundedUp, IsNeverBelowTheValueThroughThreeProducts) {
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    const PhiloxBlock words = block_of(i);
    const double a = std::ldexp(uniform(words[0]), static_cast<int>(words[3] % 40) - 30);
    const double b = 50 * uniform(words[1]), c = 256 * uniform(words[2]);

    const float product = rounded_up(a) * (static_cast<float>(b) * rounded_up(c));

    ASSERT_GE(static_cast<double>(product), a * b * c);
    ASSERT_LE(static_cast<double>(product), a * b * c * 1.00001);
  }
}

TEST(Choose, TakesEachLaneByItsBit) {
  const FourFloats yes{1, 2, 3, 4}, no{5, 6, 7, 8};
  for (unsigned bits = 0; bits < 16; ++bits) {
    const FourFloats chosen = choose(bits | 0xF0, yes, no);
    for (unsigned i = 0; i < 4; ++i) EXPECT_EQ(chosen[i], bits >> i & 1U ? yes[i] : no[i]);
  }
}

}  // namespace
}  // namespace samspil
