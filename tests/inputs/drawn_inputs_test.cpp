// The draws of the uncertain inputs: where they lie, what they are keyed by, what they leave alone.
#include "model/inputs/drawn_inputs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/inputs/quantile.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

class Drawn : public testing::Test {
 protected:
  static std::map<std::string, double> draw_of(const Scenario& scenario, std::uint32_t draw) {
    const DrawnInputs inputs{scenario};
    const std::vector<std::string> names = inputs.names();
    const std::vector<double> values = inputs.values(draw);
    std::map<std::string, double> drawn;
    for (std::size_t i = 0; i < names.size(); ++i) drawn[names[i]] = values[i];
    return drawn;
  }

  Scenario scenario_ = test::shipped_scenario();
};

TEST_F(Drawn, LieWithinTheirRangesAroundThePertMean) {
  const DrawnInputs inputs{scenario_};
  constexpr std::uint32_t draws = 400;
  std::vector<double> sums(inputs.size());
  for (std::uint32_t draw = 0; draw < draws; ++draw) {
    const std::vector<double> values = inputs.values(draw);
    for (std::size_t i = 0; i < values.size(); ++i) sums[i] += values[i];
  }
  const std::vector<std::string> names = inputs.names();
  std::size_t i = 0;
  double squares = 0;
  for (const UncertainInput& input : uncertain_inputs(scenario_)) {
    if (!input.can_move() || input.reach == Reach::population) continue;
    ASSERT_EQ(names[i], input.name);
    const double mean = (input.low + 4 * input.value + input.high) / 6;
    const double range = input.high - input.low;
    // The variance of PERT is (mean - low) (high - mean) / 7.
    const double error = std::sqrt((mean - input.low) * (input.high - mean) / 7 / draws);
    const double z = (sums[i] / draws - mean) / error;
    EXPECT_LT(std::abs(z), 5.5) << input.name << " in a range of " << range;
    squares += z * z;
    ++i;
  }
  ASSERT_EQ(i, inputs.size());
  ASSERT_GT(i, 500U);
  // Together: a χ² with i degrees of freedom.
  EXPECT_LT(std::abs(squares / static_cast<double>(i) - 1),
            5 * std::sqrt(2.0 / static_cast<double>(i)));
}

TEST_F(Drawn, AreKeyedByNameAloneSoThatAnotherStrategyMovesNone) {
  const auto all = draw_of(scenario_, 7);
  std::swap(scenario_.strategies.front(), scenario_.strategies.back());
  scenario_.strategies.pop_back();
  for (const auto& [name, value] : draw_of(scenario_, 7)) EXPECT_EQ(value, all.at(name)) << name;
  EXPECT_NE(draw_of(scenario_, 8), draw_of(scenario_, 7));
  scenario_.seed += 1;
  EXPECT_NE(draw_of(scenario_, 7), all);
}

TEST_F(Drawn, AreWrittenWhereTheListReadsThem) {
  const DrawnInputs inputs{scenario_};
  const std::vector<double> values = inputs.values(3);
  const std::vector<std::string> names = inputs.names();
  Scenario drawn = inputs.with(values);
  std::map<std::string, double> read;
  for (const ParameterSlot& slot : parameter_slots(drawn.parameters)) read[slot.name] = *slot.value;
  for (const UncertainInput& input : uncertain_inputs(drawn)) {
    if (!input.slot && input.reach != Reach::population) read[input.name] = input.value;
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    EXPECT_EQ(read.at(names[i]), values[i]) << names[i];
}

TEST_F(Drawn, LeaveTheStartingFamiliesAlone) {
  const DrawnInputs inputs{scenario_};
  const Scenario drawn = inputs.with(inputs.values(1));
  for (const UncertainInput& input : uncertain_inputs(scenario_)) {
    if (input.reach != Reach::population) continue;
    for (const UncertainInput& other : uncertain_inputs(drawn)) {
      if (other.name == input.name && other.reach == input.reach) {
        EXPECT_EQ(other.value, input.value) << input.name;
      }
    }
  }
}

/// Draws are independent of each other: the mean of ten has a tenth of the variance, over seeds.
TEST_F(Drawn, AreIndependentOfEachOther) {
  constexpr std::uint32_t draws = 10, seeds = 40;
  double squares = 0;
  std::size_t means = 0;
  for (scenario_.seed = 101; scenario_.seed < 101 + seeds; ++scenario_.seed) {
    const DrawnInputs inputs{scenario_};
    std::vector<double> sums(inputs.size());
    for (std::uint32_t draw = 0; draw < draws; ++draw) {
      const std::vector<double> values = inputs.values(draw);
      for (std::size_t i = 0; i < values.size(); ++i) sums[i] += values[i];
    }
    std::size_t i = 0;
    for (const UncertainInput& input : uncertain_inputs(scenario_)) {
      if (!input.can_move() || input.reach == Reach::population) continue;
      const double mean = (input.low + 4 * input.value + input.high) / 6;
      const double variance = (mean - input.low) * (input.high - mean) / 7;
      squares += std::pow(sums[i++] / draws - mean, 2) * draws / variance;
    }
    means += i;
  }
  const auto n = static_cast<double>(means);
  EXPECT_LT(std::abs(squares / n - 1), 5 * std::sqrt(2 / n));
}

TEST(PertQuantile, RunsFromLowToHighWithTheModeInBetween) {
  EXPECT_NEAR(pert_quantile(1, 2, 5, 1e-9), 1, 0.01);
  EXPECT_NEAR(pert_quantile(1, 2, 5, 1 - 1e-9), 5, 0.1);
  EXPECT_EQ(pert_quantile(3, 3, 3, 0.4), 3);
  // Mode in the middle: symmetric. Beta(3, 3) has its upper quartile at 0.6406.
  EXPECT_NEAR(pert_quantile(-1, 0, 1, 0.5), 0, 1e-7);
  EXPECT_NEAR(pert_quantile(0, 0.5, 1, 0.75), 0.640564, 1e-5);
  // Mode at the low end: Beta(1, 5), 1 - (1 - u)^(1/5).
  EXPECT_NEAR(pert_quantile(0, 0, 1, 0.3), 1 - std::pow(0.7, 0.2), 1e-7);
}

}  // namespace
}  // namespace samspil
