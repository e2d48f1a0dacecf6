#include "model/measurement/clock_rules.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

/// Adds `number` parents with these supports at exit and after.
void add_parents(std::vector<ParentRecord>& parents, int number, Support exit, Support after) {
  for (int i = 0; i < number; ++i) {
    ParentRecord parent;
    parent.support.fill(Support::none);
    parent.support[index_of(StudyClock::exit)] = exit;
    parent.support[index_of(StudyClock::after)] = after;
    parents.push_back(parent);
  }
}

/// 72 parents as figure 6-6 counts them at exit (13, 11, 8, 7, 5, 5, 3) and after (12, 9, 8, 12, 5,
/// 6, 2); which parent moved where is not printed, so the flows are one way to meet the stocks.
std::vector<ParentRecord> parents_of_figure_6_6() {
  using enum Support;
  std::vector<ParentRecord> parents;
  add_parents(parents, 12, resource_course, resource_course);
  add_parents(parents, 1, resource_course, pension);
  add_parents(parents, 9, cash_benefit, cash_benefit);
  add_parents(parents, 2, cash_benefit, sickness_or_unemployment);
  add_parents(parents, 8, integration_benefit, integration_benefit);
  add_parents(parents, 7, sickness_or_unemployment, sickness_or_unemployment);
  add_parents(parents, 5, education_benefit, education_benefit);
  add_parents(parents, 5, pension, pension);
  add_parents(parents, 2, flexjob, flexjob);
  add_parents(parents, 1, flexjob, none);
  add_parents(parents, 3, none, sickness_or_unemployment);
  add_parents(parents, 17, none, none);
  return parents;
}

TEST(ClockRules, PrintTheTotalsOfFigure66) {
  const std::vector<ParentRecord> parents = parents_of_figure_6_6();
  ASSERT_EQ(parents.size(), 72U);
  const SupportCount exit = count_support(parents, StudyClock::exit);
  EXPECT_EQ(exit.by_type, (std::array<int, 8>{13, 11, 8, 7, 5, 5, 3, 20}));
  EXPECT_EQ(exit.recipients, 52);
  EXPECT_EQ(exit.subset, 26);
  const SupportCount after = count_support(parents, StudyClock::after);
  EXPECT_EQ(after.by_type, (std::array<int, 8>{12, 9, 8, 12, 5, 6, 2, 18}));
  EXPECT_EQ(after.recipients, 54);
  EXPECT_EQ(after.subset, 29);
}

TEST(ClockRules, CountFifteenWhoBeganAndElevenStillThere) {
  std::vector<ParentRecord> parents(72);
  for (std::size_t i = 0; i < 12 + 2 + 1; ++i) parents[i].began = true;  // work, FGU, vocational
  for (std::size_t i = 0; i < 11; ++i) parents[i].still_at_exit = true;
  for (std::size_t i = 60; i < 70; ++i) parents[i].still_at_exit = true;  // worked all along
  EXPECT_EQ(count_work(parents).began, 15);
  EXPECT_EQ(count_work(parents).still, 11);
}

CaseRecord closed(CaseEnd end, bool open_at_exit, bool open_after) {
  return {true, end, false, open_at_exit, open_after};
}

/// 69 open; 11 closed by the project, 3 at 18, 2 moved; 1 opened; 3 reopened by exit, 3 after.
std::vector<CaseRecord> cases_of_the_report() {
  std::vector<CaseRecord> cases(69 - 16, CaseRecord{true, std::nullopt, false, true, true});
  cases.insert(cases.end(), 5, closed(CaseEnd::project, false, false));
  cases.insert(cases.end(), 3, closed(CaseEnd::project, true, true));
  cases.insert(cases.end(), 3, closed(CaseEnd::project, false, true));
  cases.insert(cases.end(), 3, closed(CaseEnd::turned_18, false, false));
  cases.insert(cases.end(), 2, closed(CaseEnd::moved, false, false));
  cases.push_back({false, std::nullopt, true, true, true});
  return cases;
}

TEST(ClockRules, PrintTheReportsOpenCases) {
  const CaseCount count = count_cases(cases_of_the_report());
  EXPECT_EQ(count.closed, (std::array<int, 3>{11, 3, 2}));
  EXPECT_EQ(count.closed_in_all, 16);
  EXPECT_EQ(count.opened, 1);
  EXPECT_EQ(count.reopened_at_exit, 3);
  EXPECT_EQ(count.reopened_after, 3);
  EXPECT_EQ(count.open, (AtClocks<int>{69, 54, 57, 60}));
}

TEST(ClockRules, CountFamiliesThatLeft) {
  std::vector<ProjectExit> exits(26, ProjectExit::active);
  exits.insert(exits.end(), 22, ProjectExit::work);  // the split by cause is not printed
  exits[47] = ProjectExit::withdrawn;
  const FamilyCount count = count_families(exits);
  EXPECT_EQ(count.took_part, 48);
  EXPECT_EQ(count.left, 22);
  EXPECT_EQ(count.by_exit[index_of(ProjectExit::withdrawn)], 1);
}

TEST(ClockRules, CompareNumberAndIntensityApart) {
  std::vector<ChildMeasures> children(3);
  children[0].home_based = {2, 0, 1, 0};
  children[0].step = {LadderStep::early, {}, LadderStep::foster, {}};
  children[1].home_based = {0, 0, 1, 0};
  children[1].step = {LadderStep::foster, {}, LadderStep::early, {}};
  const LessSameMore number = change_in_number(children);
  EXPECT_EQ(number.less, 1);
  EXPECT_EQ(number.more, 1);
  EXPECT_EQ(number.same, 1);
  const LessSameMore intensity = change_in_intensity(children);
  EXPECT_EQ(intensity.less, 1);
  EXPECT_EQ(intensity.more, 1);
}

TEST(ClockRules, PutEveryStatusInOneRow) {
  EXPECT_EQ(support_of(LabourStatus::unemployment), Support::sickness_or_unemployment);
  EXPECT_EQ(support_of(LabourStatus::sickness), Support::sickness_or_unemployment);
  EXPECT_EQ(support_of(LabourStatus::ordinary_job), Support::none);
  EXPECT_EQ(support_of(LabourStatus::self_supporting), Support::none);
  EXPECT_EQ(support_of(LabourStatus::disability_pension), Support::pension);
  // All who receive public support stand in one of the rows.
  EXPECT_EQ(support_of(LabourStatus::flex_waiting), Support::flexjob);
  EXPECT_EQ(support_of(LabourStatus::rehabilitation), Support::resource_course);
  EXPECT_TRUE(meets_job_centre(LabourStatus::flex_waiting));
  EXPECT_TRUE(meets_job_centre(LabourStatus::rehabilitation));
  EXPECT_FALSE(meets_job_centre(LabourStatus::flexjob));
}

}  // namespace
}  // namespace samspil
