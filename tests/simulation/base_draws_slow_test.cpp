// The same with the families and draws of a user who compares two strategies.
#include "tests/simulation/base_draws.hpp"

namespace samspil::test {
namespace {

Scenario default_scenario() {
  Scenario scenario = shipped_scenario();
  scenario.families = 400;
  scenario.draws = 30;
  return scenario;
}

TEST_F(BaseDraws, OfACopyAreThoseOfItsBase) { copies_do_not_differ(default_scenario()); }

TEST_F(BaseDraws, OfAStrategyAsPresentPracticeAreItsOwn) {
  nothing_differs_from_itself(default_scenario());
}

TEST_F(BaseDraws, AreTheSameSideBySideAndAsPresentPractice) {
  side_by_side_is_present_practice(default_scenario());
}

}  // namespace
}  // namespace samspil::test
