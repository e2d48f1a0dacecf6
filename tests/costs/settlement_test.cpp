// A family's year under the payer rules: which step each benefit week is posted on.
#include "model/costs/settlement.hpp"

#include <gtest/gtest.h>

#include "model/costs/ladder.hpp"
#include "tests/support/small_world.hpp"
#include "tests/support/still_life.hpp"

namespace samspil {
namespace {

IncomeSpell on(Service benefit, int first_week, int weeks, int paid = 100) {
  return {0,
          IncomeKind::benefit,
          benefit,
          static_cast<std::uint8_t>(first_week),
          static_cast<std::uint8_t>(weeks),
          static_cast<std::uint8_t>(paid)};
}

class Incomes : public testing::Test {
 protected:
  ServiceUse settle(const std::vector<IncomeSpell>& spells) {
    ServiceUse use;
    settle_incomes(rules_, spells, {&person_, 1}, use);
    return use;
  }
  static std::array<Hundredths, 4> steps(const ServiceUse& use, Service service) {
    return use.in_state[index_of(service)];
  }

  const PayerRules rules_{test::shipped_scenario().catalogue};
  Person person_ = test::person_of(Role::parent, 40, 2023);
};

using Steps = std::array<Hundredths, 4>;

TEST_F(Incomes, KeepTheCounterAcrossBenefitsWhoeverPaysThem) {
  const ServiceUse use =
      settle({on(Service::unemployment_benefit, 0, 10), on(Service::cash_benefit, 10, 30)});

  EXPECT_EQ(steps(use, Service::unemployment_benefit), (Steps{400, 600, 0, 0}));
  EXPECT_EQ(steps(use, Service::cash_benefit), (Steps{0, 1600, 1400, 0}));
}

TEST_F(Incomes, CountAWholeWeekForAPartOfTheBenefit) {
  const ServiceUse use = settle({on(Service::cash_benefit, 0, 30, 40)});

  EXPECT_EQ(steps(use, Service::cash_benefit), (Steps{160, 880, 160, 0}));
  EXPECT_EQ(person_.ladder.counted, 30);
}

TEST_F(Incomes, PostASubsidyOnTheFirstStepFromTheWeekInWhichTheLadderBeginsAgain) {
  person_.ladder.counted = 60;
  person_.ladder.since_first = 100;
  person_.ladder.self_support[0] = (std::uint64_t{1} << 20) - 1;  // the last 20 weeks
  IncomeSpell alone = on(Service::cash_benefit, 0, 40);
  alone.kind = IncomeKind::self_support;
  IncomeSpell subsidy = on(Service::wage_subsidy, 0, 40);
  subsidy.kind = IncomeKind::beside;

  const ServiceUse use = settle({alone, subsidy});

  // The 32nd of these weeks is the 52nd without benefits.
  EXPECT_EQ(steps(use, Service::wage_subsidy), (Steps{900, 0, 0, 3100}));
  EXPECT_EQ(person_.ladder.counted, 0);
}

TEST_F(Incomes, LeaveStudentGrantsParentalLeaveAndOldPensionsOffTheLadder) {
  const ServiceUse use =
      settle({on(Service::student_grant, 0, 20), on(Service::parental_benefit, 20, 20),
              on(Service::disability_pension_before_2014, 40, 12)});

  EXPECT_EQ(person_.ladder.counted, 0);
  EXPECT_EQ(steps(use, Service::disability_pension_before_2014), (Steps{1200, 0, 0, 0}));
}

TEST_F(Incomes, GiveASubsidyBesideTheStepOfItsWeeksWithoutCountingThem) {
  IncomeSpell beside = on(Service::wage_subsidy, 2, 6);
  beside.kind = IncomeKind::beside;
  const ServiceUse use = settle({on(Service::cash_benefit, 0, 52), beside});

  EXPECT_EQ(steps(use, Service::wage_subsidy), (Steps{200, 400, 0, 0}));
  EXPECT_EQ(person_.ladder.counted, 52);
}

// Weeks 3-8 of the year: the benefit is paid for 2 of weeks 1-4, for 18 of 5-26, and then for all.
TEST_F(Incomes, PayNoBenefitInTheWeeksOfASubsidisedJob) {
  IncomeSpell beside = on(Service::wage_subsidy, 2, 6);
  beside.kind = IncomeKind::beside;
  for (const Service benefit :
       {Service::cash_benefit, Service::sickness_benefit, Service::flex_waiting_benefit}) {
    person_.ladder = {};
    const ServiceUse use = settle({on(benefit, 0, 52), beside});
    EXPECT_EQ(steps(use, benefit), (Steps{200, 1800, 2600, 0}));
    EXPECT_EQ(use[index_of(Service::wage_subsidy)], 600);
  }
}

TEST_F(Incomes, PayAPensionAndAFlexjobBesideASubsidisedJob) {
  IncomeSpell beside = on(Service::wage_subsidy, 2, 6);
  beside.kind = IncomeKind::beside;
  for (const Service benefit : {Service::disability_pension, Service::flexjob_subsidy,
                                Service::disability_pension_before_2014}) {
    const ServiceUse use = settle({on(benefit, 0, 52), beside});
    EXPECT_EQ(use[index_of(benefit)], 5'200) << service_names[index_of(benefit)];
  }
}

TEST_F(Incomes, RestartWithinTheYear) {
  pass_counted(person_.ladder, 80);
  pass_self_support(person_.ladder, 40);
  IncomeSpell job{0, IncomeKind::self_support, {}, 0, 12, 0};
  const ServiceUse use = settle({job, on(Service::sickness_benefit, 20, 5)});

  EXPECT_EQ(steps(use, Service::sickness_benefit), (Steps{400, 100, 0, 0}));
  EXPECT_EQ(person_.ladder.counted, 5);
}

TEST_F(Incomes, MirrorRefundAndCofinancing) {
  for (RuleState step = 0; step < ladder_steps; ++step) {
    constexpr std::array<double, 4> state{0.8, 0.4, 0.3, 0.2};
    for (const Service service : {Service::cash_benefit, Service::disability_pension}) {
      const PayerPrices& price = rules_.prices[index_of(service)][step];
      const auto gross = static_cast<double>(price[0] + price[1] + price[2] + price[3]);
      EXPECT_NEAR(static_cast<double>(price[index_of(Payer::state)]), gross * state[step], 0.5);
      EXPECT_EQ(price[index_of(Payer::region)] + price[index_of(Payer::citizen)], 0);
    }
  }
}

TEST_F(Incomes, AreNotSettledForPeopleWithoutAny) {
  pass_counted(person_.ladder, 30);
  const LadderHistory before = person_.ladder;
  EXPECT_EQ(settle({}), ServiceUse{});
  EXPECT_EQ(person_.ladder, before);
}

}  // namespace
}  // namespace samspil
