#include <gtest/gtest.h>

#include "tests/measurement/study_world.hpp"

namespace samspil {
namespace {

using test::run_cohorts;
using test::shipped_study;
using test::sign_of;

/// 120 cohorts: the mean fall has a standard error below 0.8 point, so that 20 points or more stay
/// far from the 5 asked for; the mean difference in differences one below 1.3.
TEST(Furesoe, PeaksAtSelectionAndFallsWithoutAnyStrategy) {
  const StudyResult result = run_cohorts(shipped_study("furesoe"), 120);
  for (const char* group : {"treated", "control", "elsewhere"}) {
    const SignResult& peak = sign_of(result, std::string{"peak."} + group);
    EXPECT_TRUE(peak.holds) << group << ": " << peak.means[0];
    EXPECT_GT(peak.share, 0.95) << group;
    const SignResult& fall = sign_of(result, std::string{"fall."} + group);
    EXPECT_GT(fall.means[0], 5 + 4 * 0.8) << group;
  }
  for (const char* other : {"did.control", "did.elsewhere", "did.gross_elsewhere"}) {
    const Spread spread = spread_of(result.figure(other).cohorts);
    EXPECT_LT(spread.standard_error, 1.3) << other;
    EXPECT_LT(std::abs(spread.mean), 3 + 3 * spread.standard_error) << other;
  }
  // What a naive reader would book as a saving, and what of it is true: nothing.
  EXPECT_GT(spread_of(result.figure("naive.points").cohorts).mean, 10);
  EXPECT_GT(spread_of(result.figure("naive.public").cohorts).mean,
            spread_of(result.figure("naive.municipality").cohorts).mean);
  EXPECT_GT(spread_of(result.figure("naive.municipality").cohorts).mean, 0);
}

/// The signs are no property of the measuring: where nobody leaves the benefit, nothing falls.
TEST(Furesoe, ShowsNoFallWhereNobodyLeavesTheBenefit) {
  StudySpec study = shipped_study("furesoe");
  test::set_number(study, "benefit_exit", 0);
  const StudyResult result = run_cohorts(study, 8);
  EXPECT_FALSE(sign_of(result, "fall.treated").holds);
  EXPECT_FALSE(sign_of(result, "fall.elsewhere").holds);
}

TEST(Furesoe, IsTheSameOnAnyNumberOfThreadsAndInAnyLargerSetOfCohorts) {
  const StudyResult one = run_cohorts(shipped_study("furesoe"), 4, 1);
  const StudyResult three = run_cohorts(shipped_study("furesoe"), 6, 3);
  for (std::size_t i = 0; i < one.figures.size(); ++i) {
    for (std::size_t cohort = 0; cohort < 4; ++cohort) {
      EXPECT_EQ(one.figures[i].cohorts[cohort], three.figures[i].cohorts[cohort])
          << one.figures[i].name;
    }
  }
}

}  // namespace
}  // namespace samspil
