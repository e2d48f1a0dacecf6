#include "model/population/open_cases.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

constexpr WeekSpan whole_year{0, weeks_per_year};

TEST(OpenCases, AMemberHasOneCaseOfAKindInAWeekWhateverItIsFor) {
  OpenCases cases;
  cases.open(first_lanes(1), Casework::adult, {10, 20});
  cases.open(first_lanes(1), Casework::adult, {25, 10});
  cases.finish_member();

  EXPECT_EQ(cases.case_weeks(Casework::adult, whole_year), 25);
  EXPECT_EQ(cases.case_weeks(Casework::child, whole_year), 0);
}

TEST(OpenCases, OfSeveralMembersAddUpWeekByWeek) {
  OpenCases cases;
  int expected = 0;
  for (int member = 0; member < 32; ++member) {  // the most that a family has
    cases.open(first_lanes(1), Casework::child, {member, 20});
    cases.finish_member();
    for (int week = member; week < member + 20; ++week) expected += 13 <= week && week < 40;
  }

  EXPECT_EQ(cases.case_weeks(Casework::child, whole_year), 32 * 20);
  EXPECT_EQ(cases.case_weeks(Casework::child, {13, 27}), expected);
  EXPECT_EQ(cases.case_weeks(Casework::child, {13, 0}), 0);
}

TEST(OpenCases, AreNoneAfterClearing) {
  OpenCases cases;
  cases.open(first_lanes(1), Casework::job_centre, whole_year);
  cases.finish_member();
  cases.open(first_lanes(1), Casework::job_centre, whole_year);
  cases.clear();
  cases.finish_member();

  EXPECT_EQ(cases.case_weeks(Casework::job_centre, whole_year), 0);
}

}  // namespace
}  // namespace samspil
