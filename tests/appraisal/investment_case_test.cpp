#include "model/appraisal/investment_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/published_case.hpp"

namespace samspil::test {
namespace {

void expect_near(const Timeline& values, const Timeline& known, double bound) {
  ASSERT_EQ(values.size(), known.size());
  for (std::size_t i = 0; i < known.size(); ++i) EXPECT_NEAR(values[i], known[i], bound) << i;
}

double npv(const InvestmentCase& investment) { return appraise(investment).total.npv; }

/// Two intakes, four payers, several departments and account types.
InvestmentCase mixed_case() {
  InvestmentCase investment = plain_case();
  investment.participants = {30, 20};
  investment.success_rate = 0.3;
  investment.discount_rate.reset();
  investment.costs = {cost_of(0, 400000), cost_of(0.5, 123456.78), cost_of(2, 50000, Payer::state),
                      cost_of(1.5, 7000, Payer::citizen)};
  investment.consequences = {
      saving_of({-10000, 20000, 30000}), saving_of({5000.5, 7000.25}, Payer::region),
      saving_of({40000, 30000, 20000, 10000}, Payer::state), saving_of({900.1}, Payer::citizen)};
  investment.costs[0].one_off = true;
  investment.costs[0].account.account_type = AccountType::capital;
  investment.consequences[0].account.department = Department::tax;
  investment.uncertainty = {Distribution{DistributionKind::beta, {3, 7}},
                            Distribution{DistributionKind::gamma, {20, 0.05}},
                            Distribution{DistributionKind::uniform, {0.8, 1.5}}};
  investment.draws = 500;
  return investment;
}

TEST(PublishedCase, HasItsYearsAndItsNetPresentValue) {
  const CaseResult total = appraise(published_case()).total;

  expect_near(total.yearly, {-2800000, 600000, 900000, 900000, 900000}, 1e-6);
  expect_near(total.cumulated, {-2800000, -2200000, -1300000, -400000, 500000}, 1e-6);
  expect_near(total.cumulated_discounted, {-2800000, -2220289.9, -1380130.2, -568381.8, 215916.2},
              0.05);
  EXPECT_NEAR(total.npv, 215916.2153, 0.5e-4);
}

TEST(PublishedCase, PaysBackAndBreaksEvenWhereItsAuthorsFound) {
  const CaseAppraisal appraisal = appraise(published_case());
  const CaseResult& total = appraisal.total;

  EXPECT_NEAR(*total.payback_simple, 3.444, 0.0005);
  EXPECT_NEAR(*total.payback_discounted, 3.725, 0.0005);
  EXPECT_NEAR(*total.break_even_success_rate, 0.2321019, 0.5e-7);
  EXPECT_NEAR(*total.break_even_success_rate_undiscounted, 0.2121212, 0.5e-7);
  EXPECT_NEAR(*total.successes_needed, 9.284078, 0.5e-6);
  const CaseStream stream = public_stream(streams_of(flows_of(published_case())));
  EXPECT_NEAR(discounted_sums(stream).benefit / 40, 301591.6215, 0.5e-4);
}

TEST(PublishedCase, MovesWithOneInputAtATime) {
  const auto changed = [](auto change) {
    InvestmentCase investment = published_case();
    change(investment);
    return npv(investment);
  };
  EXPECT_NEAR(changed([](auto& investment) { investment.success_rate = 0.15; }), -990450.3, 0.05);
  EXPECT_NEAR(changed([](auto& investment) { investment.success_rate = 0.35; }), 1422283, 0.5);
  EXPECT_NEAR(changed([](auto& investment) { scale_consequences(investment, 0.8); }), -387267, 0.5);
  EXPECT_NEAR(changed([](auto& investment) { scale_consequences(investment, 1.2); }), 819099.5,
              0.05);
  EXPECT_NEAR(changed([](auto& investment) { scale_costs(investment, 1.2); }), -344083.8, 0.05);
  EXPECT_NEAR(changed([](auto& investment) { scale_costs(investment, 0.8); }), 775916.2, 0.05);
  EXPECT_NEAR(changed([](auto& investment) { investment.discount_rate = 0; }), 500000, 1e-6);
  EXPECT_NEAR(changed([](auto& investment) { investment.discount_rate = 0.05; }), 105641.2, 0.05);
}

// Results of the ministry's model SØM as published by Social- og Boligstyrelsen: kroner over nine
// years, and the same per participant.
TEST(PublishedIdentity, OfSomGivesEveryParticipantItsShare) {
  InvestmentCase cool_kids = plain_case();  // 18 children in each of three years: 4.4 mio. kr.
  cool_kids.participants = {18, 18, 18};
  cool_kids.consequences = {saving_of(std::vector<double>(9, 81000.0 / 9))};
  EXPECT_NEAR(npv(cool_kids), 4.4e6, 0.05e6);
  EXPECT_EQ(appraise(cool_kids).total.yearly.size(), 1U + 2 + 9);
  InvestmentCase keep = plain_case();  // 54 participants: 430,000 kr.
  keep.participants = {54};
  keep.consequences = {saving_of(std::vector<double>(9, 8000.0 / 9))};
  EXPECT_NEAR(npv(keep), 430000, 5000);
}

// Washington State Institute for Public Policy, benefit-cost results: benefits of taxpayers,
// participants, others and indirect ones, in dollars; cost; net; benefit-cost ratio. Printed in
// whole dollars, so a sum of five may be off by two.
TEST(PublishedIdentity, OfWsippSumsBenefitsAndSubtractsTheCost) {
  struct Published {
    std::vector<double> benefits;
    double cost, net, ratio;
  };
  for (const Published& known :
       {Published{{11704, 6289, 582, 2506}, 4109, 16971, 5.13},   // HOMEBUILDERS, 2023
        Published{{12163, 6535, 602, 2610}, 4259, 17651, 5.14},   // HOMEBUILDERS, 2024
        Published{{8017, 1507, 19378, 1890}, 3470, 27322, 8.87},  // FFT, probation
        Published{{387, 675, 62, -4}, 150, 970, 7.48}}) {         // Triple P
    InvestmentCase investment = plain_case();
    investment.costs = {cost_of(0, known.cost)};
    for (const double benefit : known.benefits)
      investment.consequences.push_back(saving_of({benefit}));
    const CaseResult total = appraise(investment).total;
    EXPECT_NEAR(total.npv, known.net, 2);
    EXPECT_NEAR(1 / *total.break_even_success_rate, known.ratio, 0.02);
  }
}

TEST(AppraiseCase, SumsThePayersToTheTotalWithoutCitizens) {
  const CaseAppraisal appraisal = appraise(mixed_case());
  const auto of = [&](Payer payer) -> const CaseResult& {
    return appraisal.payers[index_of(payer)];
  };
  for (const auto member : {&CaseResult::yearly, &CaseResult::yearly_discounted,
                            &CaseResult::cumulated, &CaseResult::cumulated_discounted}) {
    Timeline sum = of(Payer::municipality).*member;
    for (std::size_t y = 0; y < sum.size(); ++y) {
      sum[y] += (of(Payer::region).*member)[y] + (of(Payer::state).*member)[y];
    }
    expect_near(appraisal.total.*member, sum, 1e-6);
  }
  EXPECT_NE(of(Payer::citizen).npv, 0);
}

TEST(AppraiseCase, DoesNotSeeTheOrderOfRows) {
  InvestmentCase investment = mixed_case();
  // Sums whose last bit depends on the order.
  for (const double amount : {0.1, 0.2, 0.3, 1e9}) investment.costs.push_back(cost_of(1, amount));
  const CaseAppraisal before = appraise(investment);
  std::reverse(investment.costs.begin(), investment.costs.end());
  std::reverse(investment.consequences.begin(), investment.consequences.end());
  const CaseAppraisal after = appraise(investment);

  EXPECT_EQ(after.total.yearly, before.total.yearly);
  EXPECT_EQ(after.total.npv, before.total.npv);
  EXPECT_EQ(after.total.uncertainty->evpi.value, before.total.uncertainty->evpi.value);
  EXPECT_EQ(after.committee.departments, before.committee.departments);
}

TEST(AppraiseCase, IsZeroAtItsBreakEven) {
  InvestmentCase investment = mixed_case();
  const double rate = *appraise(investment).total.break_even_success_rate;
  ASSERT_GT(rate, 0);
  ASSERT_LT(rate, 1);

  investment.success_rate = rate;

  EXPECT_NEAR(npv(investment), 0, 1e-6);
  investment.discount_rate = 0;
  investment.success_rate = *appraise(investment).total.break_even_success_rate_undiscounted;
  EXPECT_NEAR(npv(investment), 0, 1e-6);
}

TEST(AppraiseCase, LetsEachIntakeBeginItsOwnYear) {
  InvestmentCase investment = plain_case();
  investment.participants = {10, 0, 5};
  investment.consequences = {saving_of({100, 20})};

  expect_near(appraise(investment).total.yearly, {0, 1000, 200, 500, 100}, 1e-9);
}

TEST(AppraiseCase, PostsACostInTheYearOfItsTimeAndDiscountsItFromThere) {
  InvestmentCase investment = plain_case();
  investment.discount_rate = 0.1;
  investment.costs = {cost_of(0, 1), cost_of(0.5, 10), cost_of(1, 100), cost_of(1.25, 1000)};
  const CaseResult total = appraise(investment).total;

  expect_near(total.yearly, {-1, -110, -1000}, 1e-9);
  expect_near(total.yearly_discounted,
              {-1, -10 * std::pow(1.1, -0.5) - 100 / 1.1, -1000 * std::pow(1.1, -1.25)}, 1e-9);
}

TEST(AppraiseCase, TellsWhenItIsPaidBackForGood) {
  InvestmentCase investment = plain_case();
  investment.consequences = {saving_of({100, 100, 100, 100})};
  const auto payback = [&](std::vector<CaseCost> costs) {
    investment.costs = std::move(costs);
    return appraise(investment).total.payback_simple;
  };
  EXPECT_EQ(payback({}), 0);
  EXPECT_EQ(payback({cost_of(0, 150)}), 1.5);
  EXPECT_EQ(payback({cost_of(0, 400)}), 4);
  EXPECT_EQ(payback({cost_of(0, 401)}), std::nullopt);
  EXPECT_EQ(payback({cost_of(0, 50), cost_of(3, 300)}), 3.5);  // a deficit a second time
}

TEST(AppraiseCase, HasNoBreakEvenWhereSuccessGivesNothingBack) {
  InvestmentCase investment = plain_case();
  investment.costs = {cost_of(0, 100)};
  investment.consequences = {saving_of({-10})};
  const CaseResult total = appraise(investment).total;

  EXPECT_EQ(total.break_even_success_rate, std::nullopt);
  EXPECT_EQ(total.break_even_success_rate_undiscounted, std::nullopt);
  EXPECT_EQ(total.successes_needed, std::nullopt);
  EXPECT_FALSE(total.uncertainty);
}

TEST(AppraiseCase, FillsTheCommitteesForm) {
  const CaseCommittee form = appraise(mixed_case()).committee;
  const auto at = [](const CaseCommittee::Lines& lines, AccountType type, std::size_t position) {
    return lines.by_type[index_of(type)][position];
  };
  EXPECT_EQ(at(form.implementation, AccountType::capital, 0), -400000);
  EXPECT_EQ(at(form.permanent, AccountType::service, 1), 0.3 * 30 * -10000 - 123456.78);
  for (std::size_t y = 0; y < form.total.total.size(); ++y) {
    EXPECT_NEAR(form.total.total[y], form.implementation.total[y] + form.permanent.total[y], 1e-6);
  }
  EXPECT_EQ(form.full_effect_from, 3);  // 0.3 (30 x 30,000 + 20 x 20,000) beats year 2 and year 4
  EXPECT_EQ(form.departments, (std::vector{Department::tax, Department::coordination}));
}

}  // namespace
}  // namespace samspil::test
