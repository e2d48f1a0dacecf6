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
  std::size_t i = 0, alone = 0, ratios = 0;
  double squares = 0;
  for (const Input& input : input_list(scenario_)) {
    if (!input.can_move() || !acts_in_years(input.reach) || input.decided) continue;
    ASSERT_EQ(names[i], input.name);
    if (input.shape == Shape::ratio) {
      ++i;
      ++ratios;
      continue;
    }
    const double mean = (input.quantity.low + 4 * input.quantity.value + input.quantity.high) / 6;
    const double range = input.quantity.high - input.quantity.low;
    // The variance of PERT is (mean - low) (high - mean) / 7.
    const double error =
        std::sqrt((mean - input.quantity.low) * (input.quantity.high - mean) / 7 / draws);
    const double z = (sums[i] / draws - mean) / error;
    EXPECT_LT(std::abs(z), 5.5) << input.name << " in a range of " << range;
    ++i;
    if (input.factor != CommonFactor::none) continue;
    squares += z * z;
    ++alone;
  }
  ASSERT_EQ(i, inputs.size());
  ASSERT_GT(alone, 400U);
  ASSERT_GT(ratios, 50U);
  // Together: a χ² with as many degrees of freedom as inputs stand alone.
  EXPECT_LT(std::abs(squares / static_cast<double>(alone) - 1),
            5 * std::sqrt(2.0 / static_cast<double>(alone)));
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

/// A number that two files of one id state differently moves in both alike.
TEST_F(Drawn, OfTwoFilesOfOneIdAreOneDraw) {
  const Strategy& strategy = scenario_.strategies.front();
  scenario_.comparison.present_practice = strategy;
  scenario_.comparison.present_practice->levers.fade_rate.high += 1e-9;
  const std::string name = strategy.id + ".fade_rate";
  double most = 0;
  for (std::uint32_t draw = 0; draw < 20; ++draw) {
    const auto drawn = draw_of(scenario_, draw);
    EXPECT_NEAR(drawn.at(name), drawn.at(name + " (2)"), 1e-6);
    most = std::max(most, std::abs(drawn.at(name) - strategy.levers.fade_rate.value));
  }
  EXPECT_GT(most, 1e-3);
}

