#include "model/appraisal/draw_spread.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

TEST(DrawSpread, IsThatOfTheMeansOfReplicates) {
  std::vector<double> savings;
  for (int draw = 0; draw < 100; ++draw) {  // means -40, -39, …, 59; replicates 3 to either side
    savings.push_back(draw - 40 - 3);
    savings.push_back(draw - 40 + 3);
  }
  const DrawSpread spread = draw_spread(savings, 2);
  EXPECT_DOUBLE_EQ(spread.mean, 9.5);
  EXPECT_DOUBLE_EQ(spread.p5, -36);
  EXPECT_DOUBLE_EQ(spread.p50, 9);
  EXPECT_DOUBLE_EQ(spread.p95, 54);
  EXPECT_DOUBLE_EQ(spread.chance, 0.59);  // nought is no saving
  EXPECT_NEAR(spread.chance_error, std::sqrt(60.0 / 102 * 42 / 102 / 102), 1e-12);
  // Within a draw the variance is 18, of its mean 9; between the draws 841.67.
  ASSERT_TRUE(spread.luck_share.has_value());
  EXPECT_NEAR(*spread.luck_share, 9 / 841.6667, 1e-6);
}

/// The draw that so large a share of the draws does not exceed, where no whole number of them is.
TEST(DrawSpread, HasTheNextDrawAboveAsPercentile) {
  const DrawSpread spread = draw_spread(std::vector<double>{7, 6, 5, 4, 3, 2, 1}, 1);
  EXPECT_EQ(spread.p5, 1);
  EXPECT_EQ(spread.p50, 4);
  EXPECT_EQ(spread.p95, 7);
}

TEST(DrawSpread, TellsNoShareOfLuckWithOneReplicate) {
  const std::vector<double> savings{1, 2, 3};
  EXPECT_FALSE(draw_spread(savings, 1).luck_share.has_value());
  EXPECT_EQ(draw_spread(savings, 1).chance, 1);
  EXPECT_GT(draw_spread(savings, 1).chance_error, 0.15);  // three draws settle little
}

TEST(DrawSpread, IsNothingOfOneDraw) {
  const RunResult result = test::fake_run(test::fake_scenario(), 3, 2);
  EXPECT_FALSE(draw_spread(result, 1, Purse::municipality).has_value());
}

}  // namespace
}  // namespace samspil
