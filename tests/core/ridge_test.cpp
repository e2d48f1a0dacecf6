#include "model/core/ridge.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/core/random.hpp"

namespace samspil {
namespace {

double keyed(std::uint64_t who, int row) {
  return uniform(keyed_block({4, 0}, Identity{who}, row, BlockNumber{0})[0]) - 0.5;
}

std::vector<std::vector<double>> columns(std::size_t count, int rows) {
  std::vector<std::vector<double>> all(count);
  for (std::size_t k = 0; k < count; ++k) {
    for (int row = 0; row < rows; ++row) all[k].push_back(keyed(k, row));
  }
  return all;
}

TEST(Ridge, PredictsALineFromTheOtherRows) {
  const auto x = columns(2, 30);
  std::vector<double> y;
  for (std::size_t row = 0; row < 30; ++row) y.push_back(7 + 3e6 * x[0][row] - 2 * x[1][row]);
  const auto predicted = RidgeRegression{x, 30}.left_out_predictions(y);
  for (std::size_t row = 0; row < 30; ++row) EXPECT_NEAR(predicted[row], y[row], 1e3);
}

/// The closed form is that of fitting again without the row: with hardly a penalty, the line
/// through the other rows.
TEST(Ridge, LeavesTheRowOutThatItPredicts) {
  const std::vector<std::vector<double>> x{{0, 1, 2, 3}};
  const std::vector<double> y{0, 1.1, 1.9, 3};
  const auto predicted = RidgeRegression{x, 4}.left_out_predictions(y);
  // Through (0, 0), (1, 1.1), (2, 1.9): slope 0.95, mean 1 at 1.
  EXPECT_NEAR(predicted[3], 1 + 0.95 * 2, 1e-3);
}

TEST(Ridge, IsTheMeanOfTheOthersWhereNothingVaries) {
  const RidgeRegression ridge{{{5, 5, 5}}, 3};
  EXPECT_FALSE(ridge.tells_anything());
  const auto predicted = ridge.left_out_predictions(std::vector<double>{1, 2, 6});
  EXPECT_DOUBLE_EQ(predicted[0], 4);
  EXPECT_DOUBLE_EQ(predicted[1], 3.5);
  EXPECT_DOUBLE_EQ(predicted[2], 1.5);
}

/// More covariates than rows: noise tells next to nothing about a row that is left out, and the one
/// covariate that does tell is found among few others.
TEST(Ridge, IsNotTakenInByMoreCovariatesThanRows) {
  const auto x = columns(120, 60);
  std::vector<double> noise, told;
  for (int row = 0; row < 60; ++row) {
    noise.push_back(keyed(1000, row));
    told.push_back(x[0][static_cast<std::size_t>(row)]);
  }
  const RidgeRegression wide{x, 60};
  const auto share = [](const std::vector<double>& y, const std::vector<double>& predicted) {
    double missed = 0, whole = 0;
    for (std::size_t row = 0; row < y.size(); ++row) {
      missed += (y[row] - predicted[row]) * (y[row] - predicted[row]);
      whole += y[row] * y[row];
    }
    return missed / whole;
  };
  EXPECT_GT(share(noise, wide.left_out_predictions(noise)), 0.9);
  const RidgeRegression few{{x.begin(), x.begin() + 10}, 60};
  EXPECT_LT(share(told, few.left_out_predictions(told)), 1e-3);
}

}  // namespace
}  // namespace samspil
