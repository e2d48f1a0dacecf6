#include "model/measurement/study_result.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/measurement/weeks.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

TEST(StudyResult, SpreadsOverCohortsThatHaveAFigure) {
  std::vector<double> cohorts{no_figure};
  for (int i = 0; i <= 100; ++i) cohorts.push_back(i);
  const Spread spread = spread_of(cohorts);
  EXPECT_DOUBLE_EQ(spread.mean, 50);
  EXPECT_DOUBLE_EQ(spread.low, 2.5);
  EXPECT_DOUBLE_EQ(spread.high, 97.5);
  EXPECT_NEAR(spread.standard_error, std::sqrt(858.5 / 101), 1e-9);
  EXPECT_TRUE(std::isnan(spread_of(std::vector<double>{no_figure}).mean));
}

TEST(StudyResult, CountsBothLimitsOfAShare) {
  const std::vector<double> cohorts{-3, 0, 3, 4, no_figure};
  EXPECT_DOUBLE_EQ(share_between(cohorts, -3, 3), 0.75);
}

TEST(StudyResult, ReadsASignOffTheMeanAndTheCohorts) {
  StudyResult result;
  result.cohorts = 3;
  result.figures = {{"fall", {2, 12, 4}}, {"rise", {1, no_figure, 2}}};
  read_signs(std::vector<StudySign>{{"fall", {"fall"}, 5},
                                    {"small", {"fall"}, -3, 3},
                                    {"both", {"fall", "rise"}, above_nothing}},
             result);
  EXPECT_TRUE(result.signs[0].holds);  // mean 6
  EXPECT_DOUBLE_EQ(result.signs[0].share, 1.0 / 3);
  EXPECT_FALSE(result.signs[1].holds);
  EXPECT_TRUE(result.signs[2].holds);
  EXPECT_EQ(result.signs[2].means, (std::vector<double>{6, 1.5}));
  EXPECT_DOUBLE_EQ(result.signs[2].share, 2.0 / 3);  // a cohort without the figure shows nothing
}

TEST(StudyResult, RefusesAnObservedFigureThatNobodySimulates) {
  StudySpec study;
  study.file = "x.toml";
  study.observed = {{"share.treated.2011", {}}};
  const std::vector<StudyFigure> figures{{"share.treated.2012", {}}};
  try {
    check_observed(study, figures);
    FAIL() << "accepted";
  } catch (const InputError& error) {
    EXPECT_NE(std::string{error.what()}.find("share.treated.2012"), std::string::npos);
  }
}

TEST(Weeks, BelongToWhatHoldsOnThursday) {
  EXPECT_EQ(weeks_of({0, 3}), 0U);
  EXPECT_EQ(weeks_of({0, 4}), 1U);
  EXPECT_EQ(weeks_of({3, 11}), 3U);
  EXPECT_EQ(count(weeks_of({0, 200}) | weeks_of({200, 364})), 52);
  EXPECT_EQ(weeks_of({0, 200}) & weeks_of({200, 364}), 0U);
}

}  // namespace
}  // namespace samspil
