#include "model/appraisal/status_contrast.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

TEST(StatusContrast, DividesTheRawDifferenceByWhatIsHeldAlike) {
  GroupContrast group;
  EXPECT_FALSE(raw_parts(group, 0));
  const std::array<double, adjustment_count> values{10, 7, 3};
  for (std::size_t i = 0; i < values.size(); ++i) {
    group.kroner[i].by_outcome = {Coefficient{}, Coefficient{.value = values[i]}};
  }
  const auto parts = raw_parts(group, 1);
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->raw, 10);
  EXPECT_EQ(parts->composition, 3);
  EXPECT_EQ(parts->status_before, 4);
  EXPECT_EQ(parts->rest, 3);
}

TEST(StatusContrast, HasNoPercentOfNobody) {
  GroupContrast group;
  EXPECT_TRUE(std::isnan(group.success_percent()));
  group.people = 8;
  group.successes = 2;
  group.successes_before = 1;
  EXPECT_EQ(group.success_percent(), 25);
  EXPECT_EQ(group.before_percent(), 50);
}

TEST(StatusContrast, TellsWhatComesWithTheCouplingOfMembers) {
  ContrastResult result{CostLines{test::shipped_scenario().catalogue, 4}, {}, {}, {}, {}, 0, 0};
  const auto child_raw = [](StatusContrast& contrast) -> FirstCoefficients& {
    return contrast[index_of(ContrastGroup::child)].kroner[index_of(Adjustment::raw)];
  };
  child_raw(result.contrast).by_outcome = {Coefficient{.value = 10}};
  EXPECT_FALSE(coupling_part(result, 0));
  result.without_coupling.emplace();
  EXPECT_FALSE(coupling_part(result, 0)) << "a contrast of nobody";
  child_raw(*result.without_coupling).by_outcome = {Coefficient{.value = 4}};
  EXPECT_EQ(coupling_part(result, 0)->value, 6);
}

}  // namespace
}  // namespace samspil
