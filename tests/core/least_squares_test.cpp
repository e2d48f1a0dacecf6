#include "model/core/least_squares.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace samspil {
namespace {

/// A table of rows: x first, then a constant and further covariates as given.
struct Row {
  double x;
  double other;
  double y;
  std::size_t cluster;
  double weight = 1;
};

/// On x, a constant and the other covariate, or without the other.
FirstCoefficients regress(const std::vector<Row>& rows, bool with_other, std::size_t clusters) {
  return first_coefficients({rows.size(), clusters, with_other ? 3U : 2U, 1},
                            [&](std::size_t i, std::span<double> x, std::span<double> y) {
                              x[0] = rows[i].x;
                              x[1] = 1;
                              if (with_other) x[2] = rows[i].other;
                              y[0] = rows[i].y;
                              return RowWeight{rows[i].weight, rows[i].cluster};
                            });
}

TEST(LeastSquares, IsTheDifferenceOfMeansWithoutOtherCovariates) {
  // Means 3 and 10. Residuals -2, 0, 2 and -1, 1; of each cluster its own row:
  // HC0 = (4 + 4) / 3² + (1 + 1) / 2² = 25 / 18; × 5/4 × 4/3 for 5 clusters, 5 rows, 2 covariates.
  const std::vector<Row> rows{
      {0, 0, 1, 0}, {0, 0, 3, 1}, {0, 0, 5, 2}, {1, 0, 9, 3}, {1, 0, 11, 4}};
  const FirstCoefficients first = regress(rows, false, 5);
  ASSERT_EQ(first.by_outcome.size(), 1U);
  EXPECT_NEAR(first.by_outcome[0].value, 7, 1e-12);
  EXPECT_NEAR(first.by_outcome[0].standard_error, std::sqrt(25.0 / 18 * 5 / 4 * 4 / 3), 1e-12);
}

TEST(LeastSquares, HoldsTheOtherCovariateAlike) {
  // y = 2 + 3 x + 5 other, without error; the raw difference is 3 + 5 × (2/3 - 1/3).
  std::vector<Row> rows;
  for (const auto& [x, other] : {std::pair{0, 0}, {0, 0}, {0, 1}, {1, 0}, {1, 1}, {1, 1}}) {
    rows.push_back({double(x), double(other), 2.0 + 3 * x + 5 * other, rows.size()});
  }
  EXPECT_NEAR(regress(rows, true, 6).by_outcome[0].value, 3, 1e-12);
  EXPECT_NEAR(regress(rows, true, 6).by_outcome[0].standard_error, 0, 1e-12);
  EXPECT_NEAR(regress(rows, false, 6).by_outcome[0].value, 3 + 5.0 / 3, 1e-12);
}

TEST(LeastSquares, SolvesATableWorkedByHand) {
  // Within other = 0: x 0 0 1, y 1 3 8: difference 6, weight 2/3. Within other = 1: x 0 1, y 4 8:
  // difference 4, weight 1/2. Together (6 × 2/3 + 4 × 1/2) / (2/3 + 1/2) = 36 / 7.
  const std::vector<Row> rows{{0, 0, 1, 0}, {0, 0, 3, 1}, {1, 0, 8, 2}, {0, 1, 4, 3}, {1, 1, 8, 4}};
  EXPECT_NEAR(regress(rows, true, 5).by_outcome[0].value, 36.0 / 7, 1e-12);
}

TEST(LeastSquares, CountsAWeightAsSoManyRowsOfOneCluster) {
  std::vector<Row> weighted{
      {0, 0, 1, 0, 2}, {0, 1, 3, 1, 1}, {1, 0, 8, 2, 3}, {1, 1, 4, 3, 1}, {1, 0, 7, 4, 0}};
  std::vector<Row> repeated;
  for (const Row& row : weighted) {
    for (int i = 0; i < row.weight; ++i) {
      repeated.push_back({row.x, row.other, row.y, row.cluster});
    }
  }
  const Coefficient by_weight = regress(weighted, true, 5).by_outcome[0];
  const Coefficient by_row = regress(repeated, true, 5).by_outcome[0];
  EXPECT_NEAR(by_weight.value, by_row.value, 1e-12);
  // The sandwich is the same; the correction for few rows counts them: 4 against 7.
  EXPECT_NEAR(by_weight.standard_error / std::sqrt(3.0 / 1),
              by_row.standard_error / std::sqrt(6.0 / 4), 1e-12);
}

TEST(LeastSquares, AddsUpWhatAClusterTellsTwice) {
  // Each row copied within its cluster tells nothing new; as a cluster of its own it would.
  std::vector<Row> once{{0, 0, 1, 0}, {0, 0, 4, 1}, {1, 0, 9, 2}, {1, 0, 2, 3}};
  std::vector<Row> copied = once, apart = once;
  for (const Row& row : once) {
    copied.push_back(row);
    apart.push_back({row.x, row.other, row.y, row.cluster + 4});
  }
  const double of_copies = regress(copied, false, 4).by_outcome[0].standard_error;
  const double of_apart = regress(apart, false, 8).by_outcome[0].standard_error;
  EXPECT_NEAR(of_copies / std::sqrt(4.0 / 3 * 7 / 6),
              regress(once, false, 4).by_outcome[0].standard_error / std::sqrt(4.0 / 3 * 3 / 2),
              1e-12);
  EXPECT_GT(of_copies, 1.2 * of_apart);
}

TEST(LeastSquares, LeavesOutWhatOthersTellAlready) {
  // The other covariate is the constant again.
  const std::vector<Row> rows{{0, 1, 1, 0}, {0, 1, 3, 1}, {1, 1, 8, 2}, {1, 1, 4, 3}};
  const Coefficient own = regress(rows, true, 4).by_outcome[0];
  EXPECT_NEAR(own.value, 4, 1e-12);
  EXPECT_NEAR(own.standard_error, regress(rows, false, 4).by_outcome[0].standard_error, 1e-12);
}

TEST(LeastSquares, HasNoCoefficientWhereOthersTellTheFirst) {
  const std::vector<Row> same{{0, 0, 1, 0}, {0, 0, 3, 1}, {1, 1, 8, 2}, {1, 1, 4, 3}};
  EXPECT_TRUE(regress(same, true, 4).by_outcome.empty());
  const std::vector<Row> nobody{{0, 0, 1, 0}, {0, 0, 3, 1}};
  EXPECT_TRUE(regress(nobody, false, 2).by_outcome.empty());
  EXPECT_TRUE(combined(regress(same, true, 4), 1, regress(same, false, 4)).by_outcome.empty());
}

TEST(LeastSquares, CombinesCoefficientsOfTheSameClusters) {
  const std::vector<Row> rows{{0, 0, 1, 0}, {0, 0, 3, 1}, {1, 0, 8, 2}, {1, 0, 4, 3}};
  const FirstCoefficients one = regress(rows, false, 4);
  const Coefficient twice = combined(one, 1, one).by_outcome[0];
  EXPECT_NEAR(twice.value, 8, 1e-12);
  EXPECT_NEAR(twice.standard_error, 2 * one.by_outcome[0].standard_error, 1e-12);
  const Coefficient nothing = combined(one, -1, one).by_outcome[0];
  EXPECT_NEAR(nothing.value, 0, 1e-12);
  EXPECT_NEAR(nothing.standard_error, 0, 1e-12);
}

TEST(LeastSquares, HasNoErrorFromOneCluster) {
  const std::vector<Row> rows{{0, 0, 1, 0}, {0, 0, 3, 0}, {1, 0, 8, 0}, {1, 0, 4, 0}};
  EXPECT_TRUE(std::isnan(regress(rows, false, 1).by_outcome[0].standard_error));
}

}  // namespace
}  // namespace samspil
