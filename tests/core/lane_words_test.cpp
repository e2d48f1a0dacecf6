// Words in lanes are the plain words, lane by lane.
#include "model/core/lane_words.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace samspil {
namespace {

constexpr std::size_t n = 8;

TEST(LaneWords, AreThePlainWords) {
  std::mt19937_64 random{20};
  for (int turn = 0; turn < 200; ++turn) {
    const auto word = static_cast<std::int64_t>(random());
    const auto other = turn % 3 == 0 ? word : static_cast<std::int64_t>(random());
    const auto in = static_cast<LaneSet>(random()) & first_lanes(n);
    const auto also = static_cast<LaneSet>(random()) & first_lanes(n);
    const Words<n> a = words_in<n>(in, word), b = words_in<n>(also, other);
    const LaneSet same = equal(a, b);
    for (std::size_t i = 0; i < n; ++i) {
      const std::int64_t x = words_in<1>(in >> i & 1U, word),
                         y = words_in<1>(also >> i & 1U, other);
      EXPECT_EQ(at(a, i), (in >> i & 1U) != 0 ? word : 0);
      EXPECT_EQ(at(a, i), x);
      EXPECT_EQ(at(a & b, i), x & y);
      EXPECT_EQ(at(a | b, i), x | y);
      EXPECT_EQ(at(a ^ b, i), x ^ y);
      EXPECT_EQ(same >> i & 1U, equal(x, y));
    }
    EXPECT_EQ(any(a), in != 0 && word != 0);
  }
}

TEST(LaneWords, AreAnyInWhicheverLaneABitIs) {
  for (std::size_t lane = 0; lane < n; ++lane) {
    EXPECT_TRUE(any(words_in<n>(lane_bit(lane), std::int64_t{1} << 63))) << lane;
  }
  EXPECT_FALSE(any(Words<n>{0}));
}

}  // namespace
}  // namespace samspil
