// A municipality's own number: the same families, scaled, and as many enrolled as it says.
#include <gtest/gtest.h>

#include "model/appraisal/saving.hpp"
#include "model/simulation/own_ground.hpp"
#include "model/words/problem.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

Scenario few_families() {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 1'500;
  scenario.population.families = 800;
  scenario.strategies.resize(1);
  scenario.comparison = {};
  return scenario;
}

/// Net result of the municipality at the centre effect [kr.].
double net_result(const Scenario& scenario, const RunResult& result) {
  const Appraisal appraisal = appraise(scenario, result);
  return appraisal.kroner(total(appraisal.strategies.front().at(EffectLevel::centre).net_result,
                                {.payer = Payer::municipality}));
}

TEST(OwnGround, ScalesWhatTheSameShareOfTheFamiliesGives) {
  Scenario nation = few_families();
  nation.comparison.enrol = 0.25;
  const RunResult all = run_scenario(nation, 0, {});
  for (const int enrolled : {10, 40, 400}) {
    Scenario own = few_families();
    own.municipality.emplace();
    own.municipality->population_share = enrolled / (0.25 * 800);
    own.municipality->families_enrolled = enrolled;
    const RunResult scaled = run_scenario(own, 0, {});
    EXPECT_NEAR(scaled.own_families(), 4.0 * enrolled, 1e-9);
    EXPECT_EQ(scaled.counts, all.counts);
    EXPECT_NEAR(net_result(own, scaled), net_result(nation, all) * enrolled / (0.25 * 800),
                1e-6 * std::abs(net_result(nation, all)));
  }
}

TEST(OwnGround, IsSoManyTimesTheSimulatedChildren) {
  Scenario own = few_families();
  own.municipality.emplace();
  own.municipality->target_children = 380;
  const RunResult result = run_scenario(own, 0, {});
  EXPECT_NEAR(result.own_share * static_cast<double>(result.population.target_children), 380, 1e-9);
}

TEST(OwnGround, EnrolsItsNumberOfThoseWhoAreEligible) {
  Scenario own = few_families();
  own.comparison.eligible = Eligibility{.children = 2};
  own.municipality.emplace();
  own.municipality->population_share = 0.5;
  own.municipality->families_enrolled = 60;
  const RunResult result = run_scenario(own, 0, {});
  ASSERT_FALSE(result.eligible.empty());
  EXPECT_NEAR(result.enrolment[0].share, 60 / (0.5 * static_cast<double>(result.eligible[0])),
              1e-12);
  const auto enrolled =
      static_cast<double>(result.counts[1].years[0].outcomes[index_of(Outcome::enrolled_families)]);
  EXPECT_NEAR(enrolled / result.whole_runs(), 60, 25);  // by lot, and who waits for a caseworker
}

TEST(OwnGround, RefusesToEnrolMoreThanThereAre) {
  Scenario own = few_families();
  own.municipality.emplace();
  own.municipality->population_share = 0.01;
  own.municipality->families_enrolled = 40;
  EXPECT_THROW(run_scenario(own, 0, {}), InputError);
}

}  // namespace
}  // namespace samspil
