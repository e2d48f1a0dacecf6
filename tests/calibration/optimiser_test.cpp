// The optimiser on published problems whose optima are certified.
#include "model/calibration/optimiser.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "tests/calibration/cancer_survival.hpp"

namespace samspil::test {
namespace {

/// Scores lie within 5; what a problem searches lies within `scale` times that.
double square(double x) { return x * x; }

OptimiserSettings by(SearchMethod method, std::size_t starts = 8) {
  OptimiserSettings settings;
  settings.method = method;
  settings.starts = starts;
  settings.most_evaluations = 20'000;
  return settings;
}

/// Rosenbrock, The Computer Journal 3 (1960): a bent valley, least at (1, 1).
double rosenbrock(std::span<const double> x) {
  return -(100 * square(x[1] - x[0] * x[0]) + square(1 - x[0]));
}

TEST(Optimiser, FollowsRosenbrocksValley) {
  for (const SearchMethod method :
       {SearchMethod::bobyqa, SearchMethod::sbplx, SearchMethod::nelder_mead}) {
    const auto optima = maximise(rosenbrock, 2, by(method, 3));
    ASSERT_FALSE(optima.empty());
    EXPECT_NEAR(optima[0].value, 0, 1e-6) << static_cast<int>(method);
    EXPECT_NEAR(optima[0].scores[0], 1, 1e-3);
    EXPECT_NEAR(optima[0].scores[1], 1, 2e-3);
    EXPECT_FALSE(optima[0].at_bound);
  }
}

/// Himmelblau, Applied Nonlinear Programming (1972): four minima of nought.
TEST(Optimiser, FindsAllFourOfHimmelblausMinima) {
  const Objective himmelblau = [](std::span<const double> x) {
    return -(square(x[0] * x[0] + x[1] - 11) + square(x[0] + x[1] * x[1] - 7));
  };
  OptimiserSettings settings = by(SearchMethod::nelder_mead, 40);
  const auto optima = maximise(himmelblau, 2, settings);
  const double published[4][2]{
      {3, 2}, {-2.805118, 3.131312}, {-3.779310, -3.283186}, {3.584428, -1.848126}};
  for (const auto& point : published) {
    EXPECT_TRUE(std::any_of(optima.begin(), optima.end(), [&](const LocalOptimum& found) {
      return std::fabs(found.scores[0] - point[0]) < 1e-4 &&
             std::fabs(found.scores[1] - point[1]) < 1e-4 && found.value > -1e-6;
    })) << point[0];
  }
  std::size_t starts = 0;
  for (const LocalOptimum& optimum : optima) starts += optimum.found_from;
  EXPECT_EQ(starts, 40U);
}

/// Misra1a of NIST's Statistical Reference Datasets: y = b1 (1 - exp(-b2 x)), certified
/// b1 = 238.94212918, b2 = 5.5015643181e-4, residual sum of squares 0.12455138894.
TEST(Optimiser, FitsWhatNistCertified) {
  constexpr std::array<double, 14> y{10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02,
                                     44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78};
  constexpr std::array<double, 14> x{77.6,  114.9, 141.1, 190.8, 239.9, 289.0, 332.8,
                                     378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0};
  const auto b1_of = [](double score) { return 250 + 50 * score; };
  const auto b2_of = [](double score) { return 5e-4 + 1e-4 * score; };
  const Objective fit = [&](std::span<const double> scores) {
    double sum = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
      sum += square(y[i] - b1_of(scores[0]) * (1 - std::exp(-b2_of(scores[1]) * x[i])));
    }
    return -sum;
  };
  OptimiserSettings settings = by(SearchMethod::bobyqa, 3);
  settings.tolerance = 1e-9;
  const LocalOptimum best = maximise(fit, 2, settings).front();
  EXPECT_NEAR(-best.value, 0.12455138894, 1e-9);
  EXPECT_NEAR(b1_of(best.scores[0]), 238.94212918, 1e-3);
  EXPECT_NEAR(b2_of(best.scores[1]), 5.5015643181e-4, 1e-8);
}

TEST(Optimiser, FindsBothMirrorOptimaOfTheCancerProblem) {
  const CancerSurvival problem;
  const SyntheticLikelihood likelihood{problem.targets()};
  const Objective objective = objective_of(problem, likelihood, 0, false);
  const auto optima = maximise(objective, 2, by(SearchMethod::nelder_mead));
  ASSERT_GE(optima.size(), 2U);
  for (const std::size_t i : {0U, 1U}) {
    EXPECT_NEAR(optima[i].value, 156.032779, 1e-5);
    const double high = std::max(optima[i].scores[0], optima[i].scores[1]);
    const double low = std::min(optima[i].scores[0], optima[i].scores[1]);
    EXPECT_NEAR(CancerSurvival::value_of(high), .1243973, 1e-5);
    EXPECT_NEAR(CancerSurvival::value_of(low), .0481073, 1e-5);
  }
  EXPECT_GT(
      (optima[0].scores[0] - optima[0].scores[1]) * (optima[1].scores[1] - optima[1].scores[0]), 0);
}

/// Along the profile of one probability stand both optima, with a valley between them.
TEST(Optimiser, ProfilesTheCancerProblem) {
  const CancerSurvival problem;
  const SyntheticLikelihood likelihood{problem.targets()};
  const Objective objective = objective_of(problem, likelihood, 0, false);
  const auto optima = maximise(objective, 2, by(SearchMethod::sbplx, 4));
  std::vector<double> held;
  for (const double p : {.0481073, .07, .09, .11, .1243973, .14}) {
    held.push_back(CancerSurvival::score_of(p));
  }
  const auto points = profile(objective, 0, held, optima, by(SearchMethod::sbplx));
  ASSERT_EQ(points.size(), 6U);
  EXPECT_NEAR(points[0].value, 156.03278, 1e-4);
  EXPECT_NEAR(points[1].value, 148.6066, 1e-3);
  EXPECT_NEAR(points[2].value, 151.7433, 1e-2);
  EXPECT_NEAR(points[4].value, 156.03278, 1e-4);
  const ProfileInterval ninety_five = interval_of(std::span{points}.subspan(1), 1.92);
  EXPECT_GT(CancerSurvival::value_of(ninety_five.low), .09);
  EXPECT_LT(CancerSurvival::value_of(ninety_five.low), .11);
  EXPECT_TRUE(ninety_five.open_above);
}

/// Of a normal likelihood the profile is a parabola: the interval is ± 1.96 standard errors.
TEST(Optimiser, ProfileIntervalsOfANormalAreExact) {
  const Objective normal = [](std::span<const double> x) {
    return -0.5 * (square(x[0] - 1) / 0.09 + square(x[1] + x[0]) / 0.25);
  };
  const auto optima = maximise(normal, 2, by(SearchMethod::bobyqa, 2));
  std::vector<double> held;
  for (int i = 0; i <= 200; ++i) held.push_back(0.01 * i);
  const auto points = profile(normal, 0, held, optima, by(SearchMethod::sbplx));
  const ProfileInterval interval = interval_of(points, 1.9207);
  EXPECT_NEAR(interval.low, 1 - 1.96 * 0.3, 1e-3);
  EXPECT_NEAR(interval.high, 1 + 1.96 * 0.3, 1e-3);
  EXPECT_FALSE(interval.open_below || interval.open_above);
}

TEST(Optimiser, PassesOnWhatTheModelThrows) {
  const Objective stopped = [](std::span<const double> /*x*/) -> double {
    throw std::runtime_error{"stopped by the user"};
  };
  const Objective stopped_later = [n = 0](std::span<const double> x) mutable -> double {
    if (++n > 5) throw std::runtime_error{"stopped by the user"};
    return -x[0] * x[0];
  };
  EXPECT_THROW(maximise(stopped, 1, {}), std::runtime_error);
  try {
    maximise(stopped_later, 1, {});
    FAIL() << "nothing thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "stopped by the user");
  }
}

TEST(Optimiser, TakesWhatIsNoNumberForTheWorst) {
  const Objective half = [](std::span<const double> x) {
    return x[0] < 0 ? std::nan("") : -square(x[0] - 2);
  };
  EXPECT_NEAR(maximise(half, 1, by(SearchMethod::sbplx)).front().scores[0], 2, 1e-4);
}

}  // namespace
}  // namespace samspil::test
