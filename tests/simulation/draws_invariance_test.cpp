// Parameter draws and their replicates: what a run of them sums, and what it does not depend on.
#include <gtest/gtest.h>

#include "model/appraisal/saving.hpp"
#include "model/inputs/drawn_inputs.hpp"
#include "model/simulation/common_terms.hpp"
#include "model/simulation/run.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

Scenario scenario_of(std::uint32_t draws, std::uint32_t replicates) {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 2'000;
  scenario.population.families = 160;
  scenario.strategies.resize(2);
  scenario.years = 2;
  scenario.draws = draws;
  scenario.replicates = replicates;
  return scenario;
}

TEST(Draws, AreTheFirstOfAnyLargerNumberOnAnyThreads) {
  const RunResult few = run_scenario(scenario_of(3, 2), 1, {});
  const RunResult many = run_scenario(scenario_of(20, 2), 3, {});  // more runs than a chunk
  ASSERT_EQ(few.savings.size(), std::size_t{3} * 2 * few.arms.size());
  ASSERT_EQ(many.savings.size(), std::size_t{20} * 2 * few.arms.size());
  for (std::size_t i = 0; i < few.savings.size(); ++i) EXPECT_EQ(few.savings[i], many.savings[i]);
  EXPECT_EQ(few.shared_sites, few.sites * 15);
  EXPECT_EQ(many.shared_sites, few.sites * (32 * 31 / 2 + 8 * 7 / 2));  // of two chunks
  ASSERT_EQ(few.drawn_values.size(), 3U);
  for (std::size_t d = 0; d < 3; ++d) EXPECT_EQ(few.drawn_values[d], many.drawn_values[d]);
}

/// Each draw is a run of the same families with these inputs written into the scenario.
TEST(Draws, AreRunsOfTheirInputs) {
  const Scenario scenario = scenario_of(2, 1);
  const RunResult drawn = run_scenario(scenario, 0, {});
  const DrawnInputs inputs{scenario};
  ASSERT_EQ(drawn.drawn_names, inputs.names());
  ASSERT_EQ(drawn.drawn_values[0], inputs.values(0));
  const Pool pool = make_pool(scenario, 0, {});  // by the values: the same in every draw
  const StratifiedDraw draw = stratified_draw(pool, scenario.population);
  const Scenario with = with_enrolment(inputs.with(inputs.values(0)), drawn.enrolment);
  const FamilyModel model{with, pool, draw, drawn.families, drawn.arms};
  const auto counts = test::run_model(model);
  for (std::size_t arm = 0; arm < counts.size(); ++arm) {
    for (std::size_t purse = 0; purse < purse_count; ++purse) {
      EXPECT_EQ(drawn.savings[arm][purse], static_cast<Ore>(counts[arm].moments[purse].saving));
    }
  }
}

/// What is kept of each run by department, payer and year is its saving, and over runs its counts.
TEST(Draws, HaveAccountsThatSumToTheirSavings) {
  const RunResult result = run_scenario(scenario_of(3, 2), 2, {});
  ASSERT_TRUE(result.accounts.are_kept());
  std::vector<ArmCounts> counted(result.arms.size());
  for (std::size_t run = 0; run < result.runs(); ++run) {
    for (std::size_t arm = 0; arm < result.arms.size(); ++arm) {
      const auto own = result.accounts.of(run, arm);
      const auto reference = result.accounts.of(run, result.arms[arm].reference);
      std::array<Ore, payer_count> saving{};
      counted[arm].years.resize(own.size());
      for (std::size_t year = 0; year < own.size(); ++year) {
        for (std::size_t cell = 0; cell < department_count * payer_count; ++cell) {
          const std::size_t department = cell / payer_count, payer = cell % payer_count;
          saving[payer] += reference[year].consequences[department][payer] -
                           own[year].consequences[department][payer] +
                           reference[year].programme[department][payer] -
                           own[year].programme[department][payer];
        }
        for (std::size_t i = 0; i < outcome_count; ++i) {
          counted[arm].years[year].outcomes[i] += own[year].outcomes[i];
        }
      }
      const auto& kept = result.savings[run * result.arms.size() + arm];
      const auto at = [&](Payer payer) { return saving[index_of(payer)]; };
      EXPECT_EQ(at(Payer::municipality), kept[index_of(Purse::municipality)]) << run << ' ' << arm;
      EXPECT_EQ(at(Payer::region), kept[index_of(Purse::region)]) << run << ' ' << arm;
      EXPECT_EQ(at(Payer::state), kept[index_of(Purse::state)]) << run << ' ' << arm;
    }
  }
  for (std::size_t arm = 0; arm < counted.size(); ++arm) {
    for (std::size_t year = 0; year < counted[arm].years.size(); ++year) {
      EXPECT_EQ(counted[arm].years[year].outcomes, result.counts[arm].years[year].outcomes);
    }
  }
}

