// Draws on rotating families: which sites they live, and that nothing else has moved.
#include <gtest/gtest.h>

#include "model/appraisal/saving.hpp"
#include "model/appraisal/uncertainty.hpp"
#include "model/engine/engine.hpp"
#include "model/simulation/run.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

Scenario scenario_of(std::uint32_t draws, std::uint32_t families_per_draw) {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 2'000;
  scenario.population.families = 320;  // eight sites
  scenario.strategies.resize(2);
  scenario.years = 2;
  scenario.draws = draws;
  scenario.families_per_draw = families_per_draw;
  return scenario;
}

/// Runs of a model whose draws live `sites` of its sites, one by one.
std::vector<FamilyModel::Tally> tallies(FamilyModel& model, std::uint64_t sites, std::uint32_t runs,
                                        int threads) {
  model.rotate(sites);
  std::vector<FamilyModel::Tally> all;
  run_chunks(model, model.plan(runs, threads),
             [&](std::uint32_t /*first*/, std::span<const FamilyModel::Tally> chunk) {
               all.insert(all.end(), chunk.begin(), chunk.end());
             });
  return all;
}

/// What a draw counts is the sum over its sites alone, each lived as when all are.
TEST(RotatingFamilies, AreTheSitesOfTheDrawAsAllLiveThem) {
  const test::World world{scenario_of(1, 0)};
  const auto arms = test::all_arms(world.scenario());
  FamilyModel model{world.scenario(), world.pool(), world.draw(), 320, arms};
  const Rotation rotation{8, 3};
  const auto drawn = tallies(model, rotation.per_draw, 8, 3);

  FamilyModel all{world.scenario(), world.pool(), world.draw(), 320, arms};
  FamilyModel::Scratch scratch = all.make_scratch();
  std::vector<FamilyModel::Tally> expected(8, all.make_tally());
  for (std::uint64_t site = 0; site < 8; ++site) {
    for (std::uint32_t draw = 0; draw < 8; ++draw) {
      if (!rotation.lives(draw, site)) continue;
      all.make_block(scratch, site, 1);
      all.run_draw(scratch, draw, expected[draw]);
      all.finish_draw(scratch, draw, expected[draw]);
    }
  }
  for (std::uint32_t draw = 0; draw < 8; ++draw) {
    for (std::size_t arm = 0; arm < arms.size(); ++arm) {
      EXPECT_EQ(drawn[draw].arms[arm], expected[draw].arms[arm]) << draw << ' ' << arm;
    }
  }
}

/// Over a whole round every family has lived as often as any other: scaled by sites, families are
/// those of the population to the last.
TEST(RotatingFamilies, AreAllFamiliesOverAWholeRound) {
  const RunResult result = run_scenario(scenario_of(8, 120), 0, {});  // three sites of eight
  EXPECT_EQ(result.sites_per_draw, 3U);
  EXPECT_DOUBLE_EQ(result.whole_runs(), 3);
  const RunResult all = run_scenario(scenario_of(1, 0), 0, {});
  const auto children = [](const RunResult& of) {
    return static_cast<double>(of.counts[0].years[0].outcomes[index_of(Outcome::families)]) /
           of.whole_runs();
  };
  EXPECT_DOUBLE_EQ(children(result), children(all));
}

/// A programme without effect leaves every family as it is: an arm that lived other sites than the
/// baseline would count other people.
TEST(RotatingFamilies, AreTheSameInAllArms) {
  const RunResult result = run_scenario(scenario_of(6, 120), 0, {});
  for (std::size_t run = 0; run < result.runs(); ++run) {
    for (std::size_t arm = 1; arm < result.arms.size(); ++arm) {
      if (result.arms[arm].level != EffectLevel::none) continue;
      const auto own = result.accounts.of(run, arm), baseline = result.accounts.of(run, 0);
      for (std::size_t year = 0; year < own.size(); ++year) {
        for (const Outcome outcome : {Outcome::children, Outcome::placement_days,
                                      Outcome::parents_in_work, Outcome::notifications}) {
          EXPECT_EQ(own[year].outcomes[index_of(outcome)],
                    baseline[year].outcomes[index_of(outcome)]);
        }
      }
    }
  }
  EXPECT_NE(result.accounts.of(0, 0)[0].outcomes, result.accounts.of(1, 0)[0].outcomes);
}

/// Replicates live a draw's own families again.
TEST(RotatingFamilies, AreTheSameInAllReplicates) {
  Scenario scenario = scenario_of(3, 120);
  scenario.replicates = 2;
  const RunResult result = run_scenario(scenario, 0, {});
  const auto children = [&](std::size_t run) {  // who were there when the year began
    const auto& year = result.accounts.of(run, 0)[0].outcomes;
    return year[index_of(Outcome::children)] - year[index_of(Outcome::births)];
  };
  for (std::size_t draw = 0; draw < 3; ++draw) {
    EXPECT_EQ(children(2 * draw), children(2 * draw + 1));
  }
  EXPECT_NE(children(0), children(2));
  EXPECT_DOUBLE_EQ(result.whole_runs(), 6 * 3.0 / 8);
}

