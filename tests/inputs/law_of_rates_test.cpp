#include "model/inputs/law_of_rates.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

double& rate(Parameters& p, LabourStatus from, LabourStatus to) {
  return p.labour.rate[index_of(from)][index_of(to)];
}

TEST(LawOfRates, ClosesResourceCoursesForNewCasesButNotForTheIll) {
  Parameters p;
  p.labour.resource_course_closed_from = 2026;
  const auto course = LabourStatus::resource_course;
  rate(p, LabourStatus::cash_benefit, course) = 0.1;
  rate(p, LabourStatus::education_benefit, course) = 0.2;
  rate(p, LabourStatus::sickness, course) = 0.3;
  rate(p, course, LabourStatus::rehabilitation) = 0.4;
  rate(p, course, LabourStatus::disability_pension) = 0.5;

  Parameters before = in_law_of(p, 2025), after = in_law_of(p, 2026);
  EXPECT_EQ(before.labour.rate, p.labour.rate);
  EXPECT_EQ(rate(after, LabourStatus::cash_benefit, course), 0);
  EXPECT_EQ(rate(after, LabourStatus::education_benefit, course), 0);
  EXPECT_EQ(rate(after, LabourStatus::sickness, course), 0.3) << "jobafklaring goes on";
  EXPECT_EQ(rate(after, course, LabourStatus::rehabilitation), 0);
  EXPECT_EQ(rate(after, course, LabourStatus::disability_pension), 0.5) << "courses run on";
}

}  // namespace
}  // namespace samspil
