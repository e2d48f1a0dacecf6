#include "model/costs/ledger.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <stdexcept>

#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

class PostYear : public testing::Test {
 protected:
  void SetUp() override {
    for (std::size_t s = 0; s < service_count; ++s) {
      for (RuleState state = 0; state < rule_state_count; ++state) {
        use_.add(static_cast<Service>(s), 101 + static_cast<Hundredths>(7 * s + state), state);
      }
    }
    post_year(3, {use_, settlements_, programme_}, scenario_.catalogue, prices_, ledger_);
  }

  Scenario scenario_ = test::fake_scenario();
  PriceTable prices_ = split_prices(scenario_.catalogue);
  ServiceUse use_{};
  Settlements settlements_{700, 30, 5};
  std::array<Ore, 2> programme_{500, -3};
  Ledger ledger_;
};

TEST_F(PostYear, PayersSumToGrossOnEveryLine) {
  std::map<std::pair<std::size_t, Department>, Ore> paid;
  std::map<std::pair<std::size_t, Department>, Ore> gross;
  std::set<std::size_t> lines;
  for (const LedgerCell& cell : ledger_) {
    paid[{cell.line, cell.department}] += cell.amount;
    gross[{cell.line, cell.department}] = cell.gross;
    lines.insert(cell.line);
  }

  EXPECT_EQ(lines.size(), service_count + settlement_count + programme_.size());
  EXPECT_EQ(paid, gross);
}

TEST_F(PostYear, HasTheSameCellsWhateverWasUsedSoThatLedgersAddUp) {
  Ledger none;
  post_year(3, {{}, {}, std::array<Ore, 2>{}}, scenario_.catalogue, prices_, none);
  Ledger sum = none;
  sum += ledger_;
  EXPECT_EQ(sum, ledger_);
  sum += ledger_;
  for (std::size_t i = 0; i < sum.size(); ++i) EXPECT_EQ(sum[i].amount, 2 * ledger_[i].amount);
  sum.pop_back();
  EXPECT_THROW(sum += ledger_, std::logic_error);
}

TEST_F(PostYear, SharesAProgrammeItemBetweenTheDepartmentsToTheOre) {
  const std::array<Ore, 2> shared{203, 0};
  Ledger ledger;
  post_year(1, {use_, settlements_, programme_, shared}, scenario_.catalogue, prices_, ledger);

  std::map<Department, Ore> paid;
  for (const LedgerCell& cell : ledger) {
    if (cell.line == first_programme_line) paid[cell.department] += cell.amount;
  }
  EXPECT_EQ(paid, (std::map<Department, Ore>{{Department::child_family, 50},
                                             {Department::adult_social, 50},
                                             {Department::employment, 50},
                                             {Department::school_daycare, 50},
                                             {Department::coordination, 300}}));
}

TEST_F(PostYear, AgreesWithTheCostOfTheUse) {
  PayerPrices paid{};
  for (const LedgerCell& cell : ledger_) {
    EXPECT_EQ(cell.year, 3);
    if (!is_programme(cell)) paid[index_of(cell.payer)] += cell.amount;
  }

  PayerPrices cost = cost_of(use_, prices_);
  cost[index_of(Payer::municipality)] -= 735;
  cost[index_of(Payer::state)] += 735;
  EXPECT_EQ(paid, cost);
}

TEST_F(PostYear, GivesTheProgrammeToTheMunicipalitysCoordination) {
  Ore sum = 0;
  for (const LedgerCell& cell : ledger_) {
    if (!is_programme(cell) || cell.amount == 0) continue;
    sum += cell.amount;
    EXPECT_EQ(cell.payer, Payer::municipality);
    EXPECT_EQ(cell.department, Department::coordination);
  }

  EXPECT_EQ(sum, 497);
}

TEST_F(PostYear, PostsSettlementsAsRevenueWithoutUnits) {
  Ore received = 0;
  for (const LedgerCell& cell : ledger_) {
    if (!is_settlement(cell)) continue;
    EXPECT_EQ(cell.account_type, AccountType::revenue);
    EXPECT_EQ(cell.units, 0);
    if (cell.payer == Payer::municipality) received -= cell.amount;
  }
  EXPECT_EQ(received, 735);
}

TEST_F(PostYear, PostsTaxAsNegativeExpenditure) {
  for (const LedgerCell& cell : ledger_) {
    if (cell.line != index_of(Service::income_tax)) continue;
    EXPECT_EQ(cell.account_type, AccountType::revenue);
    EXPECT_LT(cell.gross, 0);
  }
}

}  // namespace
}  // namespace samspil
