// The year-0 population meets the report's shares, at every size and for every seed.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

constexpr double admissible = 0.01;  // 1 percentage point; of the ratio and of an age, 1 per cent

class Population : public testing::TestWithParam<std::uint32_t> {
 protected:
  Population() {
    scenario_.seed = GetParam();
    pool_ = make_pool(scenario_, 0, {});
  }
  PopulationFit fit(std::uint64_t families) const {
    const StratifiedDraw draw = stratified_draw(pool_, scenario_.population);
    return fit_of(pool_, scenario_.population, draw, {scenario_.seed, 0}, families);
  }

  Scenario scenario_ = test::shipped_scenario();
  Pool pool_;
};

TEST_P(Population, MeetsEveryFittedMarginAtFiveThousandAndAllFamilies) {
  for (const std::uint64_t families : {5'000U, 7'777U, 23'600U}) {
    int fitted = 0;
    for (const MarginFit& margin : fit(families).margins) {
      if (!margin.fitted) continue;
      ++fitted;
      const double error = margin.unit == "share" ? margin.drawn - margin.target
                                                  : margin.drawn / margin.target - 1.0;
      EXPECT_LE(std::abs(error), admissible) << margin.name << " at " << families << " families";
      EXPECT_NEAR(margin.weighted, margin.target, 1e-6) << margin.name;
    }
    EXPECT_EQ(fitted, 19);
  }
}

TEST_P(Population, HasWeightsThatSpread) {
  const PopulationFit all = fit(23'600);

  EXPECT_GT(all.accepted, 1'000U);
  EXPECT_GT(all.effective_sample_size, 0.4 * static_cast<double>(all.accepted));
  EXPECT_LT(all.largest_weight, 20);
}

TEST_P(Population, IsAsLargeAsTheReportSays) {
  const PopulationFit all = fit(23'600);

  // About 34,000 children and 33,000 adults.
  EXPECT_NEAR(static_cast<double>(all.target_children), 34'000, 2'500);
  EXPECT_NEAR(static_cast<double>(all.target_adults), 33'000, 2'500);
}

TEST_P(Population, OnlyHoldsFamiliesOfTheTargetGroup) {
  for (std::size_t k = 0; k < pool_.families.size(); ++k) {
    ASSERT_TRUE(pool_.profiles[k].in_target_group());
    ASSERT_GE(pool_.weights[k], 0);
    // Home measures or placement: the union is every target child.
    const SharePart& home = pool_.profiles[k].parts[index_of(Indicator::child_home_measures)];
    const SharePart& placed = pool_.profiles[k].parts[index_of(Indicator::child_placed)];
    ASSERT_GE(home.numerator + placed.numerator, pool_.profiles[k].target_children);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Population, testing::Range(1U, 6U));

}  // namespace
}  // namespace samspil
