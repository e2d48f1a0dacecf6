#include "model/appraisal/monotone_curve.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace samspil {
namespace {

const std::vector<double> at{0, 0.5, 1, 2, 4};

std::vector<double> of(double (*curve)(double)) {
  std::vector<double> values;
  for (const double x : at) values.push_back(curve(x));
  return values;
}

TEST(MonotoneCurve, GoesThroughItsPoints) {
  const std::vector<double> values{3, -1, -1, 7, 2};
  for (std::size_t i = 0; i < at.size(); ++i) {
    EXPECT_DOUBLE_EQ(curve_at(at, values, at[i]), values[i]);
  }
}

/// Between two points it neither leaves their range nor turns, though its points jump and turn.
TEST(MonotoneCurve, RunsBetweenTwoPointsAsTheyDo) {
  const std::vector<double> values{0, 0.001, 50, 49, 200};
  for (std::size_t i = 0; i + 1 < at.size(); ++i) {
    const double sign = values[i + 1] > values[i] ? 1 : -1;
    double before = values[i];
    for (int step = 1; step <= 100; ++step) {
      const double now = curve_at(at, values, at[i] + (at[i + 1] - at[i]) * step / 100);
      EXPECT_GE(sign * (now - before), -1e-9) << i << ' ' << step;
      before = now;
    }
  }
}

TEST(Root, OfALineIsWhereTheLineIs) {
  const Root root = root_of(at, of([](double x) { return 3 * x - 5.1; }));
  EXPECT_EQ(root.kind, RootKind::one);
  EXPECT_TRUE(root.rises);
  EXPECT_NEAR(*root.at, 1.7, 1e-9);
}

TEST(Root, FallsWhereTheCurveDoes) {
  const Root root = root_of(at, of([](double x) { return 1 - x * x * x; }));
  EXPECT_EQ(root.kind, RootKind::one);
  EXPECT_FALSE(root.rises);
  EXPECT_DOUBLE_EQ(*root.at, 1);  // a point
}

/// An exponential, as effects make it: nearer than a line between the points would come.
TEST(Root, IsThatOfTheInterpolant) {
  const auto values = of([](double x) { return std::exp(0.4 * x) - std::exp(0.4 * 1.3); });
  const Root root = root_of(at, values);
  EXPECT_NEAR(curve_at(at, values, *root.at), 0, 1e-9);
  EXPECT_NEAR(*root.at, 1.3, 0.01);
}

TEST(Root, IsNoneOfACurveOnOneSide) {
  EXPECT_EQ(root_of(at, {1, 2, 3, 2, 1}).kind, RootKind::above);
  EXPECT_EQ(root_of(at, {-1, -2, -3, -2, -1}).kind, RootKind::below);
  EXPECT_EQ(root_of(at, {0, 0, 0, 0, 0}).kind, RootKind::nothing);
  EXPECT_FALSE(root_of(at, {1, 2, 3, 2, 1}).at);
}

/// Nought at an end, or touched on the way, is no change of sign; between other signs it is.
TEST(Root, OfPointsAtNoughtNeedsAChangeOfSign) {
  EXPECT_EQ(root_of(at, {0, 1, 2, 3, 4}).kind, RootKind::above);
  EXPECT_EQ(root_of(at, {0, -1, -2, -3, 0}).kind, RootKind::below);
  EXPECT_EQ(root_of(at, {-1, -1, 0, -1, -1}).kind, RootKind::below);
  const Root root = root_of(at, {-1, -1, 0, 0, 1});
  EXPECT_EQ(root.kind, RootKind::one);
  EXPECT_EQ(root.at, 1);
}

TEST(Root, OfSeveralIsTheLast) {
  const Root root = root_of(at, {-1, 1, -1, -1, 1});
  EXPECT_EQ(root.kind, RootKind::several);
  EXPECT_GT(*root.at, 2);
  EXPECT_LT(*root.at, 4);
  EXPECT_TRUE(root.rises);
}

}  // namespace
}  // namespace samspil
