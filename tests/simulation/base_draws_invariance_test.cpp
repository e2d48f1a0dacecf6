// An input is drawn where it is stated: what strategies share makes no difference between them.
#include "tests/simulation/base_draws.hpp"

namespace samspil::test {
namespace {

Scenario few_families() {
  Scenario scenario = small_scenario();
  scenario.population.candidates = 800;
  scenario.population.families = 80;
  scenario.years = 2;
  scenario.draws = 3;
  return scenario;
}

TEST_F(BaseDraws, OfACopyAreThoseOfItsBase) { copies_do_not_differ(few_families()); }

TEST_F(BaseDraws, OfAStrategyAsPresentPracticeAreItsOwn) {
  nothing_differs_from_itself(few_families());
}

TEST_F(BaseDraws, AreTheSameSideBySideAndAsPresentPractice) {
  side_by_side_is_present_practice(few_families());
}

}  // namespace
}  // namespace samspil::test
