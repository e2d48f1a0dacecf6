#include "model/population/eligibility.hpp"

#include <algorithm>

#include "model/population/open_cases.hpp"

namespace samspil {
namespace {

bool is_counted(const Eligibility& wanted, const Person& person, int year) noexcept {
  if (!is_child(person) || !is_present(person)) return false;
  const int age = age_at(person, year, 0);
  return age >= wanted.age_from && age <= wanted.age_to;
}

bool has_both_parents(const Person& child, std::span<const Person> people) noexcept {
  const auto is_in = [&](MemberIndex parent) {
    return parent != no_member && is_present(people[row_of(parent)]);
  };
  return is_in(child.mother) && is_in(child.father);
}

/// What the parents of a family are asked.
bool any_parent(std::span<const Person> people, const auto& is_so) noexcept {
  return std::any_of(people.begin(), people.end(), [&](const Person& person) {
    return person.role == Role::parent && is_present(person) && is_so(person);
  });
}

}  // namespace

bool is_eligible(const Eligibility& wanted, std::span<const Person> people, int year) noexcept {
  int children = 0;
  bool both_parents = false, placed = false, has_case = false;
  for (const Person& person : people) {
    if (!is_counted(wanted, person, year)) continue;
    ++children;
    both_parents |= has_both_parents(person, people);
    placed |= is_placed(person.place);
    has_case |= person.case_open != 0 || is_placed(person.place);
  }
  if (children < wanted.children) return false;
  if (wanted.both_parents && !both_parents) return false;
  if (wanted.placed && *wanted.placed != placed) return false;
  if (wanted.joint_cases && !has_case) return false;
  const auto at_job_centre = [](const Person& parent) {
    return has_job_centre_case(parent.status);
  };
  if (wanted.joint_cases && !any_parent(people, at_job_centre)) return false;
  const auto on_one_of_them = [&](const Person& parent) {
    return wanted.statuses.has(parent.status);
  };
  return wanted.statuses.bits() == 0 || any_parent(people, on_one_of_them);
}

bool is_eligible(const std::vector<Eligibility>& wanted, std::span<const Person> people,
                 int year) noexcept {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const Eligibility& one) { return is_eligible(one, people, year); });
}

}  // namespace samspil
