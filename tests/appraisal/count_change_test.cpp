#include "model/appraisal/count_change.hpp"

#include <gtest/gtest.h>

#include "model/appraisal/staff_use.hpp"
#include "model/core/calendar.hpp"

namespace samspil {
namespace {

/// A baseline and one arm over two years, sums over two runs of 100 families.
RunResult two_arms() {
  RunResult result;
  result.replicates = 2;
  result.families = 100;
  result.arms.resize(2);
  result.counts.resize(2);
  for (ArmCounts& arm : result.counts) arm.years.resize(2);
  const auto set = [&](std::size_t arm, Outcome which, std::int64_t first, std::int64_t second) {
    result.counts[arm].years[0].outcomes[index_of(which)] = first;
    result.counts[arm].years[1].outcomes[index_of(which)] = second;
  };
  set(0, Outcome::children_placed, 20, 40);
  set(1, Outcome::children_placed, 16, 30);
  set(1, Outcome::enrolled_families, 100, 40);
  set(1, Outcome::enrolled_days, 80 * days_per_year, 20 * days_per_year);
  return result;
}

TEST(CountChange, IsAMeanOverRuns) {
  const CountChange placed = count_change(two_arms(), 1, count_of(Outcome::children_placed));

  EXPECT_EQ(placed.baseline, (std::vector<double>{10, 20}));
  EXPECT_EQ(placed.strategy, (std::vector<double>{8, 15}));
  EXPECT_EQ(placed.change, (std::vector<double>{-2, -5}));
  EXPECT_DOUBLE_EQ(placed.mean_baseline, 15);
  EXPECT_DOUBLE_EQ(placed.mean_change, -3.5);
}

TEST(CountChange, IsToldPerFamilyEnrolledAndFamilyYear) {
  const RunResult result = two_arms();
  const CountChange placed = count_change(result, 1, count_of(Outcome::children_placed));

  EXPECT_EQ(placed.per_100_families, (std::vector<double>{-2, -5}));
  EXPECT_EQ(placed.per_100_enrolled, (std::vector<double>{-4, -10}));  // of 50 in the first year
  EXPECT_DOUBLE_EQ(family_years(result, 1), 50);
  EXPECT_DOUBLE_EQ(placed.per_100_family_years.value(), -14);
}

TEST(CountChange, HasNothingPerEnrolledWhereNoneIs) {
  const CountChange none = count_change(two_arms(), 0, count_of(Outcome::children_placed));

  EXPECT_TRUE(none.per_100_enrolled.empty());
  EXPECT_FALSE(none.per_100_family_years);
}

TEST(CaseloadCostings, AreNoneWhereThePresentCaseloadIsNotTold) {
  Levers levers;
  EXPECT_FALSE(caseload_costings(levers));

  levers.present_caseload.value = 40;
  levers.present_caseload.low = 0;
  levers.present_caseload.high = 50;
  levers.caseload.value = 25;
  levers.minutes_per_case_week.value = 60;
  levers.minute_hour_price.value = 250;
  levers.hours_per_year.value = 1924;
  const auto costings = caseload_costings(levers);
  ASSERT_TRUE(costings);
  EXPECT_DOUBLE_EQ(costings->by_minutes, 325'000);
  EXPECT_DOUBLE_EQ(costings->by_headcount, 180'375);
  EXPECT_DOUBLE_EQ(costings->by_headcount_low, 0);
  EXPECT_DOUBLE_EQ(costings->by_headcount_high, 240'500);
}

}  // namespace
}  // namespace samspil
