// What own families are expected to cost does not depend on how often they are lived, nor on how
// many of them share a team.
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <vector>

#include "model/simulation/ground.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

/// Family i has a mother on cash benefit and a child of i modulo 15 years, every fourth placed.
Scenario with_own(int number, std::uint32_t copies, int per_site, std::uint32_t seed) {
  auto own = std::make_shared<OwnFamilies>();
  for (int i = 0; i < number; ++i) {
    own->families.push_back({static_cast<std::uint32_t>(own->people.size()), 2, 1});
    OwnPerson mother, child;
    mother.person.status = LabourStatus::cash_benefit;
    mother.age = 25 + i % 20;
    mother.has_status = true;
    child.person.role = Role::child;
    child.person.mother = 0;
    child.age = i % 15;
    if (i % 4 == 0) child.person.place = Place::foster;
    own->people.insert(own->people.end(), {mother, child});
  }
  Scenario scenario = test::small_scenario();
  scenario.own_families = std::move(own);
  scenario.population.own_frailty.emplace().value = 1.3;
  scenario.population.margins.clear();
  scenario.population.families_per_site = per_site;
  scenario.population.families = static_cast<std::uint32_t>(number) * copies;
  scenario.families = 0;
  scenario.seed = seed;
  return scenario;
}

/// What they cost the public without any strategy over all years, for their own number [kr.].
double cost(const Scenario& scenario) {
  const Ground ground{scenario, {}, {}};
  const RunResult run =
      run_arms(at_values(scenario), ground, {{0, EffectLevel::none, 0}}, {}, {}, 0);
  double sum = 0;
  for (const LedgerCell& cell : run.ledgers.front()) {
    if (cell.payer != Payer::citizen) sum += as_kroner(cell.amount);
  }
  return sum / run.whole_runs();
}

struct Mean {
  double value = 0, error = 0;
};

/// Over worlds of other chance.
Mean mean_cost(int number, std::uint32_t copies, int per_site, std::uint32_t worlds) {
  std::vector<double> costs;
  double sum = 0, squares = 0;
  for (std::uint32_t seed = 1; seed <= worlds; ++seed) {
    costs.push_back(cost(with_own(number, copies, per_site, seed)));
    sum += costs.back();
  }
  const double mean = sum / worlds;
  for (const double one : costs) squares += (one - mean) * (one - mean);
  return {mean, std::sqrt(squares / (worlds - 1) / worlds)};
}

TEST(OwnFamilies, AreExpectedToCostTheSameHoweverOftenTheyAreLived) {
  for (const int number : {10, 40, 400}) {
    const auto copies = static_cast<std::uint32_t>(800 / number);
    const Mean few = mean_cost(number, copies, number, 12);
    const Mean many = mean_cost(number, 5 * copies, std::min(number, 40), 12);
    EXPECT_LT(std::abs(few.value - many.value), 5 * std::hypot(few.error, many.error)) << number;
    EXPECT_LT(few.error, 0.02 * few.value) << number;  // else it would see nothing
    EXPECT_LT(many.error, few.error) << number;
  }
}

}  // namespace
}  // namespace samspil
