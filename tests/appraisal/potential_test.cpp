// Potential, gross saving, cost and net result: three things that stand beside each other by
// department and payer, and sum.
#include "model/appraisal/potential.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/support/fake_run.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

double value_of(const std::optional<double>& potential) { return potential.value_or(-1e300); }

class Potential : public testing::Test {
 protected:
  Potential() {
    contrast_.families = 1000;
    contrast_.contrast[index_of(ContrastGroup::adult)].people = 1500;
    contrast_.contrast[index_of(ContrastGroup::adult)].successes = 300;
    contrast_.contrast[index_of(ContrastGroup::child)].people = 1700;
    contrast_.contrast[index_of(ContrastGroup::child)].successes = 700;
    contrast_.cells = CostCells{scenario_.catalogue, scenario_.years};
    for (std::size_t group = 0; group < contrast_.by_cell.size(); ++group) {
      for (std::size_t a = 0; a < adjustment_count; ++a) {
        auto& cells = contrast_.by_cell[group][a];
        cells.resize(contrast_.cells.count());
        std::iota(cells.begin(), cells.end(), static_cast<double>(group + a) - 20);
      }
    }
    for (ArmCounts& arm : result_.counts) {
      double year = 0;
      for (YearCounts& counts : arm.years) {
        counts.outcomes[index_of(Outcome::enrolled_families)] = year++ == 1 ? 600 : 300;
      }
    }
  }
  std::vector<StrategyPotential> found() const {
    return potentials(contrast_, appraisal_, result_);
  }

  Scenario scenario_ = test::fake_scenario();
  RunResult result_ = test::fake_run(scenario_, 20, 3);
  Appraisal appraisal_ = appraise(scenario_, result_);
  ContrastResult contrast_{CostLines{scenario_.catalogue, scenario_.years}, {}, {}, {}, {}, 0, 0};
};

TEST_F(Potential, RowsSumToTheMunicipalityAndToThePublicTotal) {
  const auto all = found();
  ASSERT_EQ(all.size(), scenario_.strategies.size());
  for (const StrategyPotential& own : all) {
    PotentialRow departments, payers;
    const auto add = [](PotentialRow& sum, const PotentialRow& row) {
      for (std::size_t a = 0; a < adjustment_count; ++a) {
        sum.potential[a] = sum.potential[a].value_or(0) + value_of(row.potential[a]);
      }
      sum.gross_saving += row.gross_saving;
      sum.programme_cost += row.programme_cost;
      sum.net_result += row.net_result;
    };
    const auto expect_same = [](const PotentialRow& sum, const PotentialRow& whole) {
      for (std::size_t a = 0; a < adjustment_count; ++a) {
        EXPECT_NEAR(value_of(sum.potential[a]), value_of(whole.potential[a]), 1e-6);
      }
      EXPECT_NEAR(sum.gross_saving, whole.gross_saving, 1e-6);
      EXPECT_NEAR(sum.programme_cost, whole.programme_cost, 1e-6);
      EXPECT_NEAR(sum.net_result, whole.net_result, 1e-6);
    };
    for (const PotentialRow& row : own.departments) {
      add(departments, row);
      EXPECT_NEAR(row.net_result, row.gross_saving - row.programme_cost, 1e-6);
    }
    for (const PotentialRow& row : own.payers) add(payers, row);
    expect_same(departments, own.payers[index_of(Payer::municipality)]);
    expect_same(payers, own.total);
    const Saving& centre = appraisal_.strategies[own.strategy].at(EffectLevel::centre);
    EXPECT_EQ(own.total.net_result, appraisal_.kroner(total(centre.net_result, {})));
    EXPECT_EQ(own.gross_saving[index_of(EffectLevel::centre)], own.total.gross_saving);
    EXPECT_NE(own.total.gross_saving, 0);
  }
}

