#include <gtest/gtest.h>

#include "tests/measurement/study_world.hpp"

namespace samspil {
namespace {

using test::run_cohorts;
using test::shipped_study;

/// 100 cohorts of 208 families: the mean of those who answer has a standard error of 0.7 family.
TEST(EnPlan, LetsThoseWhoAreBetterOffAnswerMoreOften) {
  const StudyResult result = run_cohorts(shipped_study("en_plan"), 100);
  const auto mean = [&](const char* name) { return spread_of(result.figure(name).cohorts).mean; };
  EXPECT_NEAR(mean("answers"), 81, 5 * 0.7);
  EXPECT_GT(mean("answer_bias"), 0);
  EXPECT_GT(mean("course.split"), 0);
  double cases = 0;
  for (const char* course : {"course.progression", "course.partial", "course.none",
                             "course.regression", "course.split"}) {
    cases += mean(course);
  }
  EXPECT_NEAR(cases, 29, 1e-9);
}

TEST(EnPlan, HasNoBiasWhereAllAnswerAlike) {
  StudySpec study = shipped_study("en_plan");
  test::set_number(study, "response_ratio_better", 1);
  test::set_number(study, "response_share", 1);
  const StudyResult result = run_cohorts(study, 5);
  for (const double bias : result.figure("answer_bias").cohorts) EXPECT_EQ(bias, 0);
}

}  // namespace
}  // namespace samspil
