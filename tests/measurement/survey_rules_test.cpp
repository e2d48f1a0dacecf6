#include "model/measurement/survey_rules.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

constexpr CourseRule rule{10, 5};

Person adult(LabourStatus status) {
  Person person;
  person.role = Role::parent;
  person.status = status;
  return person;
}

TEST(SurveyRules, AMembersCourseIsReadOffTwoStates) {
  const Person before = adult(LabourStatus::cash_benefit);
  EXPECT_EQ(member_course(before, before, rule), MemberCourse{});
  EXPECT_EQ(member_course(before, adult(LabourStatus::flexjob), rule),
            (MemberCourse{true, false, false, false}));
  EXPECT_EQ(member_course(before, adult(LabourStatus::education), rule),
            (MemberCourse{false, true, false, false}));
  // Clarified to a pension is worse by the report's category, whatever the family thinks of it.
  EXPECT_TRUE(member_course(before, adult(LabourStatus::disability_pension), rule).is_worse);
  Person calmer = before;
  calmer.who5 = before.who5 + 10;
  EXPECT_TRUE(member_course(before, calmer, rule).is_better);
  calmer.who5 = before.who5 + 9;
  EXPECT_FALSE(member_course(before, calmer, rule).is_better);
  Person ill = before;
  ill.conditions.set(Condition::mental_disorder);
  EXPECT_TRUE(member_course(before, ill, rule).is_worse);
  EXPECT_TRUE(member_course(ill, before, rule).is_better);
}

TEST(SurveyRules, AChildsCourseIsHomeAndCalm) {
  Person before;
  before.role = Role::child;
  Person after = before;
  after.place = Place::foster;
  EXPECT_TRUE(member_course(before, after, rule).is_worse);
  EXPECT_TRUE(member_course(after, before, rule).is_better);
  after = before;
  after.sdq = before.sdq - 5;
  EXPECT_TRUE(member_course(before, after, rule).is_better);
}

TEST(SurveyRules, AFamilysCourseIsOneOfFive) {
  const MemberCourse job{true, false, false, false}, better{false, false, true, false},
      worse{false, false, false, true}, both{false, false, true, true}, same{};
  const auto of = [](std::vector<MemberCourse> members) { return course_of(members); };
  EXPECT_EQ(of({job, same}), Course::progression);
  EXPECT_EQ(of({better, same}), Course::partial);
  EXPECT_EQ(of({same, same}), Course::none);
  EXPECT_EQ(of({same, worse}), Course::regression);
  EXPECT_EQ(of({job, worse}), Course::split);
  EXPECT_EQ(of({better, worse}), Course::split);
  EXPECT_EQ(of({both}), Course::none);  // ups and downs of one member
  const MemberCourse job_and_worse{true, false, false, true},
      school_and_worse{false, true, false, true};
  EXPECT_EQ(of({job_and_worse}), Course::progression);  // a beginning makes up for it
  EXPECT_EQ(of({school_and_worse}), Course::progression);
}

/// The 29 family cases of table 4.2.
TEST(SurveyRules, CountTheReportsCases) {
  const MemberCourse job{true, false, false, false}, better{false, false, true, false},
      worse{false, false, false, true};
  std::array<int, course_count> counted{};
  const auto add = [&](int cases, std::vector<MemberCourse> members) {
    counted[index_of(course_of(members))] += cases;
  };
  add(11, {job});
  add(6, {better});
  add(5, {{}});
  add(5, {worse});
  add(2, {job, worse});
  EXPECT_EQ(counted, (std::array<int, course_count>{11, 6, 5, 5, 2}));
}

TEST(SurveyRules, TheMeanChanceOfAnAnswerIsTheReports) {
  const double better = response_chance(0.389, 1.3, 0.4, true);
  const double other = response_chance(0.389, 1.3, 0.4, false);
  EXPECT_NEAR(0.4 * better + 0.6 * other, 0.389, 1e-12);
  EXPECT_NEAR(better / other, 1.3, 1e-12);
  EXPECT_DOUBLE_EQ(response_chance(0.9, 3, 0.1, true), 1.0);
}

}  // namespace
}  // namespace samspil
