#include "model/inputs/quantile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

using enum DistributionKind;

const std::array<Distribution, 5> examples{{{beta, {10, 30}},
                                            {lognormal, {0.3, 0.2}},
                                            {normal, {0.4, 0.7}},
                                            {uniform, {0.2, 0.9}},
                                            {gamma, {4, 0.05}}}};

/// Chance of x or less, by formulas other than the library's.
double chance_below(const Distribution& distribution, double x) {
  const auto [first, second] = distribution.parameters;
  switch (distribution.kind) {
    case beta: {  // whole a, b: at least a successes in a + b - 1 trials
      double sum = 0;
      const double n = first + second - 1;
      for (int k = static_cast<int>(first); k <= n; ++k) {
        sum += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) +
                        k * std::log(x) + (n - k) * std::log1p(-x));
      }
      return sum;
    }
    case lognormal:
      return std::erfc(-(std::log(x) - first) / second / std::sqrt(2.0)) / 2;
    case normal:
      return std::erfc(-(x - first) / second / std::sqrt(2.0)) / 2;
    case gamma: {  // whole shape: at least `shape` arrivals
      double term = std::exp(-x / second);
      double sum = 0;
      for (int k = 0; k < first; ++k) {
        sum += term;
        term *= x / second / (k + 1);
      }
      return 1 - sum;
    }
    case uniform:
      break;
  }
  return (x - first) / (second - first);
}

TEST(Quantile, InvertsTheDistributionFunction) {
  for (const Distribution& distribution : examples) {
    for (const double u : {0x1p-33, 1e-4, 0.05, 0.5, 0.95, 0.9999}) {
      EXPECT_NEAR(chance_below(distribution, quantile(distribution, u)), u, 1e-6)
          << distribution_names[static_cast<std::size_t>(distribution.kind)] << ' ' << u;
    }
  }
}

TEST(Quantile, HasTwentyFourBits) {
  for (const Distribution& distribution : examples) {
    const double value = quantile(distribution, 0.3);
    EXPECT_EQ(value, static_cast<double>(static_cast<float>(value)));
  }
}

TEST(Mean, IsTheMidpointSumOfQuantiles) {
  for (const Distribution& distribution : examples) {
    EXPECT_NEAR(mean(distribution), mean_within(distribution, -100, 100), 1e-3);
  }
}

TEST(MeanWithin, IsThatOfWhatIsCutOff) {
  EXPECT_NEAR(mean_within({uniform, {-1, 1}}, 0, 1), 0.25, 1e-6);
  EXPECT_NEAR(mean_within({normal, {0.5, 1}}, 0, 1), 0.5, 1e-6);
  // Of max(X, 0) for a standard normal X: 1 / sqrt(2 pi).
  EXPECT_NEAR(mean_within({normal, {0, 0.1}}, 0, 1), 0.1 / std::sqrt(2 * std::acos(-1.0)), 1e-5);
}

TEST(Quantile, BearsTheOddestParametersThatAFileMayHold) {
  for (const Distribution& distribution :
       {Distribution{beta, {1e-3, 1e-3}}, Distribution{beta, {1e6, 1e-3}},
        Distribution{beta, {1e6, 1e6}}, Distribution{lognormal, {20, 5}},
        Distribution{gamma, {1e-3, 1e6}}, Distribution{gamma, {1e6, 1e6}}}) {
    for (const double u : {0x1p-33, 0.5, 1 - 0x1p-33}) {
      EXPECT_TRUE(std::isfinite(quantile(distribution, u))) << distribution.parameters[0];
    }
  }
}

}  // namespace
}  // namespace samspil
