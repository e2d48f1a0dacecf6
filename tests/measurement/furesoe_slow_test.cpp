#include <gtest/gtest.h>

#include "tests/measurement/study_world.hpp"

namespace samspil {
namespace {

/// The figures as docs/evaluations.md shows them: 1,000 cohorts, nobody treated.
TEST(Furesoe, HoldsOverAThousandCohorts) {
  const StudySpec study = test::shipped_study("furesoe");
  const StudyResult result = test::run_cohorts(study, 1000);
  for (const SignResult& sign : result.signs) {
    EXPECT_TRUE(sign.holds) << sign.sign.name << ": " << sign.means[0];
  }
  for (const ObservedFigure& observed : study.observed) {
    if (!observed.figure.starts_with("share.")) continue;
    const Spread spread = spread_of(result.figure(observed.figure).cohorts);
    EXPECT_GE(observed.value.value, spread.low) << observed.figure;
    EXPECT_LE(observed.value.value, spread.high) << observed.figure;
  }
}

}  // namespace
}  // namespace samspil
