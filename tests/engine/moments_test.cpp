#include "model/engine/moments.hpp"

#include <gtest/gtest.h>

#include <span>

#include "model/core/cuts.hpp"
#include "model/engine/integers.hpp"

namespace samspil {
namespace {

TEST(Moments, AreThoseOfTheNumbers) {
  Moments odd, even;
  for (const std::int64_t x : {1, 3}) odd.add(x);
  for (const std::int64_t x : {2, 6}) even.add(x);
  odd += even;

  EXPECT_EQ(odd.count, 4);
  EXPECT_DOUBLE_EQ(odd.mean(), 3);
  EXPECT_DOUBLE_EQ(odd.error() * odd.error(), (50.0 / 4 - 9) / 4);
}

/// Far from nought the squares are alike in all the digits of a double.
TEST(Moments, KeepTheirErrorFarFromNought) {
  Moments same, apart, below;
  for (int i = 0; i < 3; ++i) same.add(100'000'001);
  for (const std::int64_t x : {1, 2, 4, 9}) {
    apart.add(10'000'000'000'000 + x);
    below.add(-10'000'000'000'000 + x);
  }

  EXPECT_EQ(same.error(), 0);
  // Of 1, 2, 4 and 9: mean 4, squared distances 9 + 4 + 0 + 25.
  EXPECT_DOUBLE_EQ(apart.error() * apart.error(), 38.0 / 4 / 4);
  EXPECT_DOUBLE_EQ(below.error() * below.error(), 38.0 / 4 / 4);
}

TEST(Moments, HoldAsManyAsTheySay) {
  constexpr std::int64_t largest = 100'000'000'000'000, half = 5'000'000'000;
  Moments moments;  // as if 10^10 were added, half of them 2 less
  moments.count = 2 * half;
  moments.sum = Int128{largest} * half + Int128{largest - 2} * half;
  moments.squares = Int128{largest} * largest * half + Int128{largest - 2} * (largest - 2) * half;

  EXPECT_DOUBLE_EQ(moments.error(), 1e-5);
}

/// Two units of two arms and two measures: differences (10, 2) and (20, 6).
PairedTally<2, 2> two_units() {
  PairedTally<2, 2> tally, second;
  tally.add({{{100, 5}, {110, 7}}});
  second.add({{{300, 1}, {320, 7}}});
  tally += second;
  return tally;
}

TEST(PairedTally, HoldsLevelsDifferencesAndTheErrorOfTheirRatio) {
  const PairedTally<2, 2> tally = two_units();

  EXPECT_DOUBLE_EQ(tally.level[0][0].mean(), 200);
  EXPECT_DOUBLE_EQ(tally.level[1][1].mean(), 7);
  EXPECT_DOUBLE_EQ(tally.difference[1][0].mean(), 15);
  EXPECT_DOUBLE_EQ(tally.difference[1][1].mean(), 4);
  EXPECT_EQ(tally.difference[0][0].squares, 0);
  const Estimate ratio = tally.ratio(1);
  EXPECT_DOUBLE_EQ(ratio.value, 15.0 / 4);
  // Of d - 15/4 e over units: 10 - 7.5 and 20 - 22.5, mean 0, variance 6.25, divided by 4.
  EXPECT_NEAR(ratio.error, std::sqrt(6.25 / 2) / 4, 1e-12);
}

TEST(PairedTally, KeepsTheErrorOfARatioOfLargeDifferences) {
  constexpr std::int64_t far = 10'000'000'000'000;
  PairedTally<2, 2> tally, proportional;
  for (const std::int64_t x : {-3, 1, 2}) {
    tally.add({{{0, 0}, {far + x, far - x}}});
    proportional.add({{{0, 0}, {3 * (far + x), far + x}}});
  }

  // Of d - e over units: twice x, whose squares come to 14, divided by n² and far.
  EXPECT_DOUBLE_EQ(tally.ratio(1).error, std::sqrt(4.0 * 14 / 9) / far);
  EXPECT_DOUBLE_EQ(proportional.ratio(1).value, 3);
  EXPECT_NEAR(proportional.ratio(1).error, 0, 1e-20);
}

TEST(PairedTally, IsTheSameAfterItsIntegersHaveTravelled) {
  PairedTally<2, 2> tally = two_units(), back;
  Integers integers;
  append_integers(tally, integers);

  EXPECT_TRUE(take_integers(std::span<const std::int64_t>{integers}, back).empty());

  EXPECT_EQ(back.level[1][0].squares, tally.level[1][0].squares);
  EXPECT_EQ(back.difference[1][1].count, 2);
  EXPECT_EQ(back.ratio(1).error, tally.ratio(1).error);
}

TEST(Cuts, LetEveryWordFindAState) {
  const double third = 1.0 / 3;  // what is left to 1 is no more than a slip of rounding
  const Cuts<4> cuts = cuts_of(Moves<4>{
      {{third, third, third - 9e-10, 0}, {0, 1, 0, 0}, {0.5, 0.25, 0, 0.25}, {0, 0, 0, 1}}});

  EXPECT_EQ(next_state(cuts[0], 0), 0);
  EXPECT_EQ(next_state(cuts[0], 0xFFFFFFFF), 2);
  EXPECT_EQ(next_state(cuts[1], 0), 1);
  EXPECT_EQ(next_state(cuts[2], 0x7FFFFFFF), 0);
  EXPECT_EQ(next_state(cuts[2], 0x80000000), 1);
  EXPECT_EQ(next_state(cuts[2], 0xC0000000), 3);
}

TEST(Cuts, RefuseWhatIsNoDistribution) {
  EXPECT_THROW(cuts_of(Moves<2>{{{0.5, 0.4}, {0, 1}}}), std::invalid_argument);
  EXPECT_THROW(cuts_of(Moves<2>{{{1.5, -0.5}, {0, 1}}}), std::invalid_argument);
}

}  // namespace
}  // namespace samspil
