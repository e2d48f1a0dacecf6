// A fixed small run of a frozen scenario, in integers: the code alone moves it. Regenerate with
// `./dev golden`, in a commit that says why the numbers moved.
#include <gtest/gtest.h>

#include <sstream>

#include "tests/simulation/golden.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

Scenario golden_scenario() {
  Scenario scenario = test::frozen_scenario();
  scenario.population.candidates = 3'000;
  scenario.population.families = 610;
  scenario.seed = 20'22;
  scenario.replicates = 2;
  return scenario;
}

std::vector<std::string> golden_rows() {
  const Scenario scenario = golden_scenario();
  const RunResult result = run_scenario(scenario, 0, {});
  std::vector<std::string> rows{"strategy,level,year,kind,name,value"};
  for (std::size_t arm = 0; arm < result.arms.size(); ++arm) {
    const Arm& which = result.arms[arm];
    const std::string strategy =
        which.strategy == 0 ? "baseline" : scenario.strategies[which.strategy - 1].id;
    const std::string level{effect_level_names[index_of(which.level)]};
    for (std::size_t n = 0; n < result.counts[arm].years.size(); ++n) {
      const YearCounts& year = result.counts[arm].years[n];
      const auto add = [&](const char* kind, std::string_view name, std::int64_t value) {
        std::ostringstream row;
        row << strategy << ',' << level << ',' << n + 1 << ',' << kind << ',' << name << ','
            << value;
        rows.push_back(row.str());
      };
      for (std::size_t i = 0; i < outcome_count; ++i) {
        add("outcome", outcome_names[i], year.outcomes[i]);
      }
      for (std::size_t i = 0; i < labour_status_count; ++i) {
        add("week_48", labour_status_names[i], year.week_48[i]);
      }
      for (std::size_t i = 0; i < service_count; ++i) {
        add("use", service_names[i], year.use[i]);
        for (RuleState state = 1; state < rule_state_count; ++state) {
          const Hundredths part = year.use.in_state[i][state];
          if (part != 0)
            add(("use in state " + std::to_string(state)).c_str(), service_names[i], part);
        }
      }
      for (std::size_t i = 0; i < settlement_count; ++i) {
        add("settlement", settlement_names[i], year.settlements[i]);
      }
      for (std::size_t i = 0; i < programme_item_count; ++i) {
        add("programme", programme_item_names[i], year.programme[i]);
      }
    }
  }
  return rows;
}

TEST(GoldenRun, IsTheSameInEveryInteger) {
  test::expect_same_rows("tests/simulation/golden.csv", golden_rows());
}

}  // namespace
}  // namespace samspil
