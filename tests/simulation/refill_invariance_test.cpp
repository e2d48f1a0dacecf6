// Places that are kept filled: more family-years of the same posts, and nobody enrolled twice.
#include <gtest/gtest.h>

#include "model/simulation/common_terms.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

Scenario with_exits(bool refill) {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 1'500;
  scenario.population.families = 600;
  scenario.years = 6;
  scenario.strategies.resize(1);
  Levers& levers = scenario.strategies[0].levers;
  levers.exit_rate_withdrawn.value = 0.3;
  levers.duration_years.value = 2;
  scenario.comparison = {};
  scenario.comparison.enrol = 0.15;
  scenario.staffing.refill = refill;
  return scenario;
}

std::int64_t count(const RunResult& result, int year, Outcome outcome) {
  return result.counts[1].years[static_cast<std::size_t>(year - 1)].outcomes[index_of(outcome)];
}

std::int64_t enrolled_days(const RunResult& result, int year) {
  return count(result, year, Outcome::enrolled_days);
}

TEST(Refill, BeginsWithTheFamiliesThatTheLotDrew) {
  const RunResult left = run_scenario(with_exits(false), 0, {});
  const RunResult kept = run_scenario(with_exits(true), 0, {});
  EXPECT_EQ(left.counts[1].years[0], kept.counts[1].years[0]);
}

/// Families leave on every day of the year, and those of the first year together when their longest
/// stay is over; whoever waits takes the place on that day.
TEST(Refill, KeepsThePostsInUseInLaterYearsToo) {
  const RunResult left = run_scenario(with_exits(false), 0, {});
  const RunResult kept = run_scenario(with_exits(true), 0, {});
  EXPECT_EQ(enrolled_days(left, 5), 0);
  const std::int64_t places = count(kept, 1, Outcome::enrolled_families);
  const std::int64_t quarters = count(kept, 2, Outcome::caseworker_quarter_days);
  for (int year = 2; year <= 5; ++year) {
    EXPECT_LE(enrolled_days(kept, year), places * days_per_year) << year;
    EXPECT_GT(enrolled_days(kept, year), places * days_per_year * 97 / 100) << year;
    EXPECT_GT(count(kept, year, Outcome::caseworker_quarter_days), quarters * 9 / 10) << year;
  }
}

TEST(Refill, OffersAPlaceToNoFamilyTwice) {
  const Scenario scenario = with_exits(true);
  const test::World world{scenario};
  const FamilyModel model = world.model(600, arms_of(scenario, {EffectLevel::centre}));
  const test::Lives lives = test::lives_of(model, scenario, 1);
  std::size_t later = 0;
  for (const test::FamilyLife& life : lives.families) {
    for (std::size_t year = 1; year < life.family.size(); ++year) {
      const Enrolment before = life.family[year - 1].enrolment, now = life.family[year].enrolment;
      if (before == Enrolment::exited) {
        EXPECT_EQ(now, Enrolment::exited);
      }
      later += before == Enrolment::reserve && now == Enrolment::enrolled;
    }
  }
  EXPECT_GT(later, 50U);
}

}  // namespace
}  // namespace samspil
