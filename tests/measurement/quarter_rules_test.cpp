#include "model/measurement/quarter_rules.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace samspil {
namespace {

Catalogue at_one_krone() {
  Catalogue catalogue;
  for (std::size_t i = 0; i < service_count; ++i) {
    catalogue.rows[i].service = static_cast<Service>(i);
    catalogue.rows[i].price.value = 1;
  }
  return catalogue;
}

DiaryEntry entry(std::uint8_t member, ChildMeasure measure, DaySpan days) {
  return {member, DiaryKind::measure, static_cast<std::uint8_t>(measure), days};
}

TEST(QuarterRules, PutWeeksAndDaysIntoTheirQuarters) {
  const Catalogue catalogue = at_one_krone();
  QuarterCosts costs{};
  const Diary diary{
      entry(0, ChildMeasure::respite, {0, 364}),
      entry(0, ChildMeasure::lost_earnings, {84, 98}),     // one week on each side of the quarter
      entry(0, ChildMeasure::family_treatment, {0, 364}),  // not in the team's accounts
      entry(1, ChildMeasure::respite, {0, 364}),           // a sibling
      {0, DiaryKind::place, static_cast<std::uint8_t>(Place::foster), {90, 93}},
      {0, DiaryKind::place, static_cast<std::uint8_t>(Place::home), {93, 364}}};
  add_year(diary, 0, 150, 1, catalogue, costs);
  const auto kroner = [&](TeamItem item, std::size_t quarter) {
    return static_cast<double>(costs[index_of(item)][quarter]) / 100;
  };
  for (std::size_t quarter = 4; quarter < 8; ++quarter) {
    EXPECT_DOUBLE_EQ(kroner(TeamItem::prevention, quarter), 13 * 1.5);  // by case cost
  }
  EXPECT_DOUBLE_EQ(kroner(TeamItem::lost_earnings, 4), 1);  // a grant has no case cost
  EXPECT_DOUBLE_EQ(kroner(TeamItem::lost_earnings, 5), 1);
  EXPECT_DOUBLE_EQ(kroner(TeamItem::placement, 4), 1.5);
  EXPECT_DOUBLE_EQ(kroner(TeamItem::placement, 5), 3);
  EXPECT_DOUBLE_EQ(kroner(TeamItem::prevention, 3), 0);
}

/// 100 children who together cost what the report prints [øre]; 93 have a grant at the end.
std::vector<QuarterCosts> children_of_the_report() {
  std::vector<QuarterCosts> group(100);
  const auto spread = [&](TeamItem item, std::size_t quarter, Ore kroner, std::size_t children) {
    for (std::size_t i = 0; i < children; ++i) {
      group[i][index_of(item)][quarter] = kroner * 100 / static_cast<Ore>(children);
    }
    group[0][index_of(item)][quarter] += kroner * 100 % static_cast<Ore>(children);
  };
  for (const std::size_t quarter : {2U, 3U}) {
    spread(TeamItem::prevention, quarter, 1'269'800, 91);
    spread(TeamItem::placement, quarter, 1'119'800, 91);
  }
  spread(TeamItem::prevention, 9, 1'632'200, 93);
  spread(TeamItem::placement, 9, 1'455'500, 93);
  spread(TeamItem::additional_costs, 9, 1'940'600, 93);
  spread(TeamItem::lost_earnings, 9, 1'325'600, 93);
  return group;
}

TEST(QuarterRules, PrintTheReportsFiguresPerChildWithAGrant) {
  const auto group = children_of_the_report();
  EXPECT_EQ(children_with_grant(group, 9), 93);
  const auto nearest_100 = [](double kroner) { return 100 * std::round(kroner / 100); };
  const auto of = [&](TeamItem item) { return before_after(group, item, 9); };
  EXPECT_DOUBLE_EQ(of(TeamItem::prevention).before, 1'269'800);
  EXPECT_DOUBLE_EQ(of(TeamItem::prevention).after, 1'632'200);
  EXPECT_DOUBLE_EQ(nearest_100(of(TeamItem::prevention).after_per_child), 17'600);
  EXPECT_DOUBLE_EQ(nearest_100(of(TeamItem::placement).after_per_child), 15'700);
  EXPECT_DOUBLE_EQ(nearest_100(of(TeamItem::additional_costs).after_per_child), 20'900);
  EXPECT_DOUBLE_EQ(nearest_100(of(TeamItem::lost_earnings).after_per_child), 14'300);
  EXPECT_DOUBLE_EQ(nearest_100(of(TeamItem::placement).before_per_child), 12'300);
}

TEST(QuarterRules, TakeEachItemsOwnBeforeWindow) {
  std::vector<QuarterCosts> group(1);
  group[0][index_of(TeamItem::prevention)] = {9900, 9900, 1000, 3000};
  group[0][index_of(TeamItem::additional_costs)] = {1000, 1000, 2000, 4000};
  EXPECT_DOUBLE_EQ(before_after(group, TeamItem::prevention, 5).before, 20);
  EXPECT_DOUBLE_EQ(before_after(group, TeamItem::additional_costs, 5).before, 20);
}

TEST(QuarterRules, NoChildWithAGrantIsNoFigure) {
  EXPECT_TRUE(std::isnan(per_child_with_grant(100, 0)));
}

}  // namespace
}  // namespace samspil
