// What can be taken out of the budget over draws: the rule on their mean, and the net result where
// all can be taken out.
#include "model/appraisal/cashable_draws.hpp"

#include <gtest/gtest.h>

#include "model/appraisal/cashable.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

constexpr std::size_t municipality = index_of(Purse::municipality);

/// Draws that differ by how many sites they live, and their sum read as the result at the values of
/// the inputs.
RunResult several_draws(const Scenario& scenario) {
  RunResult all;
  std::uint32_t draw = 0;
  for (const std::uint64_t sites : {17U, 20U, 23U, 31U}) {
    RunResult one = test::fake_run(scenario, sites, 1);
    if (draw == 0) {
      all = one;
      all.savings.clear();
      all.accounts = RunAccounts{4, one.arms.size(), static_cast<std::size_t>(scenario.years)};
    }
    for (std::size_t arm = 0; arm < one.arms.size(); ++arm) {
      all.accounts.add(draw, arm, one.ledgers[arm], one.counts[arm]);
      if (draw == 0) continue;
      all.ledgers[arm] += one.ledgers[arm];
      all.counts[arm] += one.counts[arm];
      for (std::size_t p = 0; p < purse_count; ++p) all.spreads[arm][p] += one.spreads[arm][p];
    }
    all.savings.insert(all.savings.end(), one.savings.begin(), one.savings.end());
    ++draw;
  }
  all.draws = draw;
  all.replicates = 1;
  return all;
}

class CashableDraws : public testing::Test {
 protected:
  void set_all(double share, int lag_months) {
    for (CatalogueRow& row : scenario_.catalogue.rows) {
      row.cashable_share = share;
      row.lag_months = lag_months;
    }
  }
  Report report() const {
    Report report{scenario_, result_, appraise(scenario_, result_), ""};
    report.draws = &result_;
    for (std::size_t arm = 0; arm < result_.arms.size(); ++arm) {
      report.uncertainties.push_back(budget_uncertainties(result_, arm, discounting_of(scenario_)));
    }
    return report;
  }

  Scenario scenario_ = test::fake_scenario();
  RunResult result_ = several_draws(scenario_);
};

TEST_F(CashableDraws, AreTheNetResultWhereAllCanBeTakenOutAtOnce) {
  set_all(1, 0);
  const Report all = report();
  for (const StrategyAppraisal& strategy : all.appraisal.strategies) {
    const auto found = cashable_uncertainties(all, strategy);
    const auto& net = all.uncertainties[strategy.at(EffectLevel::centre).arm];
    ASSERT_TRUE(found[municipality]);
    EXPECT_FALSE(found[index_of(Purse::state)]);
    for (std::size_t budget = 0; budget < budget_count; ++budget) {
      if (!found[budget]) continue;
      EXPECT_NEAR(found[budget]->mean, net[budget]->in_all.mean, 0.01);
      EXPECT_NEAR(found[budget]->p05, net[budget]->in_all.p05, 0.01);
      EXPECT_NEAR(found[budget]->p95, net[budget]->in_all.p95, 0.01);
      EXPECT_EQ(found[budget]->luck_share, net[budget]->in_all.luck_share);
    }
    EXPECT_LT(found[municipality]->p05, found[municipality]->p95);
  }
}

TEST_F(CashableDraws, HaveTheMeanOfTheRuleOnTheirSum) {
  int lag = 0;
  for (CatalogueRow& row : scenario_.catalogue.rows) {
    row.cashable_share = 0.07 * (lag % 14);
    row.lag_months = lag++ % 40;
  }
  const Report all = report();
  for (const StrategyAppraisal& strategy : all.appraisal.strategies) {
    const std::size_t arm = strategy.at(EffectLevel::centre).arm;
    const CashableResult parts = cashable_result(all.appraisal, scenario_.catalogue, arm);
    const auto found = cashable_uncertainties(all, strategy);
    const auto in_budget = [&](std::optional<Department> department) {
      return all.appraisal.kroner(
          total(parts.net_result, {.department = department, .payer = Payer::municipality}));
    };
    // Rounded to whole øre service by service, year by year, twice each.
    EXPECT_NEAR(found[municipality]->mean, in_budget(std::nullopt), 2 * service_count * 4 * 0.01);
    EXPECT_GT(all.appraisal.kroner(total(parts.not_cashable, {.payer = Payer::municipality})), 100);
    for (std::size_t d = 0; d < department_count; ++d) {
      EXPECT_NEAR(found[first_department_budget + d]->mean, in_budget(static_cast<Department>(d)),
                  2 * service_count * 4 * 0.01);
    }
  }
}

/// In budget <= what is added + share × what is saved, over the years and the draws.
TEST_F(CashableDraws, AreNeverAboveTheSharesOfWhatIsSaved) {
  for (const double share : {0.0, 0.3, 0.9}) {
    for (const int lag : {0, 7, 30}) {
      set_all(share, lag);
      const Report all = report();
      const StrategyAppraisal& strategy = all.appraisal.strategies.front();
      const std::size_t arm = strategy.at(EffectLevel::centre).arm;
      Ore saved = 0, added = 0;
      const Ledger& reference = all.appraisal.reference_of(arm);
      for (std::size_t i = 0; i < reference.size(); ++i) {
        const LedgerCell& cell = reference[i];
        if (cell.payer != Payer::municipality || is_shown_apart(cell)) continue;
        const Ore change = cell.amount - all.appraisal.ledgers[arm][i].amount;
        (change > 0 && cell.line < service_count ? saved : added) += change;
      }
      const double most =
          all.appraisal.kroner(added) + share * all.appraisal.kroner(saved) + 0.01 * service_count;
      const CashableResult parts = cashable_result(all.appraisal, scenario_.catalogue, arm);
      EXPECT_LE(all.appraisal.kroner(total(parts.net_result, {.payer = Payer::municipality})),
                most);
      EXPECT_LE(cashable_uncertainties(all, strategy)[municipality]->mean, most);
    }
  }
}

TEST_F(CashableDraws, AreNothingWithoutDrawsOrAccounts) {
  Report one = report();
  one.draws = nullptr;
  EXPECT_FALSE(cashable_uncertainties(one, one.appraisal.strategies[0])[municipality]);
  result_.accounts = {};
  const Report without = report();
  EXPECT_FALSE(cashable_uncertainties(without, without.appraisal.strategies[0])[municipality]);
}

TEST(ShareInBudget, IsTheCashableShareOfWhatTheLagLeavesWithinTheYears) {
  CatalogueRow row;
  row.cashable_share = 0.5;
  row.lag_months = 15;
  EXPECT_DOUBLE_EQ(share_in_budget(row, 1, 4), 0.5);
  EXPECT_DOUBLE_EQ(share_in_budget(row, 3, 4), 0.5 * 0.75);
  EXPECT_DOUBLE_EQ(share_in_budget(row, 4, 4), 0);
  row.lag_months = 0;
  EXPECT_DOUBLE_EQ(share_in_budget(row, 4, 4), 0.5);
}

}  // namespace
}  // namespace samspil
