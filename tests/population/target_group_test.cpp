// Who belongs to the target group, and the ages that it is made of.
#include "model/population/target_group.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace samspil {
namespace {

constexpr TargetRule rule{2022, 1, true};

Person person_of(Role role, int age_reached_in_2022) {
  Person person;
  person.role = role;
  person.presence = Presence::present;
  person.birth_year = static_cast<std::int16_t>(rule.year - age_reached_in_2022);
  person.birth_day = 363;
  person.year.days = 364;
  return person;
}

Person vulnerable_parent(int age) {
  Person parent = person_of(Role::parent, age);
  parent.year.statuses.set(LabourStatus::disability_pension);
  return parent;
}

Person supported_child(int age) {
  Person child = person_of(Role::child, age);
  child.mother = 0;
  child.year.measures.set(ChildMeasure::youth_support);
  return child;
}

SharePart part_of(const FamilyProfile& profile, Indicator indicator) {
  return profile.parts[index_of(indicator)];
}

TEST(TargetGroup, CountsEveryChildInOneAgeGroupByTheAgeReachedInTheYear) {
  std::vector<Person> people{vulnerable_parent(44)};
  for (const int age : {0, 5, 6, 11, 12, 13, 17, 18, 23}) people.push_back(supported_child(age));

  const FamilyProfile profile = profile_of(people, rule);

  EXPECT_EQ(part_of(profile, Indicator::child_age_0_5), (SharePart{2, 9}));
  EXPECT_EQ(part_of(profile, Indicator::child_age_6_11), (SharePart{2, 9}));
  EXPECT_EQ(part_of(profile, Indicator::child_age_12_17), (SharePart{3, 9}));
  EXPECT_EQ(part_of(profile, Indicator::child_age_18_23), (SharePart{2, 9}));
}

TEST(TargetGroup, SumsTheAgesOfItsOwnAdultsAlone) {
  std::vector<Person> people{vulnerable_parent(44), vulnerable_parent(30),
                             person_of(Role::parent, 60), supported_child(9), supported_child(24)};
  people[3].father = 1;

  const FamilyProfile profile = profile_of(people, rule);

  EXPECT_EQ(profile.target_children, 1);
  EXPECT_EQ(part_of(profile, Indicator::adult_age), (SharePart{74, 2}));
  EXPECT_EQ(part_of(profile, Indicator::child_age_6_11), (SharePart{1, 1}));
}

TEST(TargetGroup, HasNoPartInAgesWithoutASupportedChildOfAVulnerableParent) {
  std::vector<Person> people{person_of(Role::parent, 40), supported_child(9)};

  const FamilyProfile profile = profile_of(people, rule);

  EXPECT_FALSE(profile.in_target_group());
  EXPECT_EQ(part_of(profile, Indicator::adult_age), (SharePart{}));
  EXPECT_EQ(part_of(profile, Indicator::child_age_6_11), (SharePart{}));
}

}  // namespace
}  // namespace samspil