/// 600 families in three runs are 200; of each 1.2 adults and a child do not succeed.
TEST_F(Potential, IsTheContrastOfThoseInTheFullestYearWhoDoNotSucceed) {
  const StrategyPotential own = found().front();
  EXPECT_DOUBLE_EQ(own.families, 200);
  EXPECT_DOUBLE_EQ(own.without.adults, 240);
  EXPECT_DOUBLE_EQ(own.without.children, 200);
  for (std::size_t a = 0; a < adjustment_count; ++a) {
    const auto sum = [&](std::size_t group) {
      const auto& cells = contrast_.by_cell[group][a];
      return std::accumulate(cells.begin(), cells.end(), 0.0);
    };
    EXPECT_NEAR(value_of(own.total.potential[a]), 240 * sum(0) + 200 * sum(1), 1e-6);
  }
  const double whole = value_of(own.total.potential[index_of(Adjustment::as_published)]);
  for (std::size_t level = 0; level < own.gross_saving.size(); ++level) {
    EXPECT_DOUBLE_EQ(value_of(own.share_reached[level]) * whole, own.gross_saving[level]);
  }
}

TEST_F(Potential, MovesNothingThatTheStrategyGivesOrCosts) {
  const auto before = found();
  for (auto& group : contrast_.by_cell) {
    for (auto& cells : group) {
      for (double& cell : cells) cell *= -3;
    }
  }
  const auto after = found();
  for (std::size_t s = 0; s < before.size(); ++s) {
    EXPECT_EQ(after[s].total.gross_saving, before[s].total.gross_saving);
    EXPECT_EQ(after[s].total.net_result, before[s].total.net_result);
    EXPECT_FALSE(after[s].share_reached[0]) << "a share of a potential below nought";
  }
}

TEST_F(Potential, IsNothingWhereThereIsNoContrast) {
  for (auto& cells : contrast_.by_cell[index_of(ContrastGroup::child)]) cells.clear();
  const StrategyPotential own = found().front();
  for (const auto& potential : own.total.potential) EXPECT_FALSE(potential);
  EXPECT_NE(own.total.gross_saving, 0);
}

TEST_F(Potential, CountsTheParentsWhoSucceedMore) {
  const std::size_t centre = appraisal_.strategies[0].at(EffectLevel::centre).arm;
  auto& own = result_.counts[centre].years;
  for (std::size_t year = 0; year < own.size(); ++year) {
    own[year].week_48 = reference_counts(result_, centre).years[year].week_48;
  }
  own[1].week_48[index_of(LabourStatus::education)] += 12;
  own[1].week_48[index_of(LabourStatus::flexjob)] += 3;
  own[1].week_48[index_of(LabourStatus::cash_benefit)] += 100;
  const auto more = found().front().more_successes[index_of(EffectLevel::centre)];
  EXPECT_EQ(more[0], 0);
  EXPECT_DOUBLE_EQ(more[1], 5);
}

/// The contrast by cell is the contrast by line, cell by cell.
TEST(CellContrast, SumsToTheLinesUnderEveryAdjustment) {
  const test::World world{test::small_scenario()};
  FollowedWorld asked{world.scenario(), world.pool()};
  asked.keeps_cells = true;
  const FollowedGroup group = follow_target_group(asked, 0);
  const StatusContrast lines = status_contrast(group);
  const CellContrast by_cell = cell_contrast(group);
  const CostCells& cells = group.cells;
  for (const ContrastGroup which : {ContrastGroup::adult, ContrastGroup::child}) {
    for (std::size_t a = 0; a < adjustment_count; ++a) {
      const auto& own = by_cell[index_of(which)][a];
      const auto& line = lines[index_of(which)].kroner[a].by_outcome;
      ASSERT_EQ(own.size(), cells.count());
      ASSERT_FALSE(line.empty());
      EXPECT_NEAR(std::accumulate(own.begin(), own.end(), 0.0), line[0].value, 0.01);
      for (std::size_t d = 0; d < department_count; ++d) {
        double sum = 0;
        for (std::size_t cell = 0; cell < own.size(); ++cell) {
          const auto& account = cells.accounts[cell % cells.accounts.size()];
          if (index_of(account.department) == d) sum += own[cell];
        }
        EXPECT_NEAR(sum, line[group.lines.of_department(static_cast<Department>(d))].value, 0.01);
      }
    }
  }
}

}  // namespace
}  // namespace samspil
