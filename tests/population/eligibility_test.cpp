// Who is offered a place, condition by condition.
#include "model/population/eligibility.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace samspil {
namespace {

constexpr int year = 2023;

Person member(Role role, int age) {
  Person person;
  person.role = role;
  person.presence = Presence::present;
  person.birth_year = static_cast<std::int16_t>(year - age);
  person.birth_day = 0;
  return person;
}

/// A mother on cash benefit with a child of 7 at home whose case is open, and one of 15 in foster
/// care, whose father is in the family too.
std::vector<Person> family() {
  std::vector<Person> people{member(Role::parent, 38), member(Role::parent, 40),
                             member(Role::child, 7), member(Role::child, 15)};
  people[0].status = LabourStatus::cash_benefit;
  people[1].status = LabourStatus::ordinary_job;
  people[2].mother = people[3].mother = 0;
  people[3].father = 1;
  people[2].case_open = 1;
  people[3].place = Place::foster;
  return people;
}

bool eligible(const Eligibility& wanted, const std::vector<Person>& people = family()) {
  return is_eligible(wanted, people, year);
}

TEST(Eligibility, IsEveryFamilyWithAChildUnderTwentyThreeUnlessSaid) {
  EXPECT_TRUE(eligible({}));
  std::vector<Person> people{member(Role::parent, 45), member(Role::child, 23)};
  EXPECT_FALSE(eligible({}, people));
  people[1].birth_day = 1;  // not yet 23 on 1 January
  EXPECT_TRUE(eligible({}, people));
  people[1].presence = Presence::left;
  EXPECT_FALSE(eligible({}, people));
}

TEST(Eligibility, CountsTheChildrenOfTheAgesNamed) {
  EXPECT_TRUE(eligible({.children = 2}));
  EXPECT_FALSE(eligible({.children = 3}));
  EXPECT_FALSE(eligible({.age_from = 8, .children = 2}));
  EXPECT_TRUE(eligible({.age_from = 7, .age_to = 7}));
  EXPECT_FALSE(eligible({.age_from = 8, .age_to = 14}));
}

TEST(Eligibility, AsksWhoseParentsAreBothThere) {
  EXPECT_TRUE(eligible({.both_parents = true}));
  EXPECT_FALSE(eligible({.age_to = 14, .both_parents = true}));
  std::vector<Person> people = family();
  people[1].presence = Presence::left;
  EXPECT_FALSE(eligible({.both_parents = true}, people));
}

TEST(Eligibility, AsksWhetherOneOfThemIsPlacedOrNone) {
  EXPECT_TRUE(eligible({.placed = true}));
  EXPECT_FALSE(eligible({.placed = false}));
  EXPECT_TRUE(eligible({.age_to = 14, .placed = false}));
}

TEST(Eligibility, AsksWhatAParentLivesOn) {
  Eligibility wanted;
  wanted.statuses.set(LabourStatus::disability_pension);
  EXPECT_FALSE(eligible(wanted));
  wanted.statuses.set(LabourStatus::cash_benefit);
  EXPECT_TRUE(eligible(wanted));
  std::vector<Person> people = family();
  people[0].presence = Presence::dead;
  EXPECT_FALSE(eligible(wanted, people));
}

TEST(Eligibility, AsksForACaseInBothDepartments) {
  EXPECT_TRUE(eligible({.joint_cases = true}));
  std::vector<Person> people = family();
  people[0].status = LabourStatus::disability_pension;  // nobody's case at the job centre
  EXPECT_FALSE(eligible({.joint_cases = true}, people));
  people = family();
  people[2].case_open = 0;
  EXPECT_TRUE(eligible({.joint_cases = true}, people));  // the other is placed
  people[3].place = Place::home;
  EXPECT_FALSE(eligible({.joint_cases = true}, people));
}

TEST(Eligibility, IsMetByWhoMeetsEveryList) {
  EXPECT_TRUE(
      is_eligible({Eligibility{.children = 2}, Eligibility{.placed = true}}, family(), year));
  EXPECT_FALSE(
      is_eligible({Eligibility{.children = 2}, Eligibility{.placed = false}}, family(), year));
}

}  // namespace
}  // namespace samspil
