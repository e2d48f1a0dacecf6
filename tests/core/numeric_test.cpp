#include "model/core/numeric.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "model/core/random.hpp"

namespace samspil {
namespace {

/// Distance in units in the last place of the exact value.
double ulps(double value, long double exact) {
  const double nearest = std::fabs(static_cast<double>(exact));
  const double ulp = std::nextafter(nearest, std::numeric_limits<double>::infinity()) - nearest;
  return static_cast<double>(std::fabs(static_cast<long double>(value) - exact) /
                             static_cast<long double>(ulp));
}

double log_error(double x) { return ulps(natural_log(x), std::log(static_cast<long double>(x))); }
double exp_error(double x) { return ulps(natural_exp(x), std::exp(static_cast<long double>(x))); }

constexpr std::uint32_t arguments = 200'000;
constexpr double allowed = 2.0;

PhiloxBlock words(std::uint32_t i) { return keyed_block({}, Identity{i}, 0, BlockNumber{0}); }

TEST(NaturalLog, IsWithinTwoUlpOfUniforms) {
  for (std::uint32_t i = 0; i < arguments; ++i) {
    const double u = uniform(words(i)[0]);
    ASSERT_LE(log_error(u), allowed) << u;
    ASSERT_LE(log_error(0.5 + 1.5 * u), allowed) << 0.5 + 1.5 * u;
  }
  ASSERT_LE(log_error(uniform(0)), allowed);
  ASSERT_LE(log_error(uniform(0xFFFFFFFF)), allowed);
}

TEST(NaturalLog, IsWithinTwoUlpNearOne) {
  EXPECT_EQ(natural_log(1.0), 0.0);
  for (int power = 1; power <= 52; ++power) {
    for (std::uint32_t i = 0; i < 1000; ++i) {
      const double x = 1.0 + (uniform(words(i)[0]) - 0.5) * std::ldexp(1.0, -power);
      if (x == 1.0) continue;
      ASSERT_LE(log_error(x), allowed) << x;
    }
  }
}

TEST(NaturalLog, IsWithinTwoUlpOfTinyAndBig) {
  for (int power = -1022; power <= 1023; ++power) {
    for (std::uint32_t i = 0; i < 50; ++i) {
      const double x = std::ldexp(1.0 + uniform(words(i)[0]), power);
      ASSERT_LE(log_error(x), allowed) << x;
    }
  }
  ASSERT_LE(log_error(std::numeric_limits<double>::min()), allowed);
  ASSERT_LE(log_error(std::numeric_limits<double>::max()), allowed);
}

TEST(NaturalExp, IsWithinTwoUlp) {
  EXPECT_EQ(natural_exp(0.0), 1.0);
  for (const double width : {1400.0, 40.0, 2.0, 1e-3, 1e-12}) {
    for (std::uint32_t i = 0; i < arguments; ++i) {
      const double x = (uniform(words(i)[0]) - 0.5) * width;
      ASSERT_LE(exp_error(x), allowed) << x;
    }
  }
  ASSERT_LE(exp_error(-700), allowed);
  ASSERT_LE(exp_error(700), allowed);
}

TEST(NaturalExp, UndoesTheLogarithm) {
  for (std::uint32_t i = 0; i < arguments; ++i) {
    const double u = uniform(words(i)[0]);
    // An error of the logarithm of |log u| ulp grows into one of the same relative size.
    ASSERT_NEAR(natural_exp(natural_log(u)) / u, 1.0, 1e-14) << u;
  }
}

}  // namespace
}  // namespace samspil
