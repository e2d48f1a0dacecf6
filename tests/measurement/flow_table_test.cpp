// Figures of counted years, by hand: four years of burn-in, the last of them that of selection, and
// two budget years.
#include <gtest/gtest.h>

#include <cmath>

#include "model/measurement/flows.hpp"

namespace samspil {
namespace {

constexpr std::size_t selected = 3, first = 4, last = 5;

std::vector<FlowCounts> counted_years() { return std::vector<FlowCounts>(last + 1); }

void set(FlowCounts& year, Flow flow, std::int64_t numerator, std::int64_t denominator) {
  year.parts[index_of(flow)] = {numerator, denominator};
}

double figure(const FlowTable& table, std::size_t year, Flow flow) {
  return table.years[year][index_of(flow)];
}
double compared(const FlowTable& table, Flow flow) { return table.compared[index_of(flow)]; }

TEST(FlowTable, GivesEachFlowItsUnit) {
  auto years = counted_years();
  set(years[first], Flow::placed, 3, 40);
  set(years[first], Flow::notifications, 3, 40);
  set(years[first], Flow::secure_places, 3 * 364, 1500);  // days of children
  set(years[first], Flow::reentry, 7, 364 * 20);          // of days at home
  const FlowTable table = flow_table(2022, years);
  EXPECT_DOUBLE_EQ(figure(table, first, Flow::placed), 7.5);
  EXPECT_DOUBLE_EQ(figure(table, first, Flow::notifications), 0.075);
  EXPECT_DOUBLE_EQ(figure(table, first, Flow::secure_places), 20);
  EXPECT_DOUBLE_EQ(figure(table, first, Flow::reentry), 35);
  EXPECT_TRUE(std::isnan(figure(table, first, Flow::pension)));
  EXPECT_EQ(table.first_year, 2019);
}

TEST(FlowTable, ComparesTheMeanOverBudgetYears) {
  auto years = counted_years();
  set(years[selected], Flow::placed, 100, 100);
  set(years[first], Flow::placed, 10, 100);
  set(years[last], Flow::placed, 60, 300);
  EXPECT_DOUBLE_EQ(compared(flow_table(2022, years), Flow::placed), 100.0 * 70 / 400);
}

TEST(FlowTable, CountsPensionsFromTheYearOfSelectionToTheLast) {
  auto years = counted_years();
  set(years[selected], Flow::pension_rise, 20, 100);
  set(years[first], Flow::pension_rise, 26, 100);
  set(years[last], Flow::pension_rise, 33, 110);
  const FlowTable table = flow_table(2022, years);
  EXPECT_DOUBLE_EQ(figure(table, first, Flow::pension_rise), 6);
  EXPECT_DOUBLE_EQ(figure(table, last, Flow::pension_rise), 10);
  EXPECT_DOUBLE_EQ(compared(table, Flow::pension_rise), 10);
}

TEST(FlowTable, HasCostPerPersonRelativeToTheFirstBudgetYear) {
  auto years = counted_years();
  years[first].cost = {1000, 0, 0};
  years[first].heads = {10, 0, 10};
  years[last].cost = {1000, 0, 400};
  years[last].heads = {5, 0, 20};
  set(years[first], Flow::adult_social, 300, 10);
  set(years[last], Flow::adult_social, 600, 16);
  const FlowTable table = flow_table(2022, years);
  const double before = 1000.0 / 20;
  EXPECT_DOUBLE_EQ(figure(table, last, Flow::municipal_cost), 100 * (1400.0 / 25) / before);
  // With ten children and ten adults, as in the first year.
  EXPECT_DOUBLE_EQ(figure(table, last, Flow::municipal_cost_same_ages),
                   100 * ((10 * 200.0 + 10 * 20.0) / 20) / before);
  EXPECT_DOUBLE_EQ(compared(table, Flow::municipal_cost), 112);
  EXPECT_DOUBLE_EQ(figure(table, last, Flow::adult_social), 125);
  EXPECT_TRUE(std::isnan(figure(table, selected, Flow::municipal_cost)));
}

}  // namespace
}  // namespace samspil