TEST(Draws, KeepNoAccountsOfOneRunOrOfMoreThanMemoryHolds) {
  EXPECT_FALSE((RunAccounts{1, 17, 4}.are_kept()));
  EXPECT_TRUE((RunAccounts{2'000, 17, 4}.are_kept()));
  EXPECT_FALSE((RunAccounts{100'000, 17, 4}.are_kept()));
}

TEST(Draws, SumToTheAppraisedNetResult) {
  const Scenario scenario = scenario_of(4, 2);
  const RunResult result = run_scenario(scenario, 0, {});
  const Appraisal appraisal = appraise(scenario, result);  // holds moments against priced ledgers
  for (const StrategyAppraisal& strategy : appraisal.strategies) {
    for (const Saving& saving : strategy.levels) {
      Ore sum = 0;
      for (std::size_t run = 0; run < result.runs(); ++run) {
        sum += result.savings[run * result.arms.size() + saving.arm][index_of(Purse::municipality)];
      }
      EXPECT_EQ(sum, total(saving.net_result, part_of(Purse::municipality)));
    }
  }
}

/// n Σ x y - Σ x Σ y over sites, from the sites one by one.
TEST(Draws, KeepWhatEachSiteSavedInBothRuns) {
  const Scenario scenario = scenario_of(1, 2);
  const RunResult result = run_scenario(scenario, 3, {});
  const Pool pool = make_pool(scenario, 0, {});
  const StratifiedDraw draw = stratified_draw(pool, scenario.population);
  const Scenario with = with_enrolment(scenario, result.enrolment);
  const FamilyModel model{with, pool, draw, result.families, result.arms};
  FamilyModel::Scratch scratch = model.make_scratch();
  std::vector<std::array<Int128, purse_count>> products(result.arms.size());
  for (std::uint64_t site = 0; site < model.sites(); ++site) {
    model.make_block(scratch, site, 1);
    std::array<FamilyModel::Tally, 2> runs{model.make_tally(), model.make_tally()};
    for (std::uint32_t run = 0; run < 2; ++run) {
      model.run_draw(scratch, run, runs[run]);
      model.finish_draw(scratch, run, runs[run]);
    }
    for (std::size_t arm = 0; arm < result.arms.size(); ++arm) {
      for (std::size_t purse = 0; purse < purse_count; ++purse) {
        products[arm][purse] +=
            runs[0].arms[arm].moments[purse].saving * runs[1].arms[arm].moments[purse].saving;
      }
    }
  }
  EXPECT_EQ(result.shared_sites, result.sites);
  const SavingCells cells = result.cells();
  for (std::size_t arm = 0; arm < result.arms.size(); ++arm) {
    for (std::size_t purse = 0; purse < purse_count; ++purse) {
      const Int128 totals =
          Int128{result.savings[arm][purse]} * result.savings[result.arms.size() + arm][purse];
      EXPECT_TRUE(result.site_spreads[arm * cells.count() + cells.in_all(purse)].kept ==
                  static_cast<Int128>(model.sites()) * products[arm][purse] - totals)
          << arm;
    }
  }
  EXPECT_TRUE(result.site_spreads[2 * cells.count() + cells.in_all(0)].kept != 0);
}

TEST(Draws, OfOneStandAtTheValues) {
  const RunResult one = run_scenario(scenario_of(1, 2), 0, {});
  EXPECT_TRUE(one.drawn_names.empty());
  const RunResult first = run_scenario(scenario_of(1, 1), 0, {});
  for (std::size_t arm = 0; arm < one.arms.size(); ++arm) {
    EXPECT_EQ(one.savings[arm], first.savings[arm]);
  }
  EXPECT_NE(one.savings[one.arms.size() + 2], one.savings[2]);  // the second replicate lives on
}

}  // namespace
}  // namespace samspil
