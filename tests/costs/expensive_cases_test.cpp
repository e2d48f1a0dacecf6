// Expensive single cases: the table that follows from serviceloven § 176, 2022 level, and its laws.
#include "model/costs/expensive_cases.hpp"

#include <gtest/gtest.h>

#include "model/costs/settlement.hpp"
#include "tests/support/small_world.hpp"
#include "tests/support/still_life.hpp"

namespace samspil {
namespace {

constexpr Ore kroner = 100;
const ExpensiveCaseTiers tiers = Law{}.expensive_cases;

TEST(ExpensiveCases, GiveTheTableOf2022) {
  const std::vector<std::pair<Ore, Ore>> table{
      {860'000, 0},         {1'000'000, 35'000},  {1'400'000, 135'000}, {1'680'000, 205'000},
      {2'100'000, 415'000}, {2'120'000, 425'000}, {2'800'000, 935'000}, {3'500'000, 1'460'000}};
  for (const auto& [expense, refund] : table) {
    EXPECT_EQ(expensive_case_refund(expense * kroner, tiers), refund * kroner) << expense;
  }
  EXPECT_EQ(3 * expensive_case_refund(700'000 * kroner, tiers), 0);
}

TEST(ExpensiveCases, AreMonotoneNeverAboveTheExpenseAndNeverLowerTogether) {
  Ore before = 0;
  for (Ore expense = 0; expense < 400'000'000; expense += 999'983) {
    const Ore refund = expensive_case_refund(expense, tiers);
    EXPECT_GE(refund, before);
    EXPECT_LE(refund, expense);
    before = refund;
    for (Ore other = 0; other < 400'000'000; other += 29'999'989) {
      EXPECT_GE(expensive_case_refund(expense + other, tiers),
                refund + expensive_case_refund(other, tiers));
    }
  }
}

class Households : public testing::Test {
 protected:
  static Person child(std::uint8_t household) {
    Person person = test::person_of(Role::child, 10, 2023);
    person.household = household;
    person.year.places = 1U << index_of(Place::institution);
    person.year.place_days[index_of(Place::institution)] = 300;
    return person;
  }
  Settlements settle(const std::vector<Person>& people) const {
    Settlements settlements{};
    settle_expensive_cases(rules_, people, settlements);
    return settlements;
  }
  Ore expense(const Person& child) const {
    return 300 * rules_.placement[index_of(Place::institution)] * child.cost_factor;
  }

  const PayerRules rules_{test::shipped_scenario().catalogue};
};

TEST_F(Households, ArePooledOverTheirChildren) {
  const std::vector<Person> people{child(0), test::person_of(Role::parent, 40, 2023), child(1),
                                   child(0)};
  const Ore one = expense(people[0]);
  ASSERT_GT(one, 860'000 * kroner);

  EXPECT_EQ(settle(people)[index_of(Settlement::expensive_children)],
            expensive_case_refund(2 * one, tiers) + expensive_case_refund(one, tiers));
}

TEST_F(Households, CountMeasuresInTheHomeAndTheCostOfTheCase) {
  Person dear = child(0);
  dear.cost_factor = 250;
  Person at_home = test::person_of(Role::child, 12, 2023);
  at_home.year.measures.set(ChildMeasure::family_treatment);
  at_home.year.measure_weeks[index_of(ChildMeasure::family_treatment)] = 52;
  const Ore treatment =
      Ore{52} * 100 * rules_.home_measure[index_of(ChildMeasure::family_treatment)];
  ASSERT_GT(treatment, 0);

  EXPECT_EQ(settle({dear, at_home})[index_of(Settlement::expensive_children)],
            expensive_case_refund(expense(dear) + treatment, tiers));
}

TEST_F(Households, AdultsAreSettledEachAlone) {
  Person adult = test::person_of(Role::parent, 40, 2023);
  adult.year.services.set(AdultService::adult_residential);
  adult.year.service_units[index_of(AdultService::adult_residential)] = 364;
  const Ore alone =
      Ore{364} * 100 * rules_.adult_service[index_of(AdultService::adult_residential)];
  ASSERT_GT(alone, 860'000 * kroner);

  const Settlements two = settle({adult, adult});
  EXPECT_EQ(two[index_of(Settlement::expensive_adults)], 2 * expensive_case_refund(alone, tiers));
  EXPECT_EQ(two[index_of(Settlement::expensive_children)], 0);
}

TEST_F(Households, SheltersAreNotCountedTwice) {
  Person adult = test::person_of(Role::parent, 40, 2023);
  adult.year.services.set(AdultService::shelter);
  adult.year.service_units[index_of(AdultService::shelter)] = 364;

  EXPECT_EQ(settle({adult})[index_of(Settlement::expensive_adults)], 0);
}

}  // namespace
}  // namespace samspil
