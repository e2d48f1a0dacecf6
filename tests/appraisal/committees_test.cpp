// The municipality's own committees and accounts.
#include "model/appraisal/committees.hpp"

#include <gtest/gtest.h>

#include "model/storage/make_report.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

Ore sum_of(const std::vector<std::vector<Ore>>& table) {
  Ore sum = 0;
  for (const auto& row : table) {
    for (const Ore ore : row) sum += ore;
  }
  return sum;
}

TEST(Committees, SumToTheMunicipalitysResultWhateverTheyAre) {
  Scenario scenario = test::fake_scenario();
  const RunResult result = test::fake_run(scenario, 50, 1);
  for (const std::vector<Committee>& committees : std::vector<std::vector<Committee>>{
           {},
           {{"one", {Department::child_family}, {}}},
           {{"one", {Department::child_family}, {Service::cash_benefit}},
            {"two", {Department::employment, Department::coordination}, {}}}}) {
    scenario.own_order.committees = committees;
    const Report report = make_report(scenario, result);
    for (const StrategyAppraisal& strategy : report.appraisal.strategies) {
      const Saving& centre = strategy.at(EffectLevel::centre);
      const auto table = by_committee(report, centre);
      EXPECT_EQ(table.size(), committees.size() + 1);
      EXPECT_EQ(sum_of(table), total(centre.net_result, {.payer = Payer::municipality}));
    }
  }
}

TEST(Committees, HaveANamedServiceBeforeItsDepartment) {
  const std::vector<Committee> committees{{"one", {Department::employment}, {}},
                                          {"two", {}, {Service::cash_benefit}}};
  EXPECT_EQ(committee_of(committees, Service::cash_benefit, Department::employment), 1U);
  EXPECT_EQ(committee_of(committees, Service::sickness_benefit, Department::employment), 0U);
  EXPECT_EQ(committee_of(committees, std::nullopt, Department::employment), 0U);
  EXPECT_FALSE(committee_of(committees, std::nullopt, Department::tax).has_value());
}

TEST(Accounts, StandBesideTheBaselineAtThePriceLevelOfTheRun) {
  Scenario scenario = test::fake_scenario();
  const RunResult result = test::fake_run(scenario, 50, 1);
  scenario.catalogue.rows[index_of(Service::cash_benefit)].account_function = "5.57.73";
  scenario.own_order.accounts = {{"5.57.73", scenario.catalogue.price_level, 1},
                                 {"0.00.00", scenario.catalogue.price_level, 100}};
  Report report = make_report(scenario, result);
  const double simulated = account_fits(report)[0].simulated;
  EXPECT_EQ(account_fits(report)[1].simulated, 0);
  EXPECT_TRUE(account_fits(report)[1].is_outside);
  for (const auto& [factor, outside] :
       {std::pair{1.0, false}, {0.9, false}, {1.2, false}, {0.8, true}, {1.3, true}}) {
    scenario.own_order.accounts[0].amount = simulated * factor;
    const AccountFit fit = account_fits(report)[0];
    EXPECT_EQ(fit.is_outside, outside && simulated != 0) << factor;
  }
}

}  // namespace
}  // namespace samspil
