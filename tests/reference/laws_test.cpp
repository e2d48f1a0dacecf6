/// \file
/// Laws of the kernel over families of the real pool: days and weeks add up, and more hazard of one
/// move never prevents it.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "model/dynamics/clocks.hpp"
#include "tests/reference/worlds.hpp"
#include "tests/statistics.hpp"

namespace samspil::test {
namespace {

constexpr std::uint64_t families = 400;

const Pool& eventful_pool() {
  static const Pool pool = make_pool(eventful_scenario(1500), 1, {});
  return pool;
}

World world_of(const Scenario& scenario) {
  return {scenario, eventful_pool(), families, 1, {{0, EffectLevel::none}}};
}

/// Calls look(person, year) for every person present in four years of every family.
void look_at_everybody(World& world, const std::function<void(const Person&, int year)>& look) {
  for (std::uint64_t site = 0; site < world.sites(); ++site) {
    world.begin(site, 0);
    for (int year = 1; year <= 4; ++year) {
      world.live(year, {1, 0});
      const Household home = world.households().front();
      for (const Person& person : home.people) look(person, 2022 + year);
    }
  }
}

/// Days of this year on which the person is present and of an age from <= age < until.
int days_of_age(const Person& person, int year, int from, int until) {
  const bool joined = person.role == Role::partner && person.birth_day == 0;
  const int last_days = person.year.days;
  if (joined) return last_days;  // a new partner is grown up
  const int first = person.birth_year == year ? person.birth_day : 0;
  int days = 0;
  for (int day = first; day < first + last_days; ++day) {
    const int age = age_at(person, year, day);
    days += from <= age && age < until ? 1 : 0;
  }
  return days;
}

template <class Array>
int sum(const Array& values) {
  int total = 0;
  for (const auto value : values) total += value;
  return total;
}

TEST(Clock, IsExcludedOnlyWhereItCannotFire) {
  for (int i = 0; i <= 122; ++i) {
    const double h = 1e-8 * std::pow(1.2, i);  // to 46
    const double chance = -std::expm1(-h);
    for (const double part : {0.0, 0.5, 0.99, 1 - 1e-6, 1 - 1e-12}) {
      EXPECT_FALSE(cannot_fire(chance * part, h)) << h << ' ' << part;
    }
    EXPECT_TRUE(h > 1 || cannot_fire(chance * (1 + h * h / 12 + 1e-12), h)) << h;
  }
}

/// First bits that do not exclude an event leave some that fall after the year's end.
TEST(Clock, NamesADayOfTheYearOrItsEnd) {
  for (const double rate : {0.3, 1.0, 2.0, 4.0}) {
    int within = 0, at_end = 0;
    for (std::uint64_t id = 0; id < 5'000; ++id) {
      Asker asker{{1, 0}, Identity{id}, 2023};
      const int day = event_day(asker, Question::exit_withdrawn, rate);
      ASSERT_GE(day, 0);
      ASSERT_LE(day, days_per_year) << rate << ' ' << id;
      (day < days_per_year ? within : at_end) += 1;
    }
    expect_binomial(within, within + at_end, 1.0 - std::exp(-rate));
  }
}

TEST(Days, AddUpToThoseLivedOnEachStatus) {
  World world = world_of(eventful_scenario(1));
  std::int64_t seen = 0;
  look_at_everybody(world, [&](const Person& person, int year) {
    const bool child = person.role == Role::child;
    const int from_16 = child ? days_of_age(person, year, 16, 200) : person.year.days;
    ASSERT_EQ(sum(person.year.status_days), from_16);
    ASSERT_EQ(sum(person.year.place_days), child ? days_of_age(person, year, 0, 23) : 0);
    ASSERT_LE(person.year.measure_days, person.year.days);
    seen += person.year.days > 0;
  });
  EXPECT_GT(seen, 4000);
}

TEST(Weeks, PaidForAddUpToThoseWithAThursday) {
  Scenario scenario = eventful_scenario(1);
  scenario.parameters.labour.tax_equivalent.fill(1);
  scenario.parameters.labour.part_time_tax_equivalent = 1;
  scenario.parameters.demography = {};  // so that everybody present is there all year
  World world = world_of(scenario);
  for (std::uint64_t site = 0; site < world.sites(); ++site) {
    world.begin(site, 0);
    world.live(1, {1, 0});
    const Household home = world.households().front();
    std::int64_t weeks = 0;
    for (const Person& person : home.people) {
      if (person.year.days == 0) continue;
      for (int day = 3; day < year_length; day += 7) weeks += age_at(person, 2023, day) >= 18;
    }
    ASSERT_EQ(world.counts().use[index_of(Service::income_tax)], 100 * weeks) << "site " << site;
  }
}

using Sees = std::function<bool(const Person&)>;

/// Whoever has seen the event in the first year has it with the hazard raised, too.
void expect_more(const Scenario& low, const Scenario& high, const Sees& sees) {
  World base = world_of(low), raised = world_of(high);
  std::int64_t more = 0, events = 0;
  for (std::uint64_t site = 0; site < base.sites(); ++site) {
    for (World* world : {&base, &raised}) {
      world->begin(site, 0);
      world->live(1, {1, 0});
    }
    const Household before = base.households().front(), after = raised.households().front();
    ASSERT_EQ(before.people.size(), after.people.size());
    for (std::size_t i = 0; i < before.people.size(); ++i) {
      const bool seen = sees(before.people[i]), seen_too = sees(after.people[i]);
      ASSERT_TRUE(!seen || seen_too) << "site " << site << ", person " << i;
      events += seen;
      more += seen_too && !seen;
    }
  }
  EXPECT_TRUE(more > 0 || events < 20) << "of " << events << " events";
}

TEST(RaisingOneHazard, NeverPreventsThatMoveOfLabour) {
  for (std::size_t to = 0; to < labour_status_count; ++to) {
    Scenario low = eventful_scenario(1);
    low.parameters.demography = {};
    low.parameters.labour.rate[to].fill(0);  // who arrives stays
    if (to == index_of(LabourStatus::parental_leave)) continue;
    Scenario high = low;
    for (std::size_t from = 0; from < labour_status_count; ++from) {
      high.parameters.labour.rate[from][to] *= 2;
    }
    SCOPED_TRACE(labour_status_names[to]);
    expect_more(low, high, [&](const Person& person) {
      return age_at(person, 2023, 0) >= 18 && index_of(person.status) == to;
    });
  }
}

TEST(RaisingOneHazard, NeverPreventsThatPlacement) {
  for (std::size_t to = 1; to < samspil::place_count; ++to) {
    Scenario low = eventful_scenario(1);
    low.parameters.demography = {};
    low.parameters.placement.rate[to].fill(0);
    Scenario high = low;
    for (std::size_t from = 0; from < samspil::place_count; ++from) {
      high.parameters.placement.rate[from][to] *= 2;
    }
    SCOPED_TRACE(place_names[to]);
    expect_more(low, high, [&](const Person& person) {
      return age_at(person, 2023, year_length - 1) < 18 && index_of(person.place) == to;
    });
  }
}

TEST(RaisingOneHazard, NeverPreventsThatMeasure) {
  for (std::size_t m = 0; m < child_measure_count; ++m) {
    Scenario low = eventful_scenario(1);
    low.parameters.measures.stop[m] = 0;
    Scenario high = low;
    high.parameters.measures.start[m] *= 1.5;
    SCOPED_TRACE(child_measure_names[m]);
    expect_more(low, high, [&](const Person& person) {
      return person.year.measures.has(static_cast<ChildMeasure>(m));
    });
  }
}

TEST(RaisingOneHazard, NeverPreventsThatService) {
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    Scenario low = eventful_scenario(1);
    low.parameters.labour.job_entry_activation = 1;  // else a measure moves the status
    low.parameters.adult_services.stop[i] = 0;       // else it may end on the day it began
    Scenario high = low;
    high.parameters.adult_services.start[i] *= 1.5;
    SCOPED_TRACE(adult_service_names[i]);
    expect_more(low, high, [&](const Person& person) {
      return person.year.services.has(static_cast<AdultService>(i));
    });
  }
}

}  // namespace
}  // namespace samspil::test
