// Moves of ordinary hours, and what a week of a status pays, beside values computed by hand.
#include "model/dynamics/family_year.hpp"
#include "tests/dynamics/hand_values.hpp"

namespace samspil::test {
namespace {

Parameters of_hours() {
  Parameters p = strange_parameters();
  p.labour.benefit_hours_up = 0.1;
  p.labour.benefit_hours_down = 0.2;
  p.labour.flexjob_hours_up = 0.3;
  p.labour.flexjob_hours_down = 0.4;
  p.labour.job_hours_up = 0.5;
  p.labour.job_hours_down = 0.6;
  p.labour.benefit_share_under_10_hours = 0.7;
  p.labour.benefit_share_from_10_to_29_hours = 0.4;
  at(p.labour.tax_equivalent, LabourStatus::ordinary_job) = 1;
  at(p.labour.tax_equivalent, LabourStatus::cash_benefit) = 0.46;
  at(p.labour.tax_equivalent, LabourStatus::disability_pension) = 0.64;
  p.labour.part_time_tax_equivalent = 0.35;
  return p;
}

TEST(Hours, RiseByTheJobEntryRatioBesideABenefitAndAlikeInAJob) {
  using enum LabourStatus;
  using enum OrdinaryHours;
  const LabourParameters p = of_hours().labour;
  expect_value(hours_up_rate(cash_benefit, OrdinaryHours::none, 1.5, p), 0.1 * 1.5, "benefit");
  expect_value(hours_up_rate(sickness, under_10, 2.0, p), 0.1 * 2.0, "few hours");
  expect_value(hours_up_rate(flexjob, OrdinaryHours::none, 1.5, p), 0.3 * 1.5, "flexjob");
  expect_value(hours_up_rate(flexjob, from_10_to_29, 1.5, p), 0.0, "most beside a flexjob");
  expect_value(hours_up_rate(ordinary_job, from_10_to_29, 1.5, p), 0.5, "part time");
  expect_value(hours_up_rate(ordinary_job, full, 1.5, p), 0.0, "full time");
}

TEST(Hours, FallAtARateOfTheirOwn) {
  using enum LabourStatus;
  using enum OrdinaryHours;
  const LabourParameters p = of_hours().labour;
  expect_value(hours_down_rate(cash_benefit, OrdinaryHours::none, p), 0.0, "no hours");
  expect_value(hours_down_rate(cash_benefit, under_10, p), 0.2, "benefit");
  expect_value(hours_down_rate(flexjob, from_10_to_29, p), 0.4, "flexjob");
  expect_value(hours_down_rate(ordinary_job, from_10_to_29, p), 0.0, "part time");
  expect_value(hours_down_rate(ordinary_job, full, p), 0.6, "full time");
}

TEST(Hours, StandBesideAllButEducationLeaveAndNoBenefit) {
  for (std::size_t i = 0; i < labour_status_count; ++i) {
    const auto status = static_cast<LabourStatus>(i);
    const bool is_without = status == LabourStatus::education ||
                            status == LabourStatus::parental_leave ||
                            status == LabourStatus::self_supporting;
    EXPECT_EQ(allows_hours(status), !is_without) << labour_status_names[i];
  }
}

TEST(WeekOfAStatus, PaysTheShareOfTheBenefitThatHoursLeaveAndTakesItsTax) {
  using enum LabourStatus;
  using enum OrdinaryHours;
  const KernelTables tables{of_hours()};
  const auto week = [&](LabourStatus status, OrdinaryHours hours) {
    return at(at(tables.pay, status), hours);
  };
  EXPECT_TRUE(week(cash_benefit, OrdinaryHours::none).is_benefit);
  EXPECT_EQ(week(cash_benefit, OrdinaryHours::none).paid, 100);
  EXPECT_EQ(week(cash_benefit, under_10).paid, 70);
  EXPECT_EQ(week(cash_benefit, from_10_to_29).paid, 40);
  EXPECT_EQ(week(disability_pension, from_10_to_29).paid, 100);
  EXPECT_EQ(week(cash_benefit, under_10).tax, 46);
  EXPECT_EQ(week(disability_pension, OrdinaryHours::none).tax, 64);
  EXPECT_EQ(week(ordinary_job, full).tax, 100);
  EXPECT_EQ(week(ordinary_job, from_10_to_29).tax, 35);
  EXPECT_FALSE(week(ordinary_job, full).is_benefit);
}

}  // namespace
}  // namespace samspil::test
