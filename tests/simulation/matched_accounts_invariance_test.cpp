// Prices at the level of the municipality's own accounts.
#include <gtest/gtest.h>

#include "model/appraisal/committees.hpp"
#include "model/costs/own_accounts.hpp"
#include "model/simulation/matched_accounts.hpp"
#include "model/storage/make_report.hpp"
#include "model/words/problem.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

Scenario few_families() {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 1'500;
  scenario.population.families = 400;
  scenario.strategies.resize(1);
  scenario.comparison = {};
  scenario.replicates = 2;
  scenario.municipality.emplace();
  scenario.municipality->population_share = 0.1;
  scenario.municipality->families_enrolled = 20;
  return scenario;
}

class MatchedAccounts : public testing::Test {
 protected:
  /// With own accounts at so many times what the scenario has.
  Scenario with_accounts(const std::vector<std::pair<const char*, double>>& ratios) const {
    Scenario own = scenario_;
    own.own_order.match = true;
    for (const auto& [function, ratio] : ratios) {
      own.own_order.accounts.push_back(
          {function, own.catalogue.price_level, ratio * simulated(result_, function), 7});
    }
    return own;
  }
  double simulated(const RunResult& result, const std::string& function) const {
    return as_kroner(paid_under(function, result.ledgers.front(), scenario_.catalogue)) /
           result.whole_runs();
  }
  std::string fault_of(const Scenario& own) const {
    try {
      with_matched_accounts(own, pool_, 0);
    } catch (const InputError& error) {
      return error.in(Language::en);
    }
    return "none";
  }

  Scenario scenario_ = few_families();
  Pool pool_ = make_pool(scenario_, 0, {});
  RunResult result_ = run_scenario(scenario_, 0, {}, nullptr, &pool_);
};

TEST_F(MatchedAccounts, MeetTheBaselineWithinTheRoundingOfPrices) {
  const Scenario own = with_matched_accounts(
      with_accounts({{"5.28.22", 0.7}, {"5.57.73", 1.4}, {"6.45.58", 2.9}}), pool_, 0);
  const RunResult matched = run_scenario(own, 0, {}, nullptr, &pool_);
  const Report report = make_report(own, matched);
  for (const AccountFit& fit : account_fits(report)) {
    EXPECT_NEAR(fit.simulated / fit.own, 1, 0.5 / 250);  // half a krone of the lowest price there
    EXPECT_FALSE(fit.is_outside);
  }
  EXPECT_NEAR(*account_fits(report)[1].matched_by, 1.4, 1e-3);
}

TEST_F(MatchedAccounts, LeaveEverythingElseAsItWas) {
  const Scenario own = with_matched_accounts(with_accounts({{"5.28.22", 1.5}}), pool_, 0);
  const RunResult matched = run_scenario(own, 0, {}, nullptr, &pool_);
  EXPECT_EQ(matched.counts[0].years.size(), result_.counts[0].years.size());
  for (std::size_t arm = 0; arm < result_.ledgers.size(); ++arm) {
    for (std::size_t i = 0; i < result_.ledgers[arm].size(); ++i) {
      const LedgerCell& before = result_.ledgers[arm][i];
      const LedgerCell& after = matched.ledgers[arm][i];
      EXPECT_EQ(after.units, before.units);
      if (is_settlement(before)) continue;  // refunds follow what placements cost
      const bool is_its =
          !is_programme(before) && own.catalogue.rows[before.line].account_function == "5.28.22";
      if (!is_its) {
        EXPECT_EQ(after.amount, before.amount) << before.line;
      }
    }
  }
}

/// Σ payers = gross in every line of every arm, in whole øre.
TEST_F(MatchedAccounts, AreStillPaidInFull) {
  const Scenario own =
      with_matched_accounts(with_accounts({{"5.28.22", 0.7}, {"5.57.73", 1.4}}), pool_, 0);
  for (const Ledger& ledger : run_scenario(own, 0, {}, nullptr, &pool_).ledgers) {
    for (std::size_t i = 0; i + payer_count <= ledger.size(); ++i) {
      if (ledger[i].payer != Payer::municipality || ledger[i].line >= service_count) continue;
      Ore paid = 0;
      for (std::size_t payer = 0; payer < payer_count; ++payer) paid += ledger[i + payer].amount;
      EXPECT_EQ(paid, ledger[i].gross);
    }
  }
}

TEST_F(MatchedAccounts, HaveTheSameBitsOnAnyNumberOfThreads) {
  const Scenario own = with_accounts({{"5.28.22", 0.7}, {"5.57.73", 1.4}});
  const auto one = with_matched_accounts(own, pool_, 1).catalogue.rows;
  for (const int threads : {2, 3}) {
    const auto more = with_matched_accounts(own, pool_, threads).catalogue.rows;
    for (std::size_t i = 0; i < service_count; ++i) EXPECT_EQ(more[i].match, one[i].match);
  }
}

TEST_F(MatchedAccounts, AreLeftAloneWhereNothingIsToBeMatched) {
  Scenario own = with_accounts({{"5.28.22", 0.7}});
  own.own_order.match = false;
  for (const CatalogueRow& row : with_matched_accounts(own, pool_, 0).catalogue.rows) {
    EXPECT_EQ(row.match, 1);
  }
}

TEST_F(MatchedAccounts, AreRefusedWhereTheyMeanSomethingElse) {
  EXPECT_EQ(fault_of(with_accounts({{"5.28.22", 2.9}})), "none");
  EXPECT_EQ(fault_of(with_accounts({{"5.28.22", 0.35}})), "none");
  for (const double ratio : {3.1, 0.3, 0.0, -1.0}) {
    EXPECT_NE(
        fault_of(with_accounts({{"5.28.22", ratio}})).find(":7: accounts.5.28.22: the account is"),
        std::string::npos)
        << ratio;
  }
  for (const char* function : {"-", "9.99.99"}) {
    Scenario own = with_accounts({});
    own.own_order.accounts = {{function, own.catalogue.price_level, 1e6, 7}};
    EXPECT_NE(fault_of(own).find("nothing is simulated under this function"), std::string::npos);
  }
  Scenario own = with_accounts({{"5.28.22", 1}});
  own.own_order.accounts.front().year = 1950;
  EXPECT_NE(fault_of(own).find("has no value for 1950"), std::string::npos);
}

}  // namespace
}  // namespace samspil
