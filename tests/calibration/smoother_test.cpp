// The ensemble smoother on problems whose posterior is known.
#include "model/calibration/smoother.hpp"

#include <gtest/gtest.h>

#include "model/calibration/ensemble_update.hpp"
#include "model/calibration/observation.hpp"
#include "model/core/statistics.hpp"
#include "model/words/problem.hpp"
#include "tests/calibration/linear_problem.hpp"

namespace samspil {
namespace {

using test::LinearProblem;
using test::seen;

std::vector<double> column(const Matrix& matrix, std::size_t j) {
  std::vector<double> values;
  for (std::size_t i = 0; i < matrix.rows; ++i) values.push_back(matrix(i, j));
  return values;
}
double deviation(const Matrix& matrix, std::size_t j) {
  return std::sqrt(variance_of(column(matrix, j)));
}

Matrix slopes(std::initializer_list<std::initializer_list<double>> rows) {
  Matrix matrix{rows.size(), rows.begin()->size()};
  std::size_t at = 0;
  for (const auto& row : rows) {
    for (const double value : row) matrix.values[at++] = value;
  }
  return matrix;
}

/// Two inputs, of which two targets tell, and a third that none does.
LinearProblem two_of_three() {
  return {slopes({{1, 0.5, 0}, {0, 2, 0}}), {seen("a", 1.2, 0.5), seen("b", -1.0, 0.8)}};
}

// Posterior precision I + S' R^-1 S and mean of that, by hand.
TEST(TheSmoother, FindsTheExactPosteriorOfALinearProblem) {
  const LinearProblem problem = two_of_three();
  SmootherSettings settings;
  settings.members = 4000;
  settings.localisation = 0;
  const SmootherResult result = smooth(problem, settings, {}, {});
  const double p11 = 1 + 1 / 0.25, p12 = 0.5 / 0.25, p22 = 1 + 0.25 / 0.25 + 4 / 0.64;
  const double determinant = p11 * p22 - p12 * p12;
  const double b1 = 1.2 / 0.25, b2 = 0.5 * 1.2 / 0.25 - 2 / 0.64;
  const double mean1 = (p22 * b1 - p12 * b2) / determinant;
  const double mean2 = (p11 * b2 - p12 * b1) / determinant;
  // Four standard errors of 4,000 members, doubled for the steps.
  EXPECT_NEAR(mean_of(column(result.scores, 0)), mean1, 0.04);
  EXPECT_NEAR(mean_of(column(result.scores, 1)), mean2, 0.04);
  EXPECT_NEAR(deviation(result.scores, 0), std::sqrt(p22 / determinant), 0.02);
  EXPECT_NEAR(deviation(result.scores, 1), std::sqrt(p11 / determinant), 0.02);
  EXPECT_NEAR(deviation(result.scores, 2), 1, 0.05);
  double product = 0;
  for (std::size_t m = 0; m < settings.members; ++m) {
    product += (result.scores(m, 0) - mean1) * (result.scores(m, 1) - mean2);
  }
  EXPECT_NEAR(product / settings.members, -p12 / determinant, 0.02);
}

TEST(TheSmoother, TakesInAllDataInAsManyStepsAsAllowed) {
  const LinearProblem problem{slopes({{1, 0, 0}}), {seen("far", 40, 0.1)}};
  SmootherSettings settings;
  settings.most_updates = 3;
  const SmootherResult result = smooth(problem, settings, {}, {});
  ASSERT_LE(result.iterations.size(), 4U);
  double taken_in = 0;
  for (const SmootherIteration& iteration : result.iterations) taken_in += iteration.step;
  EXPECT_NEAR(taken_in, 1, 1e-12);
  EXPECT_EQ(result.iterations.back().step, 0);
  EXPECT_LT(result.iterations.back().misfit, result.iterations.front().misfit / 100);
}

TEST(TheSmoother, LeavesAnInputThatNoTargetMayMove) {
  const LinearProblem problem = two_of_three();
  SmootherSettings settings;
  const auto not_first = [](std::size_t input, std::size_t) { return input != 0; };
  const SmootherResult result = smooth(problem, settings, not_first, {});
  EXPECT_EQ(column(result.scores, 0), column(result.prior_scores, 0));
  EXPECT_NE(column(result.scores, 1), column(result.prior_scores, 1));
}

TEST(TheSmoother, DoesNotShrinkInputsByLuck) {
  Matrix one_told{1, 200};
  one_told(0, 0) = 1;
  const LinearProblem problem{one_told, {seen("a", 0.5, 0.3)}};
  const auto mean_deviation = [&](double localisation, bool inflation) {
    SmootherSettings settings;
    settings.members = 50;
    settings.localisation = localisation;
    settings.inflation = inflation;
    const SmootherResult result = smooth(problem, settings, {}, {});
    double sum = 0;
    for (std::size_t i = 1; i < 200; ++i) {
      sum += deviation(result.scores, i) / deviation(result.prior_scores, i);
    }
    return sum / 199;
  };
  EXPECT_LT(mean_deviation(0, false), 0.995);
  EXPECT_NEAR(mean_deviation(2, true), 1, 0.005);
}

TEST(TheSmoother, PutsOthersInThePlaceOfMembersThatFail) {
  LinearProblem problem = two_of_three();
  problem.fails_above = 1;
  SmootherSettings settings;
  const SmootherResult result = smooth(problem, settings, {}, {});
  EXPECT_GT(result.iterations.front().failed, 5U);
  for (const double value : result.outputs.values) EXPECT_TRUE(std::isfinite(value));
  problem.fails_above = -100;
  EXPECT_THROW(smooth(problem, settings, {}, {}), Failure);
}

TEST(TheSmoother, GivesTheSameBitsAgain) {
  const LinearProblem problem = two_of_three();
  const SmootherSettings settings;
  EXPECT_EQ(smooth(problem, settings, {}, {}).scores, smooth(problem, settings, {}, {}).scores);
}

TEST(ACorrelation, IsDroppedWithinItsLuckAndKeptFarBeyond) {
  EXPECT_EQ(shrunken_correlation(0.19, 100, 2), 0);
  EXPECT_NEAR(shrunken_correlation(0.4, 100, 2), 0.75, 1e-12);
  EXPECT_NEAR(shrunken_correlation(-0.4, 100, 2), 0.75, 1e-12);
  EXPECT_EQ(shrunken_correlation(0.01, 100, 0), 1);
}

TEST(Observations, OfCountsAreNeverCertainAndShareTheirPeople) {
  Target a = seen("a", 0, 0), b = a;
  a.form = b.form = TargetForm::multinomial;
  a.group = b.group = "people";
  a.n = b.n = 50;
  b.count = 20;
  EXPECT_NEAR(observation_error(a), std::sqrt(0.5 / 51 * (1 - 0.5 / 51) / 50), 1e-12);
  const std::vector<Target> targets{a, b, seen("c", 1, 2)};
  const std::vector<std::size_t> all{0, 1, 2};
  const Matrix covariance = observation_covariance(targets, all, 0.5);
  EXPECT_NEAR(covariance(0, 1), -0.5 / 51 * 20.5 / 51 / 50, 1e-12);
  EXPECT_EQ(covariance(0, 2), 0);
  EXPECT_NEAR(covariance(2, 2), 4, 1e-12);
}

TEST(Observations, OfTheSamePeopleTwiceAreCorrelated) {
  Target a = seen("a", 0, 2), b = seen("b", 0, 3);
  a.group = b.group = "people";
  const std::vector<Target> targets{a, b};
  const std::vector<std::size_t> both{0, 1};
  EXPECT_NEAR(observation_covariance(targets, both, 0.5)(0, 1), 3, 1e-12);
}

}  // namespace
}  // namespace samspil
