#include "model/appraisal/case_uncertainty.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/appraisal/investment_case.hpp"
#include "model/inputs/quantile.hpp"
#include "tests/support/published_case.hpp"

namespace samspil::test {
namespace {

CaseUncertainty of_total(const InvestmentCase& investment) {
  return *appraise(investment).total.uncertainty;
}

TEST(CaseDraws, AreAFunctionOfSeedDrawAndInput) {
  InvestmentCase investment = published_case();
  investment.draws = 50;
  const CaseDraws few = draw_inputs(investment);
  investment.draws = 200;
  investment.uncertainty[index_of(CaseInput::success_rate)].reset();
  const CaseDraws many = draw_inputs(investment);
  investment.seed = 2;
  const CaseDraws others = draw_inputs(investment);

  const std::size_t price = index_of(CaseInput::price_factor);
  for (std::size_t d = 0; d < 50; ++d) EXPECT_EQ(few.values[price][d], many.values[price][d]);
  EXPECT_NE(others.values[price][0], many.values[price][0]);
  EXPECT_EQ(many.values[0][7], investment.success_rate);
}

TEST(CaseDraws, CutOffSuccessRatesThatCannotBeAndTellHowMany) {
  InvestmentCase investment = published_case();
  investment.uncertainty = {Distribution{DistributionKind::uniform, {-0.5, 1.5}}, std::nullopt,
                            std::nullopt};
  const CaseDraws draws = draw_inputs(investment);

  for (const double rate : draws.values[0]) {
    EXPECT_GE(rate, 0);
    EXPECT_LE(rate, 1);
  }
  EXPECT_NEAR(draws.cut_off, investment.draws / 2.0, 5 * std::sqrt(investment.draws / 4.0));
  EXPECT_NEAR(draws.means[0], 0.5, 1e-6);
  EXPECT_EQ(appraise(investment).success_rates_cut_off, draws.cut_off);
}

TEST(CaseUncertainty, IsWorthNoMoreForOneInputThanForAll) {
  InvestmentCase investment = published_case();
  investment.uncertainty[index_of(CaseInput::cost_factor)] =
      Distribution{DistributionKind::gamma, {25, 0.04}};
  const CaseUncertainty total = of_total(investment);

  for (const auto& one : total.evppi) {
    EXPECT_GT(one->value, 0);
    EXPECT_LT(one->value, total.evpi.value);
  }
}

/// Ten draws and a seed by which knowing the success rate alone came out at five times everything.
TEST(CaseUncertainty, IsWorthNoMoreForOneInputOfFewDrawsEither) {
  InvestmentCase investment = plain_case();
  investment.participants = {40};
  investment.success_rate = 0.25;
  investment.discount_rate = 0.035;
  investment.seed = 2564473896;
  investment.draws = 10;
  investment.costs = {cost_of(0, 3'000'000)};
  investment.consequences = {saving_of({60'000, 90'000, 90'000, 90'000})};
  investment.uncertainty = {Distribution{DistributionKind::beta, {3.10, 5.41}},
                            Distribution{DistributionKind::lognormal, {0, 0.2}},
                            Distribution{DistributionKind::lognormal, {0, 0.422}}};
  const CaseUncertainty total = of_total(investment);

  EXPECT_NEAR(total.evpi.value, 86'000, 1'000);
  for (const auto& one : total.evppi) EXPECT_LE(one->value, total.evpi.value);
  EXPECT_EQ(total.evppi[0]->error, total.evpi.error);
}

TEST(CaseUncertainty, OfASingleInputIsWorthAll) {
  InvestmentCase investment = published_case();
  investment.uncertainty[index_of(CaseInput::price_factor)].reset();
  const CaseUncertainty total = of_total(investment);

  EXPECT_DOUBLE_EQ(total.evppi[0]->value, total.evpi.value);
  EXPECT_FALSE(total.evppi[index_of(CaseInput::price_factor)]);
}

TEST(CaseUncertainty, SavesOftenerTheMoreSucceed) {
  double last = 0;
  for (const double successes : {6.0, 8.0, 10.0, 12.0, 14.0}) {
    InvestmentCase investment = published_case();
    investment.uncertainty[0] = Distribution{DistributionKind::beta, {successes, 40 - successes}};
    const double chance = of_total(investment).probability_of_saving.value;
    EXPECT_GT(chance, last);
    last = chance;
  }
}

TEST(CaseSensitivity, IsTheNetPresentValueAtThePercentiles) {
  InvestmentCase investment = published_case();
  const auto rows = appraise(investment).total.sensitivity;
  ASSERT_EQ(rows.size(), 2U);

  investment.success_rate = rows[0].low;
  scale_consequences(investment, std::exp(0.02));  // mean of the price factor
  EXPECT_NEAR(rows[0].npv_low, appraise(investment).total.npv, 1e-3);
  EXPECT_EQ(rows[0].low, quantile(*investment.uncertainty[0], 0.05));
  EXPECT_NEAR(rows[1].low, std::exp(-0.2 * 1.644853627), 1e-6);
  EXPECT_NEAR(rows[1].high, std::exp(0.2 * 1.644853627), 1e-6);
}

}  // namespace
}  // namespace samspil::test
