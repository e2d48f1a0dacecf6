#include "model/appraisal/saving.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

class Appraise : public testing::Test {
 protected:
  Scenario scenario_ = test::fake_scenario();
  RunResult result_ = test::fake_run(scenario_, 20, 3);
  Appraisal appraisal_ = appraise(scenario_, result_);
};

TEST_F(Appraise, DepartmentsAndPayersSumToThePublicTotal) {
  for (const StrategyAppraisal& strategy : appraisal_.strategies) {
    for (const Saving& saving : strategy.levels) {
      Ore departments = 0;
      for (std::size_t d = 0; d < department_count; ++d) {
        departments += total(saving.net_result, {.department = static_cast<Department>(d)});
      }
      Ore payers = 0;
      for (const Payer payer : {Payer::municipality, Payer::region, Payer::state}) {
        payers += total(saving.net_result, {.payer = payer});
      }
      Ore years = 0;
      for (int year = 1; year <= appraisal_.years; ++year) {
        years += total(saving.net_result, {.year = year});
      }

      EXPECT_EQ(departments, total(saving.net_result, {}));
      EXPECT_EQ(payers, total(saving.net_result, {}));
      EXPECT_EQ(years, total(saving.net_result, {}));
    }
  }
}

TEST_F(Appraise, NetResultIsTheDifferenceOfTheCells) {
  const Saving& saving = appraisal_.strategies[1].at(EffectLevel::strong);
  const auto sum = [](const Ledger& ledger) {
    Ore paid = 0;
    for (const LedgerCell& cell : ledger) {
      const bool is_apart =
          is_programme(cell) &&
          !is_operation(static_cast<ProgrammeItem>(cell.line - first_programme_line));
      if (!is_apart && cell.payer != Payer::citizen) paid += cell.amount;
    }
    return paid;
  };

  EXPECT_EQ(total(saving.net_result, {}),
            sum(appraisal_.ledgers[0]) - sum(appraisal_.ledgers[saving.arm]));
  EXPECT_EQ(total(saving.gross_saving, {}) - total(saving.programme_cost, {}),
            total(saving.net_result, {}));
}

TEST_F(Appraise, AnArmEqualToTheBaselineSavesExactlyNothing) {
  result_.counts[3] = result_.counts[0];
  result_.ledgers[3] = result_.ledgers[0];
  result_.spreads[3] = result_.spreads[0];

  const Appraisal appraisal = appraise(scenario_, result_);

  const Saving& saving = appraisal.strategies[0].at(EffectLevel::centre);
  EXPECT_EQ(saving.net_result, MoneyTable{appraisal.years});
  EXPECT_TRUE(units_to_kroner(appraisal.ledgers[0], appraisal.ledgers[3]).empty());
  EXPECT_EQ(saving.error[0].standard_error, 0);
  EXPECT_FALSE(saving.error[0].variance_ratio.has_value());
}

TEST_F(Appraise, RefusesMomentsOfAnotherDifference) {
  result_.counts[1].moments[index_of(Purse::state)].saving += 1;

  EXPECT_THROW(appraise(scenario_, result_), std::logic_error);
}

/// As an arm is that is compared with present practice.
TEST_F(Appraise, ComparesAnArmWithItsOwnReference) {
  constexpr std::size_t arm = 3, reference = 6;
  result_.arms[arm].reference = reference;
  const auto paid_by = [](const Ledger& ledger, Payer payer) {
    Ore sum = 0;
    for (const LedgerCell& cell : ledger) {
      if (cell.payer == payer && is_in_net_result(cell)) sum += cell.amount;
    }
    return sum;
  };
  Ore all = 0;
  for (const Purse purse : {Purse::municipality, Purse::region, Purse::state}) {
    const Payer payer = *part_of(purse).payer;
    const Ore saved =
        paid_by(result_.ledgers[reference], payer) - paid_by(result_.ledgers[arm], payer);
    result_.counts[arm].moments[index_of(purse)].saving = saved;
    all += saved;
  }
  result_.counts[arm].moments[index_of(Purse::all_public)].saving = all;

  const Appraisal appraisal = appraise(scenario_, result_);

  EXPECT_EQ(total(appraisal.strategies[0].levels[arm - 1].net_result, {}), all);
  EXPECT_NE(all, total(appraisal_.strategies[0].levels[arm - 1].net_result, {}));
  EXPECT_EQ(appraisal.reference_of(arm), appraisal.ledgers[reference]);
}

