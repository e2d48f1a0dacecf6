#include <gtest/gtest.h>

#include "tests/measurement/study_world.hpp"

namespace samspil {
namespace {

using test::shipped_scenario;
using test::shipped_study;
using test::sign_of;

/// A strategy like the report's, as far as these patterns go: assessment uncovers need for some
/// months, lawful absence falls. All its ratios are assumed.
Strategy family_team(const Scenario& scenario) {
  return test::bare_strategy(scenario,
                             {test::effect_of(Hook::measure_start, 2.0, Channel::discovery, 6),
                              test::effect_of(Hook::lawful_absence, 0.7)});
}

StudyResult run_with(const Strategy& strategy, std::uint32_t cohorts, int threads = 0) {
  const Scenario scenario = shipped_scenario();
  StudySpec study = shipped_study("jammerbugt");
  study.cohorts = cohorts;
  const std::vector<Strategy> strategies{strategy};
  return run_study({study, scenario, strategies, threads, {}});
}

/// 2,000 cohorts: the standard errors of the means are 0.06 parent for the rebound of benefits
/// (mean 0.24) and 0.1 measure for the rise and fall of preventive measures.
TEST(Jammerbugt, ShowsFourOfTheReportsFivePatternsInTheMeanOverCohorts) {
  const StudyResult result = test::run_cohorts(shipped_study("jammerbugt"), 2000);
  for (const char* pattern : {"p2.with", "p3.with", "p4.with", "p5.with"}) {
    const SignResult& sign = sign_of(result, pattern);
    EXPECT_TRUE(sign.holds) << pattern << ": " << sign.means[0] << ", " << sign.means.back();
    EXPECT_GT(sign.share, 0.0) << pattern;
  }
  // The rise and fall of measures was seen without comparison, so a tenth of it is believed: it
  // shows in about a quarter of the cohorts.
  EXPECT_GT(sign_of(result, "p1.with").share, 0.15);
  // Placements, benefits and cases move like that without any strategy; absence does not.
  for (const char* pattern : {"p2.without", "p4.without", "p5.without"}) {
    EXPECT_TRUE(sign_of(result, pattern).holds) << pattern;
  }
  EXPECT_FALSE(sign_of(result, "p3.without").holds);
}

/// What a reader may take for results of the project comes out without it: work begun and kept,
/// families that left, cases closed, children in institutions, children with more and with less.
TEST(Jammerbugt, HoldsObservedFiguresInsideTheIntervalsWithoutAStrategy) {
  const StudySpec study = shipped_study("jammerbugt");
  const StudyResult result = test::run_cohorts(study, 200);
  for (const char* name :
       {"began_work", "still_in_work", "left", "closed.project", "closed.turned_18", "closed.moved",
        "institution.exit", "number.less", "intensity.less", "intensity.more"}) {
    const Quantity* observed = observed_of(study, std::string{name} + ".with");
    ASSERT_NE(observed, nullptr) << name;
    const Spread own = spread_of(result.figure(std::string{name} + ".without").cohorts);
    EXPECT_GE(observed->value, own.low) << name;
    EXPECT_LE(observed->value, own.high) << name;
  }
}

TEST(Jammerbugt, DiffersFromNoStrategyByNothingUnderAStrategyWithoutEffects) {
  const StudyResult result = run_with(test::bare_strategy(shipped_scenario(), {}), 10);
  for (const StudyFigure& figure : result.figures) {
    if (figure.arm != StudyArm::with) continue;
    EXPECT_EQ(figure.cohorts, result.without_strategy(figure)->cohorts) << figure.name;
  }
}

/// 100 cohorts: the standard error of the means is 0.4 parent.
TEST(Jammerbugt, HasMoreOnSupportWhereMoreAreSentToResourceCourses) {
  StudySpec study = shipped_study("jammerbugt");
  const auto mean = [](const StudyResult& result, const char* name) {
    return spread_of(result.figure(name).cohorts).mean;
  };
  const StudyResult own = test::run_cohorts(study, 100);
  test::set_number(study, "course_entry", 3);
  const StudyResult more = test::run_cohorts(study, 100);
  EXPECT_GT(mean(more, "recipients.exit.with"), mean(own, "recipients.exit.with") + 2);
  EXPECT_LT(mean(more, "benefits.exit.with"), mean(own, "benefits.exit.with"));
}

TEST(Jammerbugt, IsTheSameOnAnyNumberOfThreads) {
  const Strategy strategy = family_team(shipped_scenario());
  const StudyResult one = run_with(strategy, 6, 1), three = run_with(strategy, 6, 3);
  for (std::size_t i = 0; i < one.figures.size(); ++i) {
    EXPECT_EQ(one.figures[i].cohorts, three.figures[i].cohorts) << one.figures[i].name;
  }
}

}  // namespace
}  // namespace samspil
