#include "model/core/statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace samspil {
namespace {

std::vector<double> up_to(std::size_t n) {
  std::vector<double> values(n);
  std::iota(values.begin(), values.end(), 1.0);
  return values;
}

TEST(Statistics, HaveTheirTextbookValues) {
  const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
  EXPECT_DOUBLE_EQ(mean_of(values), 5);
  EXPECT_DOUBLE_EQ(variance_of(values), 32.0 / 7);
}

TEST(EffectiveNumber, IsThatOfEqualWeightsOfTheSameWorth) {
  EXPECT_DOUBLE_EQ(effective_number(std::vector<double>(7, 0.25)), 7);
  EXPECT_DOUBLE_EQ(effective_number(std::vector<double>{3, 0, 0}), 1);
  EXPECT_DOUBLE_EQ(effective_number(std::vector<double>{2, 1, 1}), 16.0 / 6);
}

TEST(Percentile, IsTheSmallestValueWhoseShareAtOrBelowReachesIt) {
  const std::vector<double> values{10, 20, 20, 30};
  EXPECT_EQ(percentile(values, 0.25), 10);
  EXPECT_EQ(percentile(values, 0.26), 20);
  EXPECT_EQ(percentile(values, 0.5), 20);
  EXPECT_EQ(percentile(values, 0.75), 20);
  EXPECT_EQ(percentile(values, 0.76), 30);
  EXPECT_EQ(percentile(values, 1), 30);
}

/// Share k / n of n values is reached by the k-th, whatever rounding does to n times the share.
TEST(Percentile, IsNotMovedByRounding) {
  for (const std::size_t n : {1U, 7U, 100U, 1000U, 4096U}) {
    const std::vector<double> values = up_to(n);
    for (std::size_t k = 1; k <= n; ++k) {
      const double p = static_cast<double>(k) / static_cast<double>(n);
      ASSERT_EQ(percentile(values, p), static_cast<double>(k)) << k << " of " << n;
      if (k == n) continue;
      const double more = std::nextafter(p, 1);
      ASSERT_EQ(percentile(values, more), static_cast<double>(k + 1)) << k << " of " << n;
    }
  }
}

TEST(Percentile, StaysWithinTheValues) {
  const std::vector<double> values = up_to(10);
  EXPECT_EQ(percentile(values, -0.1), 1);
  EXPECT_EQ(percentile(values, 0), 1);
  EXPECT_EQ(percentile(values, 1.1), 10);
}

}  // namespace
}  // namespace samspil
