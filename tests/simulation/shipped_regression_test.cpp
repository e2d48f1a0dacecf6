// A few dozen integers of the default scenario, calibrated: a changed parameter, lever or margin is
// meant to move them, and the commit says which and why. Prices move none of them; the run in the
// README shows kroner. Regenerate with `./dev golden`.
#include <gtest/gtest.h>

#include <array>

#include "model/loading/load.hpp"
#include "tests/simulation/golden.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

constexpr std::array watched{Outcome::children_placed,   Outcome::placement_days,
                             Outcome::home_measure_days, Outcome::parents_in_work,
                             Outcome::notifications,     Outcome::convictions,
                             Outcome::enrolled_days,     Outcome::caseworker_quarter_days};

/// One row per strategy, at its centre, and watched outcome; sums over the years.
std::vector<std::string> summary_rows() {
  Scenario scenario = test::small_scenario();
  scenario.parameters = load_usual_parameters(test::shipped_scenarios()).parameters;
  std::vector<Arm> arms{{0, EffectLevel::none}};
  for (std::size_t i = 1; i <= scenario.strategies.size(); ++i) {
    arms.push_back({i, EffectLevel::centre});
  }
  const test::World world{scenario};
  const std::vector<ArmCounts> counts = world.run(arms);
  std::vector<std::string> rows{"strategy,outcome,all_years"};
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    const std::string strategy = arm == 0 ? "baseline" : scenario.strategies[arm - 1].id;
    for (const Outcome outcome : watched) {
      rows.push_back(strategy + ',' + std::string{outcome_names[index_of(outcome)]} + ',' +
                     std::to_string(test::total_of(counts[arm], outcome)));
    }
  }
  return rows;
}

TEST(ShippedRun, IsTheSameInAFewDozenSums) {
  test::expect_same_rows("tests/simulation/shipped.csv", summary_rows());
}

}  // namespace
}  // namespace samspil
