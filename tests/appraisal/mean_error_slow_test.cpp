// The ± of a mean of draws is what runs of other seeds differ by.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "model/appraisal/mean_error.hpp"
#include "model/appraisal/saving.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

/// Means and squared errors over seeds, of one strategy and purse.
struct Sample {
  std::vector<double> means;
  double squares = 0;

  /// Root of the mean squared ± against the standard deviation of the means.
  double ratio() const {
    const auto n = static_cast<double>(means.size());
    double mean = 0, spread = 0;
    for (const double x : means) mean += x / n;
    for (const double x : means) spread += (x - mean) * (x - mean) / (n - 1);
    return std::sqrt(squares / n / spread);
  }
};

/// Each strategy's own ratio has a standard error of some 11 %, from forty seeds; theirs together
/// is held against the bounds.
TEST(MeanErrorOf, TenDrawsIsTheSpreadOverFortySeeds) {
  constexpr std::uint32_t seeds = 40;
  std::map<std::pair<std::size_t, Purse>, Sample> samples;
  for (std::uint32_t seed = 101; seed < 101 + seeds; ++seed) {
    Scenario scenario = test::shipped_scenario();
    scenario.families = 200;
    scenario.draws = 10;
    scenario.seed = seed;
    const RunResult result = run_scenario(scenario, 0, {});
    const Appraisal appraisal = appraise(scenario, result);
    for (const StrategyAppraisal& strategy : appraisal.strategies) {
      const Saving& centre = strategy.at(EffectLevel::centre);
      for (const Purse purse : {Purse::municipality, Purse::state, Purse::all_public}) {
        Sample& sample = samples[{strategy.strategy, purse}];
        sample.means.push_back(appraisal.kroner(total(centre.net_result, part_of(purse))));
        sample.squares += std::pow(*centre.mean_error[index_of(purse)].standard_error, 2);
      }
    }
  }
  double ratios = 0;
  for (const auto& [key, sample] : samples) {
    EXPECT_NEAR(sample.ratio(), 1, 0.35) << key.first << ' ' << purse_names[index_of(key.second)];
    ratios += sample.ratio() / static_cast<double>(samples.size());
  }
  EXPECT_GT(ratios, 0.9);
  EXPECT_LT(ratios, 1.1);
  RecordProperty("ratio", std::to_string(ratios));
}

}  // namespace
}  // namespace samspil
