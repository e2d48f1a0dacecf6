#include "model/inputs/run_size.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

Scenario of_size(std::uint32_t families, int years, std::uint32_t draws, std::uint32_t replicates) {
  Scenario scenario;
  scenario.families = families;
  scenario.years = years;
  scenario.draws = draws;
  scenario.replicates = replicates;
  return scenario;
}

TEST(RunSize, IsRefusedByTheProductOfItsSettings) {
  const auto fault = [](std::uint32_t families, int years, std::uint32_t draws,
                        std::uint32_t replicates) {
    const auto problem = fault_of_size(of_size(families, years, draws, replicates));
    return problem ? problem->name : "";
  };
  EXPECT_EQ(fault(1000, 4, 1000, 100), "");  // as many runs as there may be
  EXPECT_EQ(fault(1000, 4, 1000, 101), "draws");
  EXPECT_EQ(fault(1'000'000, 10, 400, 10), "");  // as many family-years
  EXPECT_EQ(fault(1'000'001, 10, 400, 10), "families");
  EXPECT_EQ(fault(1'000'000, 11, 400, 10), "families");
  EXPECT_EQ(fault(1'000'000, 10, 401, 10), "families");
  EXPECT_EQ(fault(1'000'000, 10, 400, 11), "families");
}

/// A draw lives whole sites, and no more than there are.
TEST(RunSize, OfADrawIsWholeSitesOfThePopulation) {
  const auto fault = [](std::uint32_t per_draw, std::uint32_t draws = 10) {
    Scenario scenario = of_size(1000, 4, draws, 1);
    scenario.families_per_draw = per_draw;
    const auto problem = fault_of_size(scenario);
    return problem ? problem->name : "";
  };
  EXPECT_EQ(fault(0), "");
  EXPECT_EQ(fault(40), "");
  EXPECT_EQ(fault(1000), "");
  EXPECT_EQ(fault(1040), "families_per_draw");
  EXPECT_EQ(fault(50), "families_per_draw");
  EXPECT_EQ(fault(50, 1), "families_per_draw");  // of no use with one draw, and wrong all the same
}

/// So many draws of a part of the families are no more than they live.
TEST(RunSize, CountsTheFamiliesThatDrawsLive) {
  Scenario scenario = of_size(1'000'000, 10, 4000, 10);
  EXPECT_TRUE(fault_of_size(scenario));
  scenario.families_per_draw = 100'000;
  EXPECT_FALSE(fault_of_size(scenario));
  scenario.families_per_draw = 100'040;
  EXPECT_TRUE(fault_of_size(scenario));
}

TEST(RunSize, OfADrawIsUsuallyFiftyNineSites) {
  EXPECT_EQ(usual_families_per_draw(of_size(23'600, 4, 1, 1)), 2'360U);
  EXPECT_EQ(usual_families_per_draw(of_size(2'000, 4, 1, 1)), 0U);  // all
}

}  // namespace
}  // namespace samspil