TEST_F(Appraise, UnitsToKronerSumToTheGrossSaving) {
  const Saving& saving = appraisal_.strategies[0].at(EffectLevel::centre);
  std::array<Ore, payer_count> by_payer{};
  for (const UnitsToKroner& row :
       units_to_kroner(appraisal_.ledgers[0], appraisal_.ledgers[saving.arm])) {
    Ore gross = 0;
    for (std::size_t p = 0; p < payer_count; ++p) {
      by_payer[p] += row.by_payer[p];
      gross += row.by_payer[p];
    }
    EXPECT_EQ(gross, row.gross);
    Hundredths units = 0;
    for (std::size_t year = 0; year < result_.counts[0].years.size(); ++year) {
      units += result_.counts[0].years[year].use[index_of(row.service)] -
               result_.counts[saving.arm].years[year].use[index_of(row.service)];
    }
    EXPECT_EQ(row.units, units);
  }

  for (std::size_t p = 0; p < payer_count; ++p) {
    EXPECT_EQ(by_payer[p], total(saving.gross_saving, {.payer = static_cast<Payer>(p)}));
  }
}

TEST_F(Appraise, TaxIsItsDepartment) {
  const MoneyTable& net = appraisal_.strategies[0].at(EffectLevel::centre).net_result;

  EXPECT_EQ(total(net, {}) - total(net, {.with_tax = false}),
            total(net, {.department = Department::tax}));
}

MoneyTable municipal(const std::vector<Ore>& by_year) {
  MoneyTable table{static_cast<int>(by_year.size())};
  int year = 0;
  for (const Ore ore : by_year) table.at(++year, Department::tax, Payer::municipality) = ore;
  return table;
}

TEST(CourseOf, FindsTheDeepestPointAndTheLastCrossing) {
  const Course course =
      course_of(municipal({-300, 400, -200, 150}), {.payer = Payer::municipality});

  EXPECT_EQ(course.cumulated, (std::vector<Ore>{-300, 100, -100, 50}));
  EXPECT_EQ(course.largest_deficit, -300);
  EXPECT_EQ(course.deficit_year, 1);
  EXPECT_EQ(course.paid_back, 4);
}

TEST(CourseOf, TellsTheFirstOfYearsThatAreEquallyDeepAndWhenNothingIsOwed) {
  const Course course = course_of(municipal({-300, 0, 300, 10}), {});

  EXPECT_EQ(course.deficit_year, 1);
  EXPECT_EQ(course.paid_back, 3);
}

TEST(CourseOf, KnowsWhenItIsNotPaidBackWithinTheHorizon) {
  const Course course = course_of(municipal({5, -10, 2}), {});

  EXPECT_FALSE(course.paid_back.has_value());
  EXPECT_EQ(course.deficit_year, 2);
}

TEST(CourseOf, HasNoDeficitWhereNothingIsLost) {
  const Course course = course_of(municipal({0, 10}), {});

  EXPECT_EQ(course.deficit_year, 0);
  EXPECT_EQ(course.paid_back, 1);
}

TEST(PresentValue, DiscountsFromTheEndOfEachYear) {
  Appraisal appraisal;
  appraisal.runs = 2;

  const double value =
      present_value(appraisal, municipal({10000, 20000}), {}, {DiscountRate::flat(0.035)});

  EXPECT_NEAR(value, 50 / 1.035 + 100 / (1.035 * 1.035), 1e-9);
  EXPECT_EQ(present_value(appraisal, municipal({10000, 20000}), {}, {DiscountRate::flat(0)}), 150);
}

TEST(PresentValue, FollowsTheScenariosRateAndTiming) {
  Scenario scenario;
  Appraisal appraisal;
  const auto annuity = [&] {
    return present_value(appraisal, municipal({10000, 10000, 10000, 10000}), {},
                         discounting_of(scenario));
  };

  // 100 kr. a year for four years by the Finance Ministry's 3.5 %, by hand.
  EXPECT_NEAR(annuity(), 367.3079, 1e-4);
  scenario.discount_timing = Timing::middle;
  EXPECT_NEAR(annuity(), 373.6805, 1e-4);
  scenario.discount_timing = Timing::start;
  EXPECT_NEAR(annuity(), 380.1637, 1e-4);
  scenario.discount_rate = 0;
  EXPECT_EQ(annuity(), 400);
}

}  // namespace
}  // namespace samspil
