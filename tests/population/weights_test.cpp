#include "model/population/weights.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "model/core/random.hpp"

namespace samspil {
namespace {

/// A table's seed as base weights, its row and column sums as margins.
WeightProblem table_problem(const std::vector<double>& seed, const std::vector<double>& rows,
                            const std::vector<double>& columns) {
  WeightProblem problem;
  problem.margins = rows.size() + columns.size();
  problem.targets = rows;
  problem.targets.insert(problem.targets.end(), columns.begin(), columns.end());
  problem.base = seed;
  problem.total = std::accumulate(rows.begin(), rows.end(), 0.0);
  for (std::size_t k = 0; k < seed.size(); ++k) {
    std::vector<double> row(problem.margins, 0.0);
    row[k / columns.size()] = 1;
    row[rows.size() + k % columns.size()] = 1;
    problem.conditions.insert(problem.conditions.end(), row.begin(), row.end());
  }
  return problem;
}

void expect_weights(const WeightSolution& solution, const std::vector<double>& expected,
                    double tolerance) {
  ASSERT_EQ(solution.status, WeightStatus::converged);
  ASSERT_EQ(solution.weights.size(), expected.size());
  for (std::size_t k = 0; k < expected.size(); ++k) {
    EXPECT_NEAR(solution.weights[k], expected[k], tolerance) << "candidate " << k;
  }
}

struct Ratios {
  std::vector<double> numerators;
  std::vector<double> denominators;
  std::vector<double> targets;
};

/// Families with 1 to 4 members and m correlated yes-no traits per member; targets are the pool's
/// shares moved by `shift` of the way towards one half.
Ratios synthetic_ratios(std::size_t n, std::size_t m, double shift) {
  Ratios ratios;
  ratios.targets.assign(m, 0.0);
  std::vector<double> members(m, 0.0);
  for (std::size_t k = 0; k < n; ++k) {
    const double liability = uniform(keyed_block({}, Identity{k}, 0, BlockNumber{0})[0]);
    const auto size = 1 + keyed_block({}, Identity{k}, 0, BlockNumber{0})[1] % 4;
    for (std::size_t j = 0; j < m; ++j) {
      double count = 0;
      for (std::uint32_t member = 0; member < size; ++member) {
        const PhiloxBlock words =
            keyed_block({}, Identity{k}, static_cast<int>(j), BlockNumber{1}, member);
        const double share = 0.05 + 0.02 * static_cast<double>(j);
        count += uniform(words[0]) < share * (0.4 + 1.2 * liability) ? 1 : 0;
      }
      ratios.numerators.push_back(count);
      ratios.denominators.push_back(static_cast<double>(size));
      ratios.targets[j] += count;
      members[j] += static_cast<double>(size);
    }
  }
  for (std::size_t j = 0; j < m; ++j) {
    const double share = ratios.targets[j] / members[j];
    ratios.targets[j] = share + shift * (0.5 - share);
  }
  return ratios;
}

// Ye et al., "A methodology to match distributions of both household and person attributes in the
// generation of synthetic populations", TRB 2009, table 1.
WeightProblem ye_problem() {
  WeightProblem problem;
  problem.margins = 5;
  problem.conditions = {1, 0, 1, 1, 1,  //
                        1, 0, 1, 0, 1,  //
                        1, 0, 2, 1, 0,  //
                        0, 1, 1, 0, 2,  //
                        0, 1, 0, 2, 1,  //
                        0, 1, 1, 1, 0,  //
                        0, 1, 2, 1, 2,  //
                        0, 1, 1, 1, 0};
  problem.targets = {35, 65, 91, 65, 104};
  problem.total = 100;
  return problem;
}

TEST(MaximumEntropyWeights, MeetsThePublishedHouseholdAndPersonMargins) {
  const WeightSolution solution = maximum_entropy_weights(ye_problem());

  expect_weights(solution,
                 {8.937470268, 23.448579296, 2.613950436, 25.899222684, 14.347801980, 11.009561896,
                  2.733851544, 11.009561896},
                 2e-9);
  for (const double error : solution.errors) EXPECT_NEAR(error, 0.0, 1e-8);
  EXPECT_LE(solution.iterations, 5);  // Newton, not merely descent
}

TEST(MaximumEntropyWeights, OfASeedTableAreItsProportionalFit) {
  const WeightProblem small = table_problem({8, 4, 2, 5, 3, 2}, {60, 40}, {50, 30, 20});
  const WeightProblem large =
      table_problem({8, 4, 6, 7, 3, 6, 5, 2, 9, 11, 3, 1}, {20, 18, 22}, {18, 16, 12, 14});

  expect_weights(maximum_entropy_weights(small),
                 {31.78776834, 17.77758315, 10.43464851, 18.21223166, 12.22241685, 9.56535149},
                 1e-8);
  expect_weights(maximum_entropy_weights(large),
                 {5.579361394, 2.162466942, 3.891873715, 8.366297949, 3.433199676, 5.322602556,
                  5.321827530, 3.922370237, 8.987438930, 8.514930502, 2.786298755, 1.711331813},
                 2e-9);
}

TEST(MaximumEntropyWeights, LeaveAPoolThatAlreadyFitsAlone) {
  const Ratios pool = synthetic_ratios(500, 4, 0.0);

  const WeightSolution solution =
      maximum_entropy_weights(ratio_margins(pool.numerators, pool.denominators, pool.targets));

  expect_weights(solution, std::vector<double>(500, 1.0), 1e-9);
}

TEST(MaximumEntropyWeights, GiveTheSharesAskedForWithMeanOne) {
  const Ratios pool = synthetic_ratios(3'000, 6, 0.2);

  const WeightSolution solution =
      maximum_entropy_weights(ratio_margins(pool.numerators, pool.denominators, pool.targets));

  ASSERT_EQ(solution.status, WeightStatus::converged);
  double sum = 0;
  for (const double w : solution.weights) sum += w;
  EXPECT_NEAR(sum, 3'000, 1e-8);
  for (std::size_t j = 0; j < 6; ++j) {
    double above = 0;
    double below = 0;
    for (std::size_t k = 0; k < 3'000; ++k) {
      above += solution.weights[k] * pool.numerators[k * 6 + j];
      below += solution.weights[k] * pool.denominators[k * 6 + j];
    }
    EXPECT_NEAR(above / below, pool.targets[j], 1e-10) << "margin " << j;
  }
}

TEST(MaximumEntropyWeights, NameTheMarginThatNoCandidateReaches) {
  Ratios pool = synthetic_ratios(1'000, 4, 0.1);
  for (std::size_t k = 0; k < 1'000; ++k) pool.numerators[k * 4 + 2] = 0;

  const WeightSolution solution =
      maximum_entropy_weights(ratio_margins(pool.numerators, pool.denominators, pool.targets));

  EXPECT_EQ(solution.status, WeightStatus::out_of_reach);
  EXPECT_EQ(solution.conflict, std::vector<std::size_t>{2});
}

TEST(MaximumEntropyWeights, NameAloneAMarginThatIsJustBeyondItsReach) {
  Ratios pool = synthetic_ratios(1'000, 4, 0.5);
  for (std::size_t k = 0; k < 1'000; ++k) {  // at most 0.30, and only where margin 1 is 0
    const bool without = pool.numerators[k * 4 + 1] == 0;
    pool.numerators[k * 4 + 2] = (without ? 0.30 : 0.01) * pool.denominators[k * 4 + 2];
  }
  pool.targets[2] = 0.301;

  const WeightSolution solution =
      maximum_entropy_weights(ratio_margins(pool.numerators, pool.denominators, pool.targets));

  EXPECT_EQ(solution.status, WeightStatus::out_of_reach);
  EXPECT_EQ(solution.conflict, std::vector<std::size_t>{2});
}

TEST(MaximumEntropyWeights, NameTheMarginsThatContradictEachOther) {
  Ratios pool = synthetic_ratios(1'000, 4, 0.05);
  for (std::size_t k = 0; k < 1'000; ++k) {  // margin 3 becomes the opposite of margin 1
    pool.numerators[k * 4 + 3] = pool.denominators[k * 4 + 1] - pool.numerators[k * 4 + 1];
  }
  pool.targets[0] = 0;  // at the edge of its reach, but not the one at fault
  pool.targets[1] = 0.4;
  pool.targets[3] = 0.65;

  const WeightSolution solution =
      maximum_entropy_weights(ratio_margins(pool.numerators, pool.denominators, pool.targets));

  EXPECT_EQ(solution.status, WeightStatus::out_of_reach);
  std::vector<std::size_t> conflict = solution.conflict;
  std::ranges::sort(conflict);
  EXPECT_EQ(conflict, (std::vector<std::size_t>{1, 3}));
}

TEST(MaximumEntropyWeights, BearMarginsThatRepeatOneAnother) {
  Ratios pool = synthetic_ratios(1'000, 4, 0.1);
  for (std::size_t k = 0; k < 1'000; ++k) {
    pool.numerators[k * 4 + 3] = pool.denominators[k * 4 + 1] - pool.numerators[k * 4 + 1];
  }
  pool.targets[3] = 1 - pool.targets[1];

  const WeightSolution solution =
      maximum_entropy_weights(ratio_margins(pool.numerators, pool.denominators, pool.targets));

  EXPECT_EQ(solution.status, WeightStatus::converged);
}

TEST(MaximumEntropyWeights, EmptyACellWhoseTargetIsZero) {
  Ratios pool = synthetic_ratios(1'000, 3, 0.1);
  pool.targets[0] = 0;

  const WeightSolution solution =
      maximum_entropy_weights(ratio_margins(pool.numerators, pool.denominators, pool.targets));

  ASSERT_EQ(solution.status, WeightStatus::converged);
  for (std::size_t k = 0; k < 1'000; ++k) {
    if (pool.numerators[k * 3] > 0) {
      EXPECT_LT(solution.weights[k], 1e-7);
    }
  }
}

TEST(MaximumEntropyWeights, SayWhenTheyStopTooEarly) {
  const WeightSolution solution = maximum_entropy_weights(ye_problem(), {.max_iterations = 1});

  EXPECT_EQ(solution.status, WeightStatus::unfinished);
  EXPECT_EQ(solution.iterations, 1);
}

TEST(MaximumEntropyWeights, GiveNothingToACandidateWithoutBaseWeight) {
  WeightProblem problem = ye_problem();
  problem.base = {1, 1, 1, 1, 1, 1, 1, 0};

  const WeightSolution solution = maximum_entropy_weights(problem);

  ASSERT_EQ(solution.status, WeightStatus::converged);
  EXPECT_EQ(solution.weights[7], 0.0);
}

TEST(MaximumEntropyWeights, RefuseAProblemThatDoesNotFitTogether) {
  WeightProblem uneven = ye_problem();
  uneven.targets.pop_back();
  WeightProblem negative = ye_problem();
  negative.base = {1, 1, 1, -1, 1, 1, 1, 1};

  EXPECT_THROW(maximum_entropy_weights(uneven), std::invalid_argument);
  EXPECT_THROW(maximum_entropy_weights(negative), std::invalid_argument);
  EXPECT_THROW(maximum_entropy_weights(WeightProblem{}), std::invalid_argument);
}

TEST(MaximumEntropyWeights, ManageAHundredThousandFamiliesAndThirtyMargins) {
  const Ratios pool = synthetic_ratios(100'000, 30, 0.15);
  const WeightProblem problem = ratio_margins(pool.numerators, pool.denominators, pool.targets);

  const auto begin = std::chrono::steady_clock::now();
  const WeightSolution solution = maximum_entropy_weights(problem);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;

  EXPECT_EQ(solution.status, WeightStatus::converged);
  RecordProperty("seconds", std::to_string(seconds.count()));
  RecordProperty("iterations", solution.iterations);
}

}  // namespace
}  // namespace samspil