TEST(RotatingFamilies, ThatAreAllAreNoneRotated) {
  const RunResult all = run_scenario(scenario_of(3, 0), 1, {});
  const RunResult as_many = run_scenario(scenario_of(3, 320), 3, {});
  EXPECT_EQ(all.sites_per_draw, 0U);
  EXPECT_EQ(as_many.counts, all.counts);
  EXPECT_EQ(as_many.savings, all.savings);
  EXPECT_EQ(as_many.shared_sites, all.shared_sites);
  EXPECT_EQ(as_many.whole_runs(), all.whole_runs());
}

TEST(RotatingFamilies, DoNotDependOnThreads) {
  const RunResult one = run_scenario(scenario_of(40, 120), 1, {});  // more runs than a chunk
  const RunResult three = run_scenario(scenario_of(40, 120), 3, {});
  EXPECT_EQ(three.counts, one.counts);
  EXPECT_EQ(three.savings, one.savings);
  EXPECT_EQ(three.shared_sites, one.shared_sites);
  for (std::size_t i = 0; i < one.site_spreads.size(); ++i) {
    EXPECT_TRUE(three.site_spreads[i].whole == one.site_spreads[i].whole) << i;
    EXPECT_TRUE(three.site_spreads[i].kept == one.site_spreads[i].kept) << i;
  }
}

/// Beside its draws a scenario has what it has without them.
TEST(RotatingFamilies, LeaveTheRunAtTheValuesAlone) {
  const Scenario scenario = scenario_of(3, 120);
  const RunAndDraws both = run_with_draws(scenario, 0, {});
  const RunResult one = run_scenario(at_values(scenario), 0, {});
  const RunResult draws = run_scenario(scenario, 0, {});
  ASSERT_TRUE(both.draws);
  EXPECT_EQ(both.central.counts, one.counts);
  EXPECT_EQ(both.central.savings, one.savings);
  EXPECT_EQ(both.draws->savings, draws.savings);
  EXPECT_FALSE(run_with_draws(at_values(scenario), 0, {}).draws);
}

/// Departments are the municipality's; with region and state they are the public total, in the mean
/// of all years and of each.
TEST(RotatingFamilies, HaveBudgetsThatSumToThePublicTotal) {
  const RunResult result = run_scenario(scenario_of(5, 120), 0, {});
  for (std::size_t arm = 1; arm < result.arms.size(); ++arm) {
    const auto budgets = budget_uncertainties(result, arm, Discounting{});
    const auto sums = [&](const auto& of) {
      double departments = 0;
      for (std::size_t i = first_department_budget; i < budget_count; ++i) {
        departments += of(*budgets[i]);
      }
      const auto purse = [&](Purse p) { return of(*budgets[index_of(p)]); };
      EXPECT_NEAR(departments, purse(Purse::municipality), 1e-3);
      EXPECT_NEAR(departments + purse(Purse::region) + purse(Purse::state),
                  purse(Purse::all_public), 1e-3);
    };
    sums([](const BudgetUncertainty& of) { return of.in_all.mean; });
    for (std::size_t year = 0; year < 2; ++year) {
      sums([year](const BudgetUncertainty& of) { return of.yearly[year].mean; });
    }
    double yearly = 0;
    for (const Uncertainty& year : budgets[0]->yearly) yearly += year.mean;
    EXPECT_NEAR(yearly, budgets[0]->in_all.mean, 1e-3);
  }
}

/// The mean over draws is what the priced ledgers of all runs come to.
TEST(RotatingFamilies, HaveTheMeanOfTheirAppraisal) {
  const Scenario scenario = scenario_of(5, 120);
  const RunResult result = run_scenario(scenario, 0, {});
  const Appraisal appraisal = appraise(scenario, result);
  for (const StrategyAppraisal& strategy : appraisal.strategies) {
    for (const Saving& saving : strategy.levels) {
      const auto budgets = budget_uncertainties(result, saving.arm, Discounting{});
      for (std::size_t p = 0; p < purse_count; ++p) {
        const double net =
            appraisal.kroner(total(saving.net_result, part_of(static_cast<Purse>(p))));
        EXPECT_NEAR(budgets[p]->in_all.mean, net, 1e-3);
        EXPECT_NEAR(*budgets[p]->in_all.monte_carlo_error, *saving.mean_error[p].standard_error,
                    1e-6 * *saving.mean_error[p].standard_error);
      }
    }
  }
}

}  // namespace
}  // namespace samspil
