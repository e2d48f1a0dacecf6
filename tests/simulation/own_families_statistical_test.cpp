// What own families are expected to cost does not depend on how often they are lived, nor on how
// many of them share a team.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/simulation/ground.hpp"
#include "tests/simulation/own_families.hpp"

namespace samspil {
namespace {

/// Family i has a child of i modulo 15 years; every fourth is placed.
Scenario with_own(int number, std::uint32_t copies, int per_site, std::uint32_t seed) {
  Scenario scenario = test::with_own_families(number, copies, per_site,
                                              [](int i, OwnPerson& mother, OwnPerson& child) {
                                                mother.age = 25 + i % 20;
                                                child.age = i % 15;
                                                if (i % 4 == 0) child.person.place = Place::foster;
                                              });
  scenario.population.own_frailty->value = 1.3;
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
