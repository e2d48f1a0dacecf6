// Own families: each lives in every copy, what they start from is their file's, and person-years
// sum to the ledger in whole øre.
#include <gtest/gtest.h>

#include <array>
#include <map>

#include "model/families/drawn_families.hpp"
#include "model/simulation/ground.hpp"
#include "model/simulation/own_ground.hpp"
#include "model/simulation/person_years.hpp"
#include "tests/simulation/own_families.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

/// Family i has a mother of 30 + i and a child of i; the second child is placed.
Scenario with_own(int number, std::uint32_t copies) {
  return test::with_own_families(number, copies, number,
                                 [](int i, OwnPerson& mother, OwnPerson& child) {
                                   mother.age = 30 + i;
                                   child.age = i;
                                   if (i != 1) return;
                                   child.person.place = Place::foster;
                                   child.weeks_placed = 52;
                                 });
}

TEST(OwnFamilies, StandInTheirOrderInEveryCopy) {
  const Scenario scenario = with_own(6, 3);
  const Pool pool = make_pool(scenario, {}, {});
  const StratifiedDraw draw = stratified_draw(pool, scenario.population);
  const DrawnFamilies drawn{pool, draw, scenario.seed, 18, scenario.years};
  std::vector<Family> places(18);
  std::vector<Person> people(18 * drawn.most_rows());
  drawn.make(0, places, people);
  const int year_1 = scenario.population.year + 1;
  for (std::size_t i = 0; i < 18; ++i) {
    const Person& mother = people[places[i].first];
    const Person& child = people[places[i].first + 1];
    EXPECT_EQ(age_at(mother, year_1, 0), 30 + static_cast<int>(i % 6));
    EXPECT_EQ(age_at(child, year_1, 0), static_cast<int>(i % 6));
    EXPECT_EQ(child.place, i % 6 == 1 ? Place::foster : Place::home);
    EXPECT_EQ(child.days_placed, i % 6 == 1 ? days_per_year : 0);
  }
}

TEST(OwnFamilies, AreScaledToTheirNumber) {
  const Scenario scenario = with_own(6, 50);
  const Pool pool = make_pool(scenario, {}, {});
  const StratifiedDraw draw = stratified_draw(pool, scenario.population);
  const PopulationFit fit = fit_of(pool, scenario.population, draw, {1, 0}, 300);
  EXPECT_DOUBLE_EQ(own_share(scenario, fit), 6.0 / 300);
  EXPECT_EQ(fit.persons, 600U);
  EXPECT_TRUE(fit.is_own);
}

/// Øre by arm, year and payer of some rows.
using Sums = std::map<std::pair<std::int64_t, std::int64_t>, std::array<Ore, payer_count>>;

const Column& column(const std::vector<Column>& columns, std::string_view name) {
  for (const Column& one : columns) {
    if (one.name == name) return one;
  }
  throw std::logic_error{std::string{name}};
}

void add(const std::vector<Column>& columns, Sums& sums) {
  if (columns.empty()) return;
  const auto& arms = column(columns, "arm").values;
  const auto& years = column(columns, "year").values;
  for (std::size_t p = 0; p < payer_count; ++p) {
    const auto& ore = column(columns, "ore_" + std::string{payer_names[p]}).values;
    for (std::size_t row = 0; row < ore.size(); ++row) sums[{arms[row], years[row]}][p] += ore[row];
  }
}

void expect_the_ledger(const Scenario& scenario) {
  const Ground ground{scenario, {}, {}};
  Sums sums;
  std::int64_t person_years = 0;
  make_person_years(
      scenario, ground,
      [&](const std::vector<Column>& families_of_site, const std::vector<Column>& people) {
        add(families_of_site, sums);
        add(people, sums);
        for (const std::int64_t days : column(people, "days").values) person_years += days > 0;
      },
      {});
  const std::vector<Arm> arms = arms_of(scenario, {EffectLevel::centre});
  const RunResult run = run_arms(at_values(scenario), ground, arms, {}, {}, 0);
  std::int64_t delivered = 0;
  const PayerRules rules{ground.common.scenario.catalogue};
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    for (int year = 1; year <= scenario.years; ++year) {
      const YearCounts& counts = run.counts[arm].years[static_cast<std::size_t>(year) - 1];
      delivered += counts.person_years;
      PayerPrices paid = cost_of(counts.use, rules.prices);
      const PayerPrices settled = cost_of(counts.settlements);
      for (std::size_t p = 0; p < payer_count; ++p) {
        EXPECT_EQ(sums.at({static_cast<std::int64_t>(arm), scenario.population.year + year})[p],
                  paid[p] + settled[p])
            << arm << ' ' << year << ' ' << payer_names[p];
      }
    }
  }
  EXPECT_EQ(person_years, delivered);
}

TEST(PersonYears, SumToTheLedgerInWholeOre) { expect_the_ledger(test::small_scenario()); }

TEST(PersonYears, OfOwnFamiliesSumToTheLedgerToo) { expect_the_ledger(with_own(6, 40)); }

}  // namespace
}  // namespace samspil
