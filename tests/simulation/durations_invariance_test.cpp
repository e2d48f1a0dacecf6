// Days add up to 364 and weeks to 52, whatever happened inside the year.
#include <gtest/gtest.h>

#include <bit>
#include <numeric>

#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

int sum(const auto& days) { return std::accumulate(days.begin(), days.end(), 0); }

/// A strategy that acts strongly, so that many moves happen, and tax that counts every week.
Scenario restless() {
  Scenario scenario = test::small_scenario();
  scenario.population.families_per_site = 1;
  scenario.strategies = {test::bare_strategy(
      scenario, {test::effect_of(Hook::job_entry, 5), test::effect_of(Hook::job_loss, 5),
                 test::effect_of(Hook::placement_entry, 5), test::effect_of(Hook::reunification, 5),
                 test::effect_of(Hook::sickness_entry, 5)})};
  scenario.parameters.labour.tax_equivalent.fill(1.0);
  scenario.parameters.labour.part_time_tax_equivalent = 1;
  return scenario;
}

class Durations : public testing::Test {
 protected:
  test::World world_{restless()};
  std::vector<Arm> arms_{{0, EffectLevel::none}, {1, EffectLevel::centre}};
  FamilyModel model_ = world_.model(800, arms_);

  template <class Check>
  void for_each_person_year(const Check& check) {
    for (const std::uint32_t arm : {0U, 1U}) {
      const test::Lives lives = test::lives_of(model_, world_.scenario(), arm);
      for (const test::FamilyLife& life : lives.families) {
        for (std::size_t n = 0; n < life.people.size(); ++n) {
          for (const Person& person : life.people[n]) {
            check(person, world_.scenario().population.year + 1 + static_cast<int>(n));
          }
        }
      }
    }
  }
};

TEST_F(Durations, OfLabourStatusesAreTheDaysPresent) {
  std::int64_t seen = 0, several = 0;
  for_each_person_year([&](const Person& person, int year) {
    const bool lived = !is_child(person) || age_at(person, year, 0) >= 16;
    if (!lived) return;
    ++seen;
    several += std::popcount(person.year.statuses.bits()) > 1;
    EXPECT_EQ(sum(person.year.status_days), person.year.days);
  });
  EXPECT_GT(seen, 5'000);
  EXPECT_GT(several, 500);
}

TEST_F(Durations, OfPlacesAreTheDaysPresentUntilTwentyThree) {
  std::int64_t seen = 0, several = 0, turning = 0;
  for_each_person_year([&](const Person& person, int year) {
    if (!is_child(person) || person.year.days == 0) return;
    const int before = age_at(person, year, 0);
    if (before >= 23) {
      EXPECT_EQ(sum(person.year.place_days), 0);
      return;
    }
    const bool turns = before == 22 && age_at(person, year, days_per_year - 1) == 23 &&
                       person.birth_day < person.year.days;
    ++seen;
    turning += turns;
    several += std::popcount(person.year.places) > 1;
    EXPECT_EQ(sum(person.year.place_days), turns ? person.birth_day : person.year.days);
  });
  EXPECT_GT(seen, 5'000);
  EXPECT_GT(several, 200);
  EXPECT_GT(turning, 20);
}

TEST_F(Durations, StayWithinTheYear) {
  for_each_person_year([](const Person& person, int /*year*/) {
    EXPECT_LE(person.year.days, days_per_year);
    EXPECT_LE(person.year.measure_days, person.year.days);
    if (person.presence == Presence::present && person.year.days > 0) {
      // Whoever is born or joins gets an identity with the highest bit.
      const bool came = static_cast<std::uint64_t>(person.id) >> 63 != 0;
      EXPECT_TRUE(came || person.year.days == days_per_year);
    }
  });
}

TEST_F(Durations, OfAllStatusesAreFiftyTwoWeeksForWhoeverIsAdultAllYear) {
  std::int64_t families = 0;
  for (const std::uint32_t arm : {0U, 1U}) {
    const test::Lives lives = test::lives_of(model_, world_.scenario(), arm);
    for (std::size_t f = 0; f < lives.families.size(); ++f) {
      for (std::size_t n = 0; n < 4; ++n) {
        const int year = world_.scenario().population.year + 1 + static_cast<int>(n);
        int adults = 0;
        bool whole = true;
        for (const Person& person : lives.families[f].people[n]) {
          if (person.year.days == 0 || age_at(person, year, days_per_year - 1) < 18) continue;
          ++adults;
          whole &= person.year.days == days_per_year && age_at(person, year, 0) >= 18;
        }
        if (!whole) continue;
        ++families;
        EXPECT_EQ(lives.sites[f][n].use[index_of(Service::income_tax)], 52 * one_unit * adults);
      }
    }
  }
  EXPECT_GT(families, 4'000);
}

}  // namespace
}  // namespace samspil
