#include "model/appraisal/case_uncertainty.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/appraisal/investment_case.hpp"
#include "model/inputs/quantile.hpp"
#include "tests/support/published_case.hpp"

namespace samspil::test {
namespace {

CaseUncertainty of_total(const InvestmentCase& plan) { return *appraise(plan).total.uncertainty; }

TEST(CaseDraws, AreAFunctionOfSeedDrawAndInput) {
  InvestmentCase plan = published_case();
  plan.draws = 50;
  const CaseDraws few = draw_inputs(plan);
  plan.draws = 200;
  plan.uncertainty[index_of(CaseInput::success_rate)].reset();
  const CaseDraws many = draw_inputs(plan);
  plan.seed = 2;
  const CaseDraws others = draw_inputs(plan);

  const std::size_t price = index_of(CaseInput::price_factor);
  for (std::size_t d = 0; d < 50; ++d) EXPECT_EQ(few.values[price][d], many.values[price][d]);
  EXPECT_NE(others.values[price][0], many.values[price][0]);
  EXPECT_EQ(many.values[0][7], plan.success_rate);
}

TEST(CaseDraws, CutOffSuccessRatesThatCannotBeAndTellHowMany) {
  InvestmentCase plan = published_case();
  plan.uncertainty = {Distribution{DistributionKind::uniform, {-0.5, 1.5}}, std::nullopt,
                      std::nullopt};
  const CaseDraws draws = draw_inputs(plan);

  for (const double rate : draws.values[0]) {
    EXPECT_GE(rate, 0);
    EXPECT_LE(rate, 1);
  }
  EXPECT_NEAR(draws.cut_off, plan.draws / 2.0, 5 * std::sqrt(plan.draws / 4.0));
  EXPECT_NEAR(draws.means[0], 0.5, 1e-6);
  EXPECT_EQ(appraise(plan).success_rates_cut_off, draws.cut_off);
}

TEST(CaseUncertainty, IsWorthNoMoreForOneInputThanForAll) {
  InvestmentCase plan = published_case();
  plan.uncertainty[index_of(CaseInput::cost_factor)] =
      Distribution{DistributionKind::gamma, {25, 0.04}};
  const CaseUncertainty total = of_total(plan);

  for (const auto& one : total.evppi) {
    EXPECT_GT(one->value, 0);
    EXPECT_LT(one->value, total.evpi.value);
  }
}

/// Ten draws and a seed by which knowing the success rate alone came out at five times everything.
TEST(CaseUncertainty, IsWorthNoMoreForOneInputOfFewDrawsEither) {
  InvestmentCase plan = plain_case();
  plan.participants = {40};
  plan.success_rate = 0.25;
  plan.discount_rate = 0.035;
  plan.seed = 2564473896;
  plan.draws = 10;
  plan.costs = {cost_of(0, 3'000'000)};
  plan.consequences = {saving_of({60'000, 90'000, 90'000, 90'000})};
  plan.uncertainty = {Distribution{DistributionKind::beta, {3.10, 5.41}},
                      Distribution{DistributionKind::lognormal, {0, 0.2}},
                      Distribution{DistributionKind::lognormal, {0, 0.422}}};
  const CaseUncertainty total = of_total(plan);

  EXPECT_NEAR(total.evpi.value, 86'000, 1'000);
  for (const auto& one : total.evppi) EXPECT_LE(one->value, total.evpi.value);
  EXPECT_EQ(total.evppi[0]->error, total.evpi.error);
}

TEST(CaseUncertainty, OfASingleInputIsWorthAll) {
  InvestmentCase plan = published_case();
  plan.uncertainty[index_of(CaseInput::price_factor)].reset();
  const CaseUncertainty total = of_total(plan);

  EXPECT_DOUBLE_EQ(total.evppi[0]->value, total.evpi.value);
  EXPECT_FALSE(total.evppi[index_of(CaseInput::price_factor)]);
}

TEST(CaseUncertainty, SavesOftenerTheMoreSucceed) {
  double last = 0;
  for (const double successes : {6.0, 8.0, 10.0, 12.0, 14.0}) {
    InvestmentCase plan = published_case();
    plan.uncertainty[0] = Distribution{DistributionKind::beta, {successes, 40 - successes}};
    const double chance = of_total(plan).probability_of_saving.value;
    EXPECT_GT(chance, last);
    last = chance;
  }
}

TEST(CaseSensitivity, IsTheNetPresentValueAtThePercentiles) {
  InvestmentCase plan = published_case();
  const auto rows = appraise(plan).total.sensitivity;
  ASSERT_EQ(rows.size(), 2U);

  plan.success_rate = rows[0].low;
  scale_consequences(plan, std::exp(0.02));  // mean of the price factor
  EXPECT_NEAR(rows[0].npv_low, appraise(plan).total.npv, 1e-3);
  EXPECT_EQ(rows[0].low, quantile(*plan.uncertainty[0], 0.05));
  EXPECT_NEAR(rows[1].low, std::exp(-0.2 * 1.644853627), 1e-6);
  EXPECT_NEAR(rows[1].high, std::exp(0.2 * 1.644853627), 1e-6);
}

}  // namespace
}  // namespace samspil::test
