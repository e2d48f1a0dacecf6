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

}  // namespace
}  // namespace samspil
