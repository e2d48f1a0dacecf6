#include "model/measurement/peak_rules.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace samspil {
namespace {

constexpr int year = 2014;

Person adult(Role role = Role::parent) {
  Person person;
  person.role = role;
  person.presence = Presence::present;
  person.birth_year = year - 40;
  return person;
}

Person child(int age, bool case_open) {
  Person person;
  person.role = Role::child;
  person.presence = Presence::present;
  person.birth_year = static_cast<std::int16_t>(year - age - 1);
  person.case_open = case_open;
  return person;
}

TEST(PeakRules, ACaseIsAnOpenOneOrAPlacementOfAMinor) {
  EXPECT_TRUE(has_child_case(child(10, true), year));
  EXPECT_FALSE(has_child_case(child(10, false), year));
  EXPECT_FALSE(has_child_case(child(18, true), year));
  EXPECT_FALSE(has_child_case(adult(), year));
  Person placed = child(10, false);
  placed.place = Place::foster;
  EXPECT_TRUE(has_child_case(placed, year));
  placed.presence = Presence::left;
  EXPECT_FALSE(has_child_case(placed, year));
}

TEST(PeakRules, AdultsAreThoseOfTheCaseChildsHousehold) {
  std::vector<Person> people{adult(), adult(), adult(Role::partner), child(9, false),
                             child(7, true)};
  people[1].household = 1;  // a parent who lives elsewhere
  EXPECT_EQ(household_adults(people, year), (std::vector<std::size_t>{0, 2}));
  people[4].household = 1;
  EXPECT_EQ(household_adults(people, year), (std::vector<std::size_t>{1}));
  people[4].case_open = 0;
  EXPECT_TRUE(household_adults(people, year).empty());
}

TEST(PeakRules, TheRegisteredGuardianIsTheMotherElseTheFather) {
  std::vector<Person> people{adult(), adult(), child(7, true)};
  people[2].mother = 0;
  people[2].father = 1;
  EXPECT_EQ(registered_guardian(people, year), 0);
  people[0].presence = Presence::dead;
  EXPECT_EQ(registered_guardian(people, year), 1);
  people[1].presence = Presence::left;
  EXPECT_EQ(registered_guardian(people, year), no_member);
}

TEST(PeakRules, ComplexityCountsWhatTheLeadersLookedAt) {
  std::vector<Person> people{adult(), child(7, true), child(9, true)};
  const std::vector<std::size_t> adults{0};
  EXPECT_EQ(complexity(people, adults, year), 2);
  people[0].status = LabourStatus::cash_benefit;
  people[0].conditions.set(Condition::drug_abuse);
  people[1].year.notifications = 3;
  EXPECT_EQ(complexity(people, adults, year), 5);
}

FamilyHistory history(Weeks present, Weeks on_benefit) {
  FamilyHistory family;
  family.adults.resize(1);
  family.adults[0].present.fill(present);
  family.adults[0].on_benefit.fill(on_benefit);
  return family;
}

TEST(PeakRules, SharesAreMeansOverAdultsByWeeksObserved) {
  const Weeks all = first_weeks(52);
  const std::vector<FamilyHistory> group{history(all, first_weeks(26)), history(all, all),
                                         history(all, 0), history(0, 0)};
  EXPECT_DOUBLE_EQ(benefit_share(group, -3, all), 50.0);  // (1/2 + 1 + 0) / 3; one was not there
  EXPECT_DOUBLE_EQ(benefit_share(group, 2, first_weeks(39)), 100.0 * (26.0 / 39 + 1) / 3);
  EXPECT_TRUE(std::isnan(benefit_share(std::span{group}.last(1), 0, all)));
  const std::vector<FamilyHistory> away{history(first_weeks(40), first_weeks(10))};
  EXPECT_DOUBLE_EQ(benefit_share(away, 0, all), 100.0 * 10 / 40);
}

TEST(PeakRules, TheReportsGroupOfBenefits) {
  int counted = 0;
  for (std::size_t i = 0; i < labour_status_count; ++i) {
    counted += counts_as_cash_benefit(static_cast<LabourStatus>(i));
  }
  EXPECT_EQ(counted, 3);
  EXPECT_TRUE(counts_as_cash_benefit(LabourStatus::resource_course));
  EXPECT_FALSE(counts_as_cash_benefit(LabourStatus::sickness));
  EXPECT_FALSE(counts_as_cash_benefit(LabourStatus::disability_pension));
}

TEST(PeakRules, DifferenceInDifferencesIsTheDifferenceInChange) {
  // Furesø's levels of 2011 and 2013 against Hørsholm's, table 3.4 (KORA, 2017).
  EXPECT_NEAR(difference_in_differences(58.3, 77.2, 17.1, 52.9), -16.9, 1e-9);
  EXPECT_NEAR(difference_in_differences(58.3, 77.2, 51.6, 77.8), -7.3, 1e-9);
}

TEST(PeakRules, ThePeakIsTheFirstHighestYear) {
  EXPECT_EQ(peak_of(std::vector<double>{10, 20, 30, 40, 40, 20, 10}), 0);
  EXPECT_EQ(peak_of(std::vector<double>{10, 20, 50, 40, 40, 20, 10}), -1);
}

TEST(PeakRules, BenefitsAloneArePriced) {
  PriceTable prices{};
  for (auto& service : prices) {
    for (auto& step : service) step = {1, 0, 2, 0};
  }
  ServiceUse use{};
  use.add(Service::cash_benefit, 100, 3);
  use.add(Service::education_benefit, 10, 0);
  use.add(Service::sickness_benefit, 1000, 0);
  use.add(Service::foster_family, 1000, 0);
  EXPECT_EQ(benefit_cost(use, prices), (PayerPrices{110, 0, 220, 0}));

  std::vector<FamilyHistory> group(2);
  group[0].public_cost[year_index(-1)] = 30'000;
  EXPECT_DOUBLE_EQ(cost_per_family(group, -1, &FamilyHistory::public_cost), 150.0);
}

}  // namespace
}  // namespace samspil
