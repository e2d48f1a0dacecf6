#include "model/population/draw.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace samspil {
namespace {

std::vector<std::uint32_t> by_id(std::size_t n) {
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  return order;
}

/// Families of 2 to 5 people with correlated yes-no traits per person: 5 of the adults, 10 of the
/// children, from rare (3 %) to common (65 %), unequal weights.
struct Pool {
  static constexpr std::size_t traits = 15;

  std::vector<double> numerators;
  std::vector<double> denominators;
  std::vector<double> weights;
  std::vector<double> shares;
};

Pool synthetic_pool(std::uint64_t n) {
  Pool pool;
  std::vector<double> above(Pool::traits);
  std::vector<double> below(Pool::traits);
  for (std::uint64_t k = 0; k < n; ++k) {
    const PhiloxBlock family = keyed_block({7, 0}, Identity{k}, 0, BlockNumber{0});
    const double liability = centred_noise(family);
    const std::uint32_t adults = 1 + family[0] % 2;
    const std::uint32_t children = 1 + family[1] % 3;
    pool.weights.push_back(0.2 + 2 * uniform(family[2]) * uniform(family[3]));
    for (std::size_t j = 0; j < Pool::traits; ++j) {
      const std::uint32_t people = j < 5 ? adults : children;
      const double threshold = 1.9 - 0.16 * static_cast<double>(j);
      double count = 0;
      for (std::uint32_t person = 0; person < people; ++person) {
        const double own = centred_noise(
            keyed_block({7, 0}, Identity{k}, static_cast<int>(j), BlockNumber{1}, person));
        count += 0.7 * liability + 0.714 * own > threshold ? 1 : 0;
      }
      pool.numerators.push_back(count);
      pool.denominators.push_back(people);
      above[j] += pool.weights.back() * count;
      below[j] += pool.weights.back() * people;
    }
  }
  for (std::size_t j = 0; j < Pool::traits; ++j) pool.shares.push_back(above[j] / below[j]);
  return pool;
}

std::vector<double> residuals(const Pool& pool) {
  std::vector<double> indicators;
  for (std::size_t i = 0; i < pool.numerators.size(); ++i) {
    const double mean_people = i % Pool::traits < 5 ? 1.5 : 2.0;
    const double expected = pool.shares[i % Pool::traits] * pool.denominators[i];
    indicators.push_back((pool.numerators[i] - expected) / mean_people);
  }
  return indicators;
}

/// Largest error of any share among the first `families` drawn, over `seeds` seeds.
double largest_error(const Pool& pool, const StratifiedDraw& draw, std::uint64_t families,
                     std::uint32_t seeds) {
  double largest = 0;
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    std::vector<double> above(Pool::traits);
    std::vector<double> below(Pool::traits);
    for (std::uint64_t i = 0; i < families; ++i) {
      const std::size_t row = draw.member({seed, 0}, i) * Pool::traits;
      for (std::size_t j = 0; j < Pool::traits; ++j) {
        above[j] += pool.numerators[row + j];
        below[j] += pool.denominators[row + j];
      }
    }
    for (std::size_t j = 0; j < Pool::traits; ++j) {
      largest = std::max(largest, std::abs(above[j] / below[j] - pool.shares[j]));
    }
  }
  return largest;
}