TEST_F(Drawn, AreWrittenWhereTheListReadsThem) {
  const DrawnInputs inputs{scenario_};
  const std::vector<double> values = inputs.values(3);
  const std::vector<std::string> names = inputs.names();
  Scenario drawn = inputs.with(values);
  std::map<std::string, double> read;
  for (const ParameterSlot& slot : parameter_slots(drawn.parameters)) read[slot.name] = *slot.value;
  for (const Input& input : input_list(drawn)) {
    if (!input.slot && acts_in_years(input.reach)) read[input.name] = input.quantity.value;
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    EXPECT_EQ(read.at(names[i]), values[i]) << names[i];
}

TEST_F(Drawn, LeaveTheStartingFamiliesAlone) {
  const DrawnInputs inputs{scenario_};
  const Scenario drawn = inputs.with(inputs.values(1));
  for (const Input& input : input_list(scenario_)) {
    if (acts_in_years(input.reach)) continue;
    for (const Input& other : input_list(drawn)) {
      if (other.name == input.name && other.reach == input.reach) {
        EXPECT_EQ(other.quantity.value, input.quantity.value) << input.name;
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
    for (const Input& input : input_list(scenario_)) {
      if (!input.can_move() || !acts_in_years(input.reach) || input.decided) continue;
      const double sum = sums[i++];
      if (input.factor != CommonFactor::none || input.shape == Shape::ratio) continue;
      const double mean = (input.quantity.low + 4 * input.quantity.value + input.quantity.high) / 6;
      const double variance = (mean - input.quantity.low) * (input.quantity.high - mean) / 7;
      squares += std::pow(sum / draws - mean, 2) * draws / variance;
      ++means;
    }
  }
  const auto n = static_cast<double>(means);
  EXPECT_LT(std::abs(squares / n - 1), 5 * std::sqrt(2 / n));
}

/// Mean and correlation of two series, 0 where one does not move.
double correlation_of(const std::vector<double>& a, const std::vector<double>& b) {
  const auto n = static_cast<double>(a.size());
  double sa = 0, sb = 0, aa = 0, bb = 0, ab = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sa += a[i], sb += b[i], aa += a[i] * a[i], bb += b[i] * b[i], ab += a[i] * b[i];
  }
  return (ab - sa * sb / n) / std::sqrt((aa - sa * sa / n) * (bb - sb * sb / n));
}

class DrawnTogether : public Drawn {
 protected:
  /// The log of an input, by draw.
  std::vector<double> series(const std::string& name) const {
    const DrawnInputs inputs{scenario_};
    const std::vector<std::string> names = inputs.names();
    const auto at =
        static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    EXPECT_LT(at, names.size()) << name;
    std::vector<double> values;
    for (std::uint32_t draw = 0; draw < draws; ++draw) {
      values.push_back(std::log(inputs.values(draw).at(at)));
    }
    return values;
  }
  static constexpr std::uint32_t draws = 400;
};

/// If coordination works it works in several places: more jobs come with fewer placements, by the
/// correlation that evidence.toml states. The error of a correlation r is (1 - r²) / √n.
TEST_F(DrawnTogether, EffectsOfOneStrategyMoveTheHopedForWay) {
  const double r = scenario_.evidence.correlation(CommonFactor::effects);
  const double error = (1 - r * r) / std::sqrt(double{draws});
  const std::vector<double> jobs = series("familien_paa_vej.job_entry.effort");
  EXPECT_NEAR(correlation_of(jobs, series("familien_paa_vej.placement_entry.effort")), -r,
              5 * error);
  EXPECT_NEAR(correlation_of(jobs, series("familien_paa_vej.recovery.effort")), r, 5 * error);
  EXPECT_NEAR(correlation_of(jobs, series("sammen_om_familien.placement_entry.effort")), 0,
              5 / std::sqrt(double{draws}));
}

TEST_F(DrawnTogether, PricesOfPlacementsMoveTogetherAndThoseOfMeasuresApartFromThem) {
  const std::vector<double> foster = series("foster_family");
  // PERT of two shapes: the normal correlation holds nearly.
  EXPECT_NEAR(correlation_of(foster, series("residential_institution")), 0.5, 0.2);
  EXPECT_NEAR(correlation_of(foster, series("respite")), 0, 5 / std::sqrt(double{draws}));
  EXPECT_NEAR(correlation_of(series("contact_person"), series("respite")), 0.5, 0.2);
}

TEST_F(DrawnTogether, ARatioHasItsRangeAsFifthAndNinetyFifthPercentile) {
  const auto effects = scenario_.strategies.front().effects;
  const Effect& effect = effects.front();
  ASSERT_EQ(effect.hook, Hook::job_entry);
  int below = 0, above = 0;
  for (const double log_ratio : series("familien_paa_vej.job_entry.effort")) {
    below += log_ratio < std::log(effect.low);
    above += log_ratio > std::log(effect.high);
  }
  const double five = 5 * std::sqrt(draws * 0.05 * 0.95);
  EXPECT_NEAR(below, 0.05 * draws, five);
  EXPECT_NEAR(above, 0.05 * draws, five);
}

TEST_F(DrawnTogether, WhatAMunicipalityDecidesIsHeldUnlessTheScenarioDrawsIt) {
  const auto drawn = [&] {
    const std::vector<std::string> names = DrawnInputs{scenario_}.names();
    return std::count_if(names.begin(), names.end(),
                         [](const std::string& name) { return name.ends_with(".caseload"); });
  };
  EXPECT_EQ(drawn(), 0);
  scenario_.draw_levers = true;
  EXPECT_GT(drawn(), 0);
}

/// Over all inputs together, and so few draws that each alone tells little.
TEST_F(DrawnTogether, AsManyDrawsLieBelowAQuantileAsItsShare) {
  const DrawnInputs drawn{scenario_};
  constexpr int n = 100;
  for (const double u : {0.05, 0.95}) {
    std::vector<double> quantiles;
    for (const Input& input : drawn.inputs()) quantiles.push_back(drawn_quantile(input, u));
    double below = 0;
    for (std::uint32_t draw = 0; draw < n; ++draw) {
      const std::vector<double> values = drawn.values(draw);
      for (std::size_t i = 0; i < values.size(); ++i) below += values[i] <= quantiles[i];
    }
    const auto all = static_cast<double>(n * drawn.size());
    // A factor that many share widens the error of independent draws several times.
    EXPECT_NEAR(below / all, u, 5 * 4 * std::sqrt(0.05 * 0.95 / all));
  }
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
