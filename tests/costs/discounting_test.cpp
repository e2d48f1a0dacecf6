#include "model/costs/discounting.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace samspil {
namespace {

constexpr double six_decimals = 0.5e-6;
constexpr double three_decimals = 0.5e-3;

/// Value now of 1 kr. in each of years 1 to `years`.
double annuity(const DiscountRate& rate, int years, Timing timing) {
  double sum = 0;
  for (int year = 1; year <= years; ++year) {
    sum += discount_factor(rate, time_of_year(year, timing));
  }
  return sum;
}

TEST(DiscountFactor, IsThatOfTheFinanceMinistry) {
  // By hand from 3.5 % to year 35, 2.5 % to year 70, 1.5 % after, six decimals.
  const std::array<std::pair<double, double>, 12> known{{{1, 0.966184},
                                                         {2, 0.933511},
                                                         {3, 0.901943},
                                                         {4, 0.871442},
                                                         {5, 0.841973},
                                                         {9, 0.733731},
                                                         {10, 0.708919},
                                                         {20, 0.502566},
                                                         {35, 0.299977},
                                                         {36, 0.292660},
                                                         {70, 0.126402},
                                                         {71, 0.124534}}};
  for (const auto& [t, factor] : known) {
    EXPECT_NEAR(discount_factor(DiscountRate::fm(), t), factor, six_decimals) << t;
  }
}

TEST(DiscountFactor, IsAPowerWithinAFewUnitsOfTheLastPlace) {
  for (const double rate : {0.01, 0.035, 0.05, 0.2}) {
    for (int quarter = 0; quarter <= 4 * 40; ++quarter) {
      const double t = quarter / 4.0;
      const double power = std::pow(1 + rate, -t);
      const double bound = (8 + 4 * t * rate) * std::numeric_limits<double>::epsilon() * power;
      EXPECT_NEAR(discount_factor(DiscountRate::flat(rate), t), power, bound) << rate << ' ' << t;
    }
  }
}

TEST(DiscountFactor, IsOneNowAndWithoutARate) {
  EXPECT_EQ(discount_factor(DiscountRate::fm(), 0), 1);
  EXPECT_EQ(discount_factor(DiscountRate::flat(0), 50), 1);
}

TEST(DiscountFactor, FallsWithoutAJumpWhereTheRateChanges) {
  for (const double step : {35.0, 70.0}) {
    const double before = discount_factor(DiscountRate::fm(), step - 1e-9);
    const double at = discount_factor(DiscountRate::fm(), step);
    const double after = discount_factor(DiscountRate::fm(), step + 1e-9);
    EXPECT_GT(before, at);
    EXPECT_GT(at, after);
    EXPECT_NEAR(before, after, 1e-9);
  }
  const auto factor = [](double t) { return discount_factor(DiscountRate::fm(), t); };
  EXPECT_NEAR(factor(35) / factor(36), 1.025, 1e-12);
  EXPECT_NEAR(factor(70) / factor(71), 1.015, 1e-12);
}

TEST(Annuity, OfFourYearsDependsOnWhenTheYearIsPaid) {
  EXPECT_NEAR(annuity(DiscountRate::fm(), 4, Timing::start), 3.801637, six_decimals);
  EXPECT_NEAR(annuity(DiscountRate::fm(), 4, Timing::middle), 3.736805, six_decimals);
  EXPECT_NEAR(annuity(DiscountRate::fm(), 4, Timing::end), 3.673079, six_decimals);
}

// 3,000 dollars once, 500 a year for 20 years, 3 %, as in Steve Aos' teaching example of investment
// arithmetic (Washington State Institute for Public Policy).
TEST(Annuity, MeetsThePublishedInvestment) {
  const DiscountRate rate = DiscountRate::flat(0.03);
  const double benefits = 500 * annuity(rate, 20, Timing::end);
  // A spreadsheet's NPV() discounts its first amount by a whole year, here the cost too.
  const double cost = 3000 * discount_factor(rate, time_of_year(1, Timing::end));

  EXPECT_NEAR(benefits, 7438.737, three_decimals);
  EXPECT_NEAR(cost, 2912.621, three_decimals);
  EXPECT_NEAR(benefits - cost, 4526.116, three_decimals);
  EXPECT_NEAR(benefits / cost, 2.554, three_decimals);
  EXPECT_NEAR(benefits - 3000, 4438.737, three_decimals);
  EXPECT_NEAR(benefits / 3000, 2.480, three_decimals);
}

}  // namespace
}  // namespace samspil
