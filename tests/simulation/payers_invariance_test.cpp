// Money adds up: payers to gross for every posting, departments and payers to the public total,
// cells to tables.
#include <gtest/gtest.h>

#include <map>

#include "model/appraisal/saving.hpp"
#include "model/costs/indices.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

/// Uniform numbers that are the same in every run.
class Numbers {
 public:
  double next() {
    const PhiloxBlock block = philox4x32({count_++, 0, 0, 0}, {2022, 7});
    return uniform(block[0]);
  }

 private:
  std::uint32_t count_ = 0;
};

/// Four shares that sum to 1; about one in three is nought, as most rules have nought shares.
std::array<double, payer_count> random_shares(Numbers& numbers) {
  std::array<double, payer_count> shares{};
  double sum = 0;
  for (double& share : shares) {
    share = numbers.next() < 0.35 ? 0.0 : numbers.next();
    sum += share;
  }
  if (sum <= 0) return {1, 0, 0, 0};
  for (double& share : shares) share /= sum;
  return shares;
}

Ore sum_of(const PayerPrices& prices) {
  Ore sum = 0;
  for (const Ore price : prices) sum += price;
  return sum;
}

TEST(Payers, SumToGrossForAnyPriceAndAnyShares) {
  Numbers numbers;
  for (int trial = 0; trial < 2'000; ++trial) {
    const Shares shares = random_shares(numbers);
    const Ore magnitude = static_cast<Ore>(numbers.next() * (trial % 3 == 0 ? 50.0 : 90'000.0));
    const Ore gross = trial % 5 == 0 ? -magnitude : magnitude;

    const PayerPrices split = split_price(gross, shares);

    EXPECT_EQ(sum_of(split), gross);
    for (std::size_t p = 0; p < payer_count; ++p) {
      // Rounding of three payers to whole øre can move the fourth by one and a half.
      EXPECT_NEAR(static_cast<double>(split[p]), static_cast<double>(gross) * shares[p], 1.51);
    }
  }
}

TEST(Payers, SumToGrossForEveryPostingOfEveryService) {
  const Scenario scenario = test::shipped_scenario();
  Numbers numbers;
  for (int trial = 0; trial < 300; ++trial) {
    Catalogue catalogue = scenario.catalogue;
    catalogue.rules.clear();
    for (CatalogueRow& row : catalogue.rows) {
      if (trial > 0) row.price.value = static_cast<double>(static_cast<Ore>(numbers.next() * 1e4));
      PayerRule rule = scenario.catalogue.rules[row.payer_rule];
      for (RuleShares& shares : rule.rows) {
        if (trial > 0) shares.shares = random_shares(numbers);
      }
      row.payer_rule = catalogue.rules.size();
      catalogue.rules.push_back(rule);
    }
    ServiceUse use{};
    for (auto& states : use.in_state) {
      for (Hundredths& quantity : states) {
        quantity = static_cast<Hundredths>(numbers.next() * 52'000);
      }
    }
    Settlements settlements;
    for (Ore& paid : settlements) paid = static_cast<Ore>(numbers.next() * 1e9);
    Ledger ledger;

    post_year(1, {use, settlements, {}}, catalogue, split_prices(catalogue), ledger);

    std::map<std::size_t, Ore> paid, gross;
    for (const LedgerCell& cell : ledger) {
      paid[cell.line] += cell.amount;
      gross[cell.line] = cell.gross;
    }
    ASSERT_EQ(gross.size(), service_count + settlement_count);
    EXPECT_EQ(paid, gross);
    const PriceLevel level{catalogue};
    for (const CatalogueRow& row : catalogue.rows) {
      const std::size_t s = index_of(row.service);
      const Ore sign = row.account_type == AccountType::revenue ? -1 : 1;
      EXPECT_EQ(gross[s], sign * use[s] * static_cast<Ore>(level.price(row))) << service_names[s];
    }
  }
}

class SmallRun : public testing::Test {
 protected:
  const Scenario scenario_ = test::small_scenario();
  const RunResult result_ = run_scenario(scenario_, 0, {});
  const Appraisal appraisal_ = appraise(scenario_, result_);
};

TEST_F(SmallRun, DepartmentsPayersAndYearsSumToThePublicTotal) {
  for (const StrategyAppraisal& strategy : appraisal_.strategies) {
    for (const Saving& saving : strategy.levels) {
      for (const MoneyTable* table :
           {&saving.gross_saving, &saving.programme_cost, &saving.net_result}) {
        Ore departments = 0, payers = 0, years = 0;
        for (std::size_t d = 0; d < department_count; ++d) {
          departments += total(*table, {.department = static_cast<Department>(d)});
        }
        for (const Payer payer : {Payer::municipality, Payer::region, Payer::state}) {
          payers += total(*table, {.payer = payer});
        }
        for (int year = 1; year <= appraisal_.years; ++year) {
          years += total(*table, {.year = year});
        }
        EXPECT_EQ(departments, total(*table, {}));
        EXPECT_EQ(payers, total(*table, {}));
        EXPECT_EQ(years, total(*table, {}));
      }
    }
  }
}

TEST_F(SmallRun, EveryTableIsASumOfCells) {
  const Ledger& base = appraisal_.ledgers[0];
  for (const StrategyAppraisal& strategy : appraisal_.strategies) {
    for (const Saving& saving : strategy.levels) {
      MoneyTable table{appraisal_.years};
      const auto is_shown_apart = [](const LedgerCell& cell) {
        return is_programme(cell) &&
               !is_operation(static_cast<ProgrammeItem>(cell.line - first_programme_line));
      };
      for (const LedgerCell& cell : base) {
        if (!is_shown_apart(cell)) table.at(cell.year, cell.department, cell.payer) += cell.amount;
      }
      for (const LedgerCell& cell : appraisal_.ledgers[saving.arm]) {
        if (!is_shown_apart(cell)) table.at(cell.year, cell.department, cell.payer) -= cell.amount;
      }
      EXPECT_EQ(table, saving.net_result);
    }
  }
}

TEST_F(SmallRun, UnitsTimesPricesAreTheGrossSaving) {
  const PriceTable prices = split_prices(scenario_.catalogue);
  for (std::size_t arm = 1; arm < result_.arms.size(); ++arm) {
    Ore saved = 0;
    for (std::size_t year = 0; year < result_.counts[arm].years.size(); ++year) {
      const ServiceUse& base = result_.counts[0].years[year].use;
      const ServiceUse& own = result_.counts[arm].years[year].use;
      for (std::size_t s = 0; s < service_count; ++s) {
        for (RuleState state = 0; state < rule_state_count; ++state) {
          const PayerPrices& price = prices[s][state];
          saved += (base.in_state[s][state] - own.in_state[s][state]) *
                   (sum_of(price) - price[index_of(Payer::citizen)]);
        }
      }
    }
    const StrategyAppraisal& strategy = appraisal_.strategies[result_.arms[arm].strategy - 1];
    EXPECT_EQ(saved, total(strategy.at(result_.arms[arm].level).gross_saving, {}));
  }
}

TEST_F(SmallRun, ProgrammeItemsAreTheProgrammeCost) {
  for (std::size_t arm = 1; arm < result_.arms.size(); ++arm) {
    Ore operation = 0;
    for (const YearCounts& year : result_.counts[arm].years) {
      for (std::size_t i = 0; i < programme_item_count; ++i) {
        if (is_operation(static_cast<ProgrammeItem>(i))) operation += year.programme[i];
      }
    }
    const StrategyAppraisal& strategy = appraisal_.strategies[result_.arms[arm].strategy - 1];
    EXPECT_EQ(operation, total(strategy.at(result_.arms[arm].level).programme_cost, {}));
  }
}

}  // namespace
}  // namespace samspil
