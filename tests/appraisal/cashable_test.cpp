// What can be taken out of a budget: laws that hold for any shares and lags, and cells by hand.
#include "model/appraisal/cashable.hpp"

#include <gtest/gtest.h>

#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

class Cashable : public testing::Test {
 protected:
  void set_all(double share, int lag_months) {
    for (CatalogueRow& row : scenario_.catalogue.rows) {
      row.cashable_share = share;
      row.lag_months = lag_months;
    }
  }
  CashableResult result_of(const Saving& saving) const {
    return cashable_result(appraisal_, scenario_.catalogue, saving.arm);
  }
  template <class Expect>
  void for_each_saving(const Expect& expect) const {
    for (const StrategyAppraisal& strategy : appraisal_.strategies) {
      for (const Saving& saving : strategy.levels) expect(saving);
    }
  }

  Scenario scenario_ = test::fake_scenario();
  RunResult result_ = test::fake_run(scenario_, 20, 3);
  Appraisal appraisal_ = appraise(scenario_, result_);
};

TEST_F(Cashable, IsTheNetResultWhereAllCanBeTakenOutAtOnce) {
  set_all(1, 0);
  for_each_saving([&](const Saving& saving) {
    const CashableResult parts = result_of(saving);
    EXPECT_EQ(parts.net_result, saving.net_result);
    EXPECT_EQ(parts.not_cashable, MoneyTable{appraisal_.years});
    EXPECT_EQ(parts.after_horizon, MoneyTable{appraisal_.years});
  });
}

/// What is added on service, year and payer where the strategy costs more, and the programme.
MoneyTable added_alone(const Appraisal& appraisal, std::size_t arm) {
  MoneyTable added{appraisal.years};
  const Ledger& reference = appraisal.reference_of(arm);
  for (std::size_t i = 0; i < reference.size(); ++i) {
    const Ore saved = reference[i].amount - appraisal.ledgers[arm][i].amount;
    const bool stays =
        saved < 0 || reference[i].line >= service_count || reference[i].payer == Payer::citizen;
    if (stays && !is_shown_apart(reference[i])) {
      added.at(reference[i].year, reference[i].department, reference[i].payer) += saved;
    }
  }
  return added;
}

TEST_F(Cashable, LeavesWhatIsAddedAloneWhereNothingCanBeTakenOut) {
  for (const auto& [share, lag] : {std::pair{0.0, 0}, std::pair{1.0, 120}}) {
    set_all(share, lag);
    for_each_saving([&](const Saving& saving) {
      const CashableResult parts = result_of(saving);
      EXPECT_EQ(parts.net_result, added_alone(appraisal_, saving.arm));
      EXPECT_LT(total(parts.net_result, {}), total(saving.net_result, {}));
    });
  }
}

TEST_F(Cashable, PartsSumToTheNetResultByDepartmentAndPayer) {
  int lag = 0;
  for (CatalogueRow& row : scenario_.catalogue.rows) {
    row.cashable_share = 0.07 * (lag % 14);
    row.lag_months = lag++ % 40;
  }
  for_each_saving([&](const Saving& saving) {
    const CashableResult parts = result_of(saving);
    for (std::size_t d = 0; d < department_count; ++d) {
      for (std::size_t p = 0; p < payer_count; ++p) {
        const Part part{.department = static_cast<Department>(d), .payer = static_cast<Payer>(p)};
        EXPECT_EQ(total(parts.net_result, part) + total(parts.not_cashable, part) +
                      total(parts.after_horizon, part),
                  total(saving.net_result, part));
      }
    }
    EXPECT_GT(total(parts.not_cashable, {}), 0);
    EXPECT_GT(total(parts.after_horizon, {}), 0);
  });
}

/// A reference and a strategy of one service, by the municipality's amounts of each year.
Appraisal of_one_service(const std::vector<Ore>& reference, const std::vector<Ore>& strategy) {
  Appraisal appraisal;
  appraisal.years = static_cast<int>(reference.size());
  appraisal.references = {0, 0};
  for (const std::vector<Ore>& amounts : {reference, strategy}) {
    Ledger& ledger = appraisal.ledgers.emplace_back();
    for (std::size_t year = 0; year < amounts.size(); ++year) {
      LedgerCell cell;
      cell.year = static_cast<int>(year) + 1;
      cell.department = Department::child_family;
      cell.payer = Payer::municipality;
      cell.line = index_of(Service::child_case_handling);
      cell.units = cell.amount = amounts[year];
      ledger.push_back(cell);
    }
  }
  return appraisal;
}

std::vector<Ore> by_year(const MoneyTable& table) {
  std::vector<Ore> amounts;
  for (int year = 1; year <= table.years(); ++year) {
    amounts.push_back(table.at(year, Department::child_family, Payer::municipality));
  }
  return amounts;
}

TEST_F(Cashable, SavingsComeLaterByTheMonthsOfTheirLagAndExpensesAtOnce) {
  using Years = std::vector<Ore>;
  CatalogueRow& row = scenario_.catalogue.rows[index_of(Service::child_case_handling)];
  row.cashable_share = 0.5;
  row.lag_months = 15;  // three quarters of a year's saving in the next year, a quarter thereafter
  const Appraisal appraisal =
      of_one_service({5000, 5000, 5000, 5000}, {4200, 5100, 4920, 4000});  // 800, -100, 80, 1000

  const CashableResult parts = cashable_result(appraisal, scenario_.catalogue, 1);

  EXPECT_EQ(by_year(parts.net_result), (Years{0, 300 - 100, 100, 30}));
  EXPECT_EQ(by_year(parts.not_cashable), (Years{400, 0, 40, 500}));
  EXPECT_EQ(by_year(parts.after_horizon), (Years{0, 0, 10, 500}));
}

TEST(FreedHours, AreTheDifferenceOfTheServiceInHoursAndKroner) {
  const Appraisal appraisal = of_one_service({500, 700}, {100, 800});

  const auto freed = freed_hours(appraisal, 1);

  const FreedHours& child = freed[index_of(Casework::child)];
  EXPECT_EQ(child.hours, (std::vector<Hundredths>{400, -100}));
  EXPECT_EQ(child.kroner, (std::vector<Ore>{400, -100}));
  EXPECT_EQ(freed[index_of(Casework::adult)].hours, (std::vector<Hundredths>{0, 0}));
}

}  // namespace
}  // namespace samspil
