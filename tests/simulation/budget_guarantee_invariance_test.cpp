// The same run, taken up by one municipality and by all: what the budget guarantee moves.
#include <gtest/gtest.h>

#include "model/appraisal/saving.hpp"
#include "model/costs/budget_guarantee.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

struct Appraised {
  explicit Appraised(Rollout rollout) {
    scenario.catalogue.law.rollout = rollout;
    result = run_scenario(scenario, 0, {});
    appraisal = appraise(scenario, result);
  }
  Scenario scenario = test::small_scenario();
  RunResult result;
  Appraisal appraisal;
};

/// What the municipality saves on the services that the guarantee covers, from the ledgers' cells.
Ore guaranteed_saving(const Appraisal& appraisal, std::size_t arm, int year) {
  const auto cost = [year](const Ledger& ledger) {
    Ore sum = 0;
    for (const LedgerCell& cell : ledger) {
      const bool is_service = !is_programme(cell) && !is_settlement(cell);
      if (is_service && cell.year == year && cell.payer == Payer::municipality &&
          is_budget_guaranteed(static_cast<Service>(cell.line))) {
        sum += cell.amount;
      }
    }
    return sum;
  };
  return cost(appraisal.ledgers[0]) - cost(appraisal.ledgers[arm]);
}

class BudgetGuarantee : public testing::Test {
 protected:
  template <class Check>
  void for_each_arm_and_year(const Check& check) const {
    for (std::size_t s = 0; s < local_.appraisal.strategies.size(); ++s) {
      for (std::size_t l = 0; l < effect_level_names.size(); ++l) {
        for (int year = 1; year <= local_.appraisal.years; ++year) {
          check(local_.appraisal.strategies[s].levels[l],
                national_.appraisal.strategies[s].levels[l], year);
        }
      }
    }
  }
  const Appraised local_{Rollout::local};
  const Appraised national_{Rollout::national};
};

TEST_F(BudgetGuarantee, LeavesThePublicTotalAlone) {
  for_each_arm_and_year([](const Saving& local, const Saving& national, int year) {
    EXPECT_EQ(total(local.net_result, {.year = year}), total(national.net_result, {.year = year}));
    EXPECT_EQ(total(local.net_result, {.year = year, .payer = Payer::region}),
              total(national.net_result, {.year = year, .payer = Payer::region}));
  });
}

TEST_F(BudgetGuarantee, HandsTheStateExactlyWhatTheMunicipalitySavesOnGuaranteedServices) {
  Ore moved = 0;
  for_each_arm_and_year([&](const Saving& local, const Saving& national, int year) {
    const Ore saving = guaranteed_saving(local_.appraisal, local.arm, year);
    const auto change = [&](Payer payer) {
      return total(national.net_result, {.year = year, .payer = payer}) -
             total(local.net_result, {.year = year, .payer = payer});
    };

    EXPECT_EQ(change(Payer::municipality), -saving);
    EXPECT_EQ(change(Payer::state), saving);
    moved += saving != 0;
  });
  EXPECT_GT(moved, 0);
}

TEST_F(BudgetGuarantee, IsTheDepartmentOfTheBlockGrantAlone) {
  for_each_arm_and_year([](const Saving& local, const Saving& national, int year) {
    for (std::size_t d = 0; d < department_count; ++d) {
      const Part part{
          .year = year, .department = static_cast<Department>(d), .payer = Payer::municipality};
      if (part.department == Department::block_grant) {
        EXPECT_EQ(total(local.net_result, part), 0);
      } else {
        EXPECT_EQ(total(local.net_result, part), total(national.net_result, part));
      }
    }
  });
}

TEST_F(BudgetGuarantee, StaysOutOfWhatTheBaselineCosts) {
  const auto cost = [](const Appraised& run, const Part& part) {
    return total(cost_of_consequences(run.appraisal.ledgers[0], run.appraisal.years), part);
  };
  const Part printed{.payer = Payer::municipality, .with_block_grant = false};

  EXPECT_EQ(cost(local_, printed), cost(national_, printed));
  EXPECT_NE(cost(local_, {.payer = Payer::municipality}),
            cost(national_, {.payer = Payer::municipality}));
}

}  // namespace
}  // namespace samspil
