#include "model/appraisal/value_of_information.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "model/core/random.hpp"
#include "model/core/statistics.hpp"
#include "model/inputs/quantile.hpp"

namespace samspil {
namespace {

using Inputs = std::vector<std::vector<double>>;

/// A keyed standard normal number.
double normal(int draw, std::uint64_t who) {
  const double u = uniform(
      keyed_block({11, static_cast<std::uint32_t>(draw)}, Identity{who}, 0, BlockNumber{0})[0]);
  return normal_deviate(std::clamp(u, 1e-12, 1 - 1e-12));
}

std::vector<double> normals(int draws, std::uint64_t who) {
  std::vector<double> all;
  for (int draw = 0; draw < draws; ++draw) all.push_back(normal(draw, who));
  return all;
}

/// E max(0, m + s z) - max(0, m) of a standard normal z.
double unit_normal_loss(double m, double s) {
  const double t = std::fabs(m) / s;
  const double density = std::exp(-t * t / 2) / std::sqrt(2 * std::acos(-1.0));
  return s * (density - t * normal_share(-t));
}

/// One strategy with the result -1 + 2 a + 3 b beside nothing: EVPI and EVPPI have closed forms.
TEST(ValueOfInformation, IsThatOfTheNormalProblemOfTwoOptions) {
  constexpr int n = 20'000;
  const Inputs x{normals(n, 1), normals(n, 2), normals(n, 3)};
  std::vector<double> net;
  for (std::size_t d = 0; d < n; ++d) net.push_back(-1 + 2 * x[0][d] + 3 * x[1][d]);
  const std::vector<RidgeRegression> groups{
      {{x[0]}, n}, {{x[1], x[2]}, n}, {{x[2]}, n}, {{x[0], x[1]}, n}};

  const auto decision = value_of_information({net}, groups);

  ASSERT_TRUE(decision);
  EXPECT_EQ(decision->highest_mean, 0U);
  const double chance = normal_share(-1 / std::sqrt(13.0));
  EXPECT_NEAR(decision->best_in_draws[1], chance, 3 * std::sqrt(chance * (1 - chance) / n));
  EXPECT_DOUBLE_EQ(decision->best_in_draws[0] + decision->best_in_draws[1], 1);
  const double perfect = unit_normal_loss(-1, std::sqrt(13.0));
  EXPECT_NEAR(decision->perfect.value, perfect, 3 * decision->perfect.error);
  EXPECT_LT(decision->perfect.error, 0.02 * perfect);
  const double first = unit_normal_loss(-1, 2), second = unit_normal_loss(-1, 3);
  EXPECT_NEAR(decision->partial[0].value, first, 3 * decision->partial[0].error);
  EXPECT_NEAR(decision->partial[1].value, second, 3 * decision->partial[1].error);
  EXPECT_GT(decision->partial[0].error, 0);
  EXPECT_LT(decision->partial[0].error, 0.1 * first);
  EXPECT_NEAR(decision->partial[2].value, 0, 3 * decision->partial[2].error + 1e-12);
  EXPECT_NEAR(decision->partial[3].value, decision->perfect.value, 1e-6 * perfect);
  for (const Estimate& partial : decision->partial) {
    EXPECT_LE(partial.value, decision->perfect.value * (1 + 1e-12));
  }
}

/// Two strategies, effects times what they act on, less a price: the inner mean over all else is
/// simulated for every value of the group.
TEST(ValueOfInformation, AgreesWithNestedMonteCarlo) {
  const auto first = [](double effect, double amount, double price) {
    return 3 * (std::exp(0.6 * effect) - 1) * (1 + 0.2 * amount) - 0.5 - 0.3 * price;
  };
  const auto second = [](double effect, double amount, double price) {
    return 0.4 + 0.8 * amount - 0.6 * price + 0.2 * effect;
  };
  constexpr int n = 8'000;
  const Inputs x{normals(n, 1), normals(n, 2), normals(n, 3)};
  OptionResults options(2);
  std::vector<double> effect;
  for (std::size_t d = 0; d < n; ++d) {
    options[0].push_back(first(x[0][d], x[1][d], x[2][d]));
    options[1].push_back(second(x[0][d], x[1][d], x[2][d]));
    effect.push_back(std::exp(0.6 * x[0][d]));
  }
  const std::vector<RidgeRegression> groups{{{effect, x[0]}, n}, {{x[1]}, n}};
  const auto decision = value_of_information(options, groups);

  constexpr int outer = 2'000, inner = 200;
  const auto nested = [&](std::size_t known) {
    std::vector<double> best;
    double sums[2] = {0, 0};
    for (int i = 0; i < outer; ++i) {
      double mean[2] = {0, 0};
      for (int j = 0; j < inner; ++j) {
        double z[3];
        for (std::size_t k = 0; k < 3; ++k) {
          z[k] = k == known ? normal(i, 20 + k) : normal(inner * i + j, 30 + k);
        }
        mean[0] += first(z[0], z[1], z[2]) / inner;
        mean[1] += second(z[0], z[1], z[2]) / inner;
      }
      for (int option : {0, 1}) sums[option] += mean[option] / outer;
      best.push_back(std::max({0.0, mean[0], mean[1]}));
    }
    const double error = std::sqrt(variance_of(best) / outer);
    return Estimate{mean_of(best) - std::max({0.0, sums[0], sums[1]}), error};
  };
  for (const std::size_t group : {0U, 1U}) {
    const Estimate expected = nested(group), found = decision->partial[group];
    EXPECT_NEAR(found.value, expected.value, 3 * std::hypot(found.error, expected.error)) << group;
    EXPECT_GT(found.value, 3 * found.error) << group;
    EXPECT_LE(found.value, decision->perfect.value) << group;
  }
}

TEST(ValueOfInformation, IsNoughtOfFixedInputs) {
  const std::vector<RidgeRegression> groups{{{{2, 2, 2}}, 3}};
  const auto decision = value_of_information({{5, 5, 5}, {4, 4, 4}, {-1, -1, -1}}, groups);
  EXPECT_EQ(decision->perfect.value, 0);
  EXPECT_EQ(decision->perfect.error, 0);
  EXPECT_EQ(decision->partial[0].value, 0);
  EXPECT_EQ(decision->partial[0].error, 0);
  EXPECT_EQ(decision->best_in_draws, (std::vector<double>{0, 1, 0, 0}));
}

/// With fewer draws than inputs that all mean nothing, nothing is found but chance.
TEST(ValueOfInformation, OfManyInputsThatTellNothingIsChance) {
  constexpr int n = 100;
  Inputs noise;
  for (std::uint64_t k = 0; k < 150; ++k) noise.push_back(normals(n, 100 + k));
  std::vector<double> net = normals(n, 1);
  for (double& y : net) y -= 0.5;
  const auto decision = value_of_information({net}, {{noise, n}});
  EXPECT_GT(decision->perfect.value, 3 * decision->perfect.error);
  EXPECT_LT(decision->partial[0].value, 3 * decision->partial[0].error + 1e-12);
}

TEST(ValueOfInformation, TellsTheMostOftenBestFromTheHighestMean) {
  const OptionResults options{{1, 1, 1, 1, 1}, {0, 0, 0, 0, 20}};
  const auto decision = value_of_information(options, {});
  EXPECT_EQ(decision->highest_mean, 2U);
  EXPECT_EQ(decision->best_in_draws, (std::vector<double>{0, 0.8, 0.2}));
  EXPECT_DOUBLE_EQ(decision->perfect.value, 4.0 / 5);
}

TEST(ValueOfInformation, SharesADrawBetweenEquals) {
  const auto decision = value_of_information({{0, 3}, {-2, 3}}, {});
  EXPECT_EQ(decision->highest_mean, 1U);
  EXPECT_EQ(decision->best_in_draws, (std::vector<double>{0.25, 0.5, 0.25}));
}

TEST(ValueOfInformation, IsNothingOfOneDrawOrNoOption) {
  EXPECT_FALSE(value_of_information({{1}}, {}));
  EXPECT_FALSE(value_of_information({}, {}));
}

TEST(RankCorrelation, IsOfRanksAloneAndSharesThoseOfEquals) {
  const std::vector<double> a{1, 2, 3, 4}, curve{-1, 8, 27, 1e6}, back{4, 3, 2, -7};
  EXPECT_DOUBLE_EQ(rank_correlation(a, curve)->value, 1);
  EXPECT_DOUBLE_EQ(rank_correlation(a, curve)->error, 0);
  EXPECT_DOUBLE_EQ(rank_correlation(a, back)->value, -1);
  // Ranks 0.5, 0.5, 2, 3 against 0, 1, 2, 3: 4.5 / sqrt(5 × 4.5).
  const auto equals = rank_correlation(std::vector<double>{0, 0, 1, 2}, a);
  EXPECT_NEAR(equals->value, 4.5 / std::sqrt(22.5), 1e-12);
  EXPECT_NEAR(equals->error, std::sqrt(0.1 / 2), 1e-12);
}

TEST(RankCorrelation, IsNothingWhereNothingVaries) {
  const std::vector<double> a{1, 2, 3}, same{5, 5, 5};
  EXPECT_FALSE(rank_correlation(a, same));
  EXPECT_FALSE(rank_correlation(same, a));
  EXPECT_FALSE(rank_correlation(std::vector<double>{1, 2}, std::vector<double>{1, 2}));
}

/// Of a normal pair with correlation r, Spearman's is 6 / π × asin(r / 2).
TEST(RankCorrelation, IsThatOfTheNormalPair) {
  constexpr int n = 10'000;
  const std::vector<double> a = normals(n, 1), other = normals(n, 2);
  std::vector<double> b;
  for (std::size_t d = 0; d < n; ++d) b.push_back(0.6 * a[d] + 0.8 * other[d]);
  const auto found = rank_correlation(a, b);
  EXPECT_NEAR(found->value, 6 / std::acos(-1.0) * std::asin(0.3), 3 * found->error);
  EXPECT_LT(found->error, 0.01);
}

}  // namespace
}  // namespace samspil
