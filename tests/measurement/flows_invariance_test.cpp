#include <gtest/gtest.h>

#include <cmath>

#include "model/measurement/flows.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

bool same(const std::array<double, flow_count>& a, const std::array<double, flow_count>& b) {
  for (std::size_t i = 0; i < flow_count; ++i) {
    if (a[i] != b[i] && !(std::isnan(a[i]) && std::isnan(b[i]))) return false;
  }
  return true;
}

TEST(Flows, AreTheSameOnAnyNumberOfThreadsAndHoldTogether) {
  const Scenario scenario = test::small_scenario();
  const FlowTable one = measure_flows(scenario, 1, {});
  const FlowTable three = measure_flows(scenario, 3, {});

  ASSERT_EQ(one.years.size(), 4U + static_cast<std::size_t>(scenario.years));
  EXPECT_EQ(one.first_year, one.year_0 - 3);
  EXPECT_TRUE(same(one.compared, three.compared));
  for (std::size_t y = 0; y < one.years.size(); ++y) {
    const auto& year = one.years[y];
    EXPECT_TRUE(same(year, three.years[y])) << y;
    const auto value = [&](Flow flow) { return year[index_of(flow)]; };
    EXPECT_NEAR(value(Flow::exit_all),
                value(Flow::exit_home) + value(Flow::exit_at_18) + value(Flow::exit_aftercare) +
                    value(Flow::exit_other),
                1e-9);
    EXPECT_GT(value(Flow::notifications), 0);
    EXPECT_GE(value(Flow::repeated_notifications), 1);
  }
  for (const Flow flow :
       {Flow::adult_social, Flow::municipal_cost, Flow::municipal_cost_same_ages}) {
    EXPECT_DOUBLE_EQ(one.years[4][index_of(flow)], 100);
  }
}

TEST(Flows, HoldAsManyPlacedAndPensionersAsTheYearOfSelectionDrew) {
  const Scenario scenario = test::small_scenario();
  const FlowTable table = measure_flows(scenario, 0, {});
  const PopulationFit fit = fit_population(scenario, 0, {});

  EXPECT_EQ(table.children, fit.target_children);
  EXPECT_EQ(table.parents, fit.target_adults);
  for (const MarginFit& margin : fit.margins) {
    if (margin.name == "adult_employed") {
      EXPECT_NEAR(table.years[3][index_of(Flow::employed)], 100 * margin.drawn, 1e-9);
    }
  }
}

}  // namespace
}  // namespace samspil
