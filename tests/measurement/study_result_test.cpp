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
  EXPECT_DOUBLE_EQ(spread.low, 2);  // 3 of 101 cohorts are at or below: the first share over 2.5 %
  EXPECT_DOUBLE_EQ(spread.high, 98);
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
  result.figures = {{.name = "fall", .cohorts = {2, 12, 4}},
                    {.name = "rise", .cohorts = {1, no_figure, 2}}};
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

TEST(StudyResult, FindsTheSameFigureOfTheOtherArm) {
  StudyResult result;
  const auto add = [&](const char* measure, const char* group, StudyArm arm) {
    result.figures.push_back({.name = std::to_string(result.figures.size()),
                              .measure = measure,
                              .group = group,
                              .arm = arm});
  };
  add("cost", "lot", StudyArm::without);
  add("cost", "selected", StudyArm::with);
  add("granted", "selected", StudyArm::without);
  add("cost", "selected", StudyArm::without);
  EXPECT_EQ(result.without_strategy(result.figures[1]), &result.figures[3]);
  EXPECT_EQ(result.without_strategy(result.figures[3]), nullptr);
  result.figures.pop_back();
  EXPECT_EQ(result.without_strategy(result.figures[1]), nullptr);
}

TEST(StudyResult, TellsWhatANaiveBeforeAfterTakesForASaving) {
  StudySpec study;
  study.year = 2014;
  study.rule.resize(2);
  study.rule[0].name = "before_year";
  study.rule[0].quantity.value = -1;
  study.rule[1].name = "after_year";
  study.rule[1].quantity.value = 2;
  study.groups.push_back({"treated", "", "", {{"families", {}}}});
  study.groups[0].numbers[0].quantity.value = 23;
  StudyResult result;
  result.figures = {{.name = "naive.points", .cohorts = {10, 20}},
                    {.name = "naive.public", .cohorts = {100, 300}},
                    {.name = "naive.municipality", .cohorts = {50, 70}}};
  const auto naive = naive_saving(study, result);
  ASSERT_TRUE(naive);
  EXPECT_EQ(naive->before_year, 2013);
  EXPECT_EQ(naive->after_year, 2016);
  EXPECT_EQ(naive->points.mean, 15);
  EXPECT_EQ(naive->municipality, 60);
  EXPECT_EQ(naive->in_all, 23 * 200);
  study.design = StudyDesign::quarters;
  EXPECT_FALSE(naive_saving(study, result));
}

TEST(StudyResult, RefusesAnObservedFigureThatNobodySimulates) {
  StudySpec study;
  study.file = "x.toml";
  study.observed = {{"share.treated.2011", {}}};
  const std::vector<StudyFigure> figures{{.name = "share.treated.2012"}};
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