TEST(BalancedOrder, IsAPermutation) {
  const Pool pool = synthetic_pool(3'000);

  std::vector<std::uint32_t> order = balanced_order(residuals(pool), pool.weights);

  std::ranges::sort(order);
  EXPECT_EQ(order, by_id(3'000));
}

TEST(BalancedOrder, SplitsTheWidestIndicatorFirstAndTurnsRoundAtTheCut) {
  const std::vector<double> indicators{0, 0,  //
                                       9, 1,  //
                                       0, 1,  //
                                       9, 0,  //
                                       0, 0,  //
                                       9, 1};
  const std::vector<double> weights(6, 1.0);

  const std::vector<std::uint32_t> order = balanced_order(indicators, weights);

  EXPECT_EQ(order, (std::vector<std::uint32_t>{0, 4, 2, 1, 5, 3}));
}

TEST(BalancedOrder, WeighsTheVariance) {
  const std::vector<double> indicators{0, 0,  //
                                       1, 0,  //
                                       0, 2,  //
                                       1, 2};
  const std::vector<double> light_twos{10, 10, 0.01, 0.01};

  const std::vector<std::uint32_t> order = balanced_order(indicators, light_twos);

  EXPECT_EQ(order, (std::vector<std::uint32_t>{0, 2, 3, 1}));
}

TEST(BalancedOrder, KeepsIdOrderAmongMembersThatAreAlike) {
  const std::vector<double> indicators(100, 0.1);
  const std::vector<double> weights(50, 0.3);

  EXPECT_EQ(balanced_order(indicators, weights), by_id(50));
  EXPECT_EQ(balanced_order({}, weights), by_id(50));
}

TEST(BalancedOrder, RefusesRowsThatDoNotFit) {
  const std::vector<double> indicators(7, 0.0);
  const std::vector<double> weights(3, 1.0);

  EXPECT_THROW(balanced_order(indicators, weights), std::invalid_argument);
  EXPECT_THROW(balanced_order(indicators, {}), std::invalid_argument);
}

TEST(StratifiedDraw, TakesTheMemberAtTheCumulativeWeight) {
  const std::vector<double> weights{1, 0, 2, 5, 0};
  const std::vector<std::uint32_t> order{4, 2, 1, 3, 0};
  const StratifiedDraw draw{order, weights};

  for (std::uint32_t seed = 1; seed < 100; ++seed) {
    for (std::uint64_t i = 0; i < 100; ++i) {
      const PhiloxBlock words = keyed_block({seed, 3}, Identity{0}, 0, starting_family_block);
      const std::uint64_t at =
          ((std::uint64_t{words[0]} << 32) | words[1]) + i * 0x9E3779B97F4A7C15ULL;
      const std::uint32_t eighth = static_cast<std::uint32_t>(at >> 61);

      ASSERT_EQ(draw.member({seed, 3}, i), eighth < 2 ? 2U : eighth < 7 ? 3U : 0U);
    }
  }
}

TEST(StratifiedDraw, PlacesFamiliesMoreFinelyThan32Bits) {
  const PhiloxBlock words = keyed_block({}, Identity{0}, 0, starting_family_block);
  const double first = static_cast<double>((std::uint64_t{words[0]} << 32) | words[1]);
  const StratifiedDraw below{by_id(2), std::vector<double>{first - 0x1p16, 0x1p64 - first}};
  const StratifiedDraw above{by_id(2), std::vector<double>{first + 0x1p16, 0x1p64 - first}};

  EXPECT_EQ(below.member({}, 0), 1U);
  EXPECT_EQ(above.member({}, 0), 0U);
}

TEST(StratifiedDraw, AnswersAPoolOfOne) {
  const StratifiedDraw draw{by_id(1), std::vector<double>{0.3}};

  for (std::uint64_t i = 0; i < 100; ++i) EXPECT_EQ(draw.member({}, i), 0U);
}

TEST(StratifiedDraw, NeverTakesAMemberWithoutWeight) {
  std::vector<double> weights(1'000, 1.0);
  for (std::size_t k = 0; k < 1'000; k += 3) weights[k] = 0;  // the first and the last too
  const StratifiedDraw draw{by_id(1'000), weights};

  for (std::uint64_t i = 0; i < 100'000; ++i) EXPECT_NE(draw.member({}, i) % 3, 0U);
}

TEST(StratifiedDraw, DependsOnTheSeedAndTheReplicate) {
  const std::vector<double> weights(1'000, 1.0);
  const StratifiedDraw draw{by_id(1'000), weights};

  std::set<std::uint32_t> firsts;
  for (std::uint32_t s = 0; s < 10; ++s) {
    firsts.insert(draw.member({s, 0}, 0));
    firsts.insert(draw.member({0, s + 1}, 0));
  }

  EXPECT_GT(firsts.size(), 15U);
}

// The golden ratio's multiples put N p + O(log N) of the first N points into any interval of
// length p: here never further off than 6, where chance alone would often be off by 100.
TEST(StratifiedDraw, TakesEveryMemberAsOftenAsItWeighsInEveryPrefix) {
  std::vector<double> weights(200);
  for (std::uint64_t k = 0; k < 200; ++k) {
    const PhiloxBlock words = keyed_block({}, Identity{k}, 0, BlockNumber{0});
    weights[k] = uniform(words[0]) * uniform(words[1]) * (k < 3 ? 200 : 1);
  }
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  const StratifiedDraw draw{by_id(200), weights};

  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    std::vector<double> taken(200);
    for (std::uint64_t i = 0; i < 100'000; ++i) {
      ++taken[draw.member({seed, 0}, i)];
      if ((i + 1) % 997 != 0) continue;
      for (std::size_t k = 0; k < 200; ++k) {
        const double expected = weights[k] / total * static_cast<double>(i + 1);
        ASSERT_NEAR(taken[k], expected, 6) << "member " << k << ", prefix " << i + 1;
      }
    }
  }
}

TEST(StratifiedDraw, GivesPrefixesTheSharesOfThePool) {
  const Pool pool = synthetic_pool(20'000);
  const StratifiedDraw draw{balanced_order(residuals(pool), pool.weights), pool.weights};

  for (const std::uint64_t families : {5'000U, 10'000U, 25'000U}) {
    const double error = largest_error(pool, draw, families, 50);

    RecordProperty("largest_error_" + std::to_string(families), std::to_string(error));
    EXPECT_LT(error, 0.01) << families << " families";
  }
}

TEST(StratifiedDraw, RefusesAnOrderThatIsNotOfThePool) {
  const std::vector<double> weights{1, 1, 1};
  const std::vector<std::uint32_t> twice{0, 1, 1};
  const std::vector<std::uint32_t> beyond{0, 1, 3};
  const std::vector<double> nothing{0, 0, 0};
  const std::vector<double> negative{1, -1, 1};

  EXPECT_THROW((StratifiedDraw{twice, weights}), std::invalid_argument);
  EXPECT_THROW((StratifiedDraw{beyond, weights}), std::invalid_argument);
  EXPECT_THROW((StratifiedDraw{by_id(2), weights}), std::invalid_argument);
  EXPECT_THROW((StratifiedDraw{by_id(3), nothing}), std::invalid_argument);
  EXPECT_THROW((StratifiedDraw{by_id(3), negative}), std::invalid_argument);
}

}  // namespace
}  // namespace samspil
