#include <gtest/gtest.h>

#include "tests/measurement/study_world.hpp"

namespace samspil {
namespace {

using test::run_cohorts;
using test::shipped_study;
using test::sign_of;

/// 60 cohorts: the standard errors of the means are 60,000 kr. for placement, 15,000 for
/// prevention, 70 kr. for lost earnings per child.
TEST(Randers, ShowsTheFiveSignsWithCasesMovedIn) {
  const StudyResult result = run_cohorts(shipped_study("randers"), 60);
  for (const char* sign : {"r1", "r2", "r3", "r4", "r5"}) {
    const SignResult& read = sign_of(result, std::string{sign} + ".selected_with");
    EXPECT_TRUE(read.holds) << sign << ": " << read.means[0];
    EXPECT_GT(read.share, 0.4) << sign;
  }
  // Most of the rise is there without the strategy: it is the moving in.
  const auto mean = [&](const char* name) { return spread_of(result.figure(name).cohorts).mean; };
  EXPECT_GT(mean("cost_rise.placement.selected_without"), mean("cost_rise.placement.lot_without"));
  EXPECT_GT(mean("cost_rise.placement.selected_without"), 0);
  EXPECT_GT(mean("granted_after.selected_with"), mean("granted_before.selected_with"));
  // The search names a setting within the graded ranges: there placement falls, and more than the
  // same children's does without the strategy.
  ASSERT_TRUE(result.setting.has_value());
  EXPECT_TRUE(result.setting->found) << result.setting->name;
  EXPECT_LT(result.setting->change, -result.setting->standard_error);
  EXPECT_LT(result.setting->change, result.setting->without);
}

TEST(Randers, MovesNobodyInWhereNobodyIsHeavyOrNew) {
  StudySpec study = shipped_study("randers");
  test::set_number(study, "heavy_share", 0);
  test::set_number(study, "newly_granted_share", 0);
  const StudyResult result = run_cohorts(study, 6);
  const auto mean = [&](const char* name) { return spread_of(result.figure(name).cohorts).mean; };
  EXPECT_GE(mean("granted_before.selected_with"), 90);  // all were compensated when the team began
  EXPECT_GE(mean("cost_rise.placement.selected_with"), mean("cost_rise.placement.lot_with"));
}

TEST(Randers, HasItsOwnLevelOfEachItem) {
  StudySpec study = shipped_study("randers");
  const StudyResult own = run_cohorts(study, 2);
  test::set_number(study, "level_placement", 0.5);
  const StudyResult half = run_cohorts(study, 2);
  const auto ratio = [&](const char* name) {
    return half.figure(name).cohorts[0] / own.figure(name).cohorts[0];
  };
  for (const char* name :
       {"cost_before.placement.selected_with", "cost_rise.placement.lot_with",
        "child_after.placement.lot_without", "cost_later.placement.selected_without"}) {
    EXPECT_DOUBLE_EQ(ratio(name), 0.5) << name;
  }
  EXPECT_EQ(ratio("cost_before.prevention.selected_with"), 1);
  EXPECT_EQ(ratio("granted_before.selected_with"), 1);
  EXPECT_LT(ratio("cost_before.total.selected_with"), 1);
  EXPECT_GT(ratio("cost_before.total.selected_with"), 0.5);
}

/// What Aarhus compared: everything of three years, the added wages of the team among it.
TEST(Randers, SumsThreeYearsWithTheWages) {
  const StudySpec study = shipped_study("randers");
  const StudyResult own = run_cohorts(study, 2);
  const auto of = [&](const char* name) { return own.figure(name).cohorts[1]; };
  double year_one_and_a_half = of("cost_after.total.lot_without");
  EXPECT_GT(of("three_years.lot_without"), 6 * year_one_and_a_half);
  EXPECT_LT(of("three_years.lot_without"), 24 * year_one_and_a_half);
  const Strategy strategy = test::strategies_of(study, test::shipped_scenario().evidence).front();
  const double wages = 12 * number_of(study.rule, "caseworkers") * strategy.levers.wage.value / 4;
  StudySpec free = study;
  test::set_number(free, "caseworkers", 0);
  EXPECT_NEAR(
      of("three_years.lot_with") - run_cohorts(free, 2).figure("three_years.lot_with").cohorts[1],
      wages, 1);
}

TEST(Randers, IsTheSameOnAnyNumberOfThreads) {
  const StudyResult one = run_cohorts(shipped_study("randers"), 3, 1);
  const StudyResult three = run_cohorts(shipped_study("randers"), 3, 3);
  for (std::size_t i = 0; i < one.figures.size(); ++i) {
    EXPECT_EQ(one.figures[i].cohorts, three.figures[i].cohorts) << one.figures[i].name;
  }
}

}  // namespace
}  // namespace samspil
