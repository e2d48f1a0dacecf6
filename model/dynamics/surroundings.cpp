#include "model/dynamics/surroundings.hpp"

#include <algorithm>

namespace samspil {
namespace {

bool is_distressed(const Person& child, const Parameters& p) noexcept {
  return is_placed(child.place) ||
         child.unlawful_absence_before > p.placement.unlawful_absence_threshold;
}

Surroundings met_by_adult(std::span<const Person> people, std::size_t self,
                          const Parameters& p) noexcept {
  Surroundings met;
  const auto own = static_cast<MemberIndex>(self);
  for (const Person& child : people) {
    if (!is_child(child) || !is_present(child) || !is_parent_of(child, own)) continue;
    met.has_child = true;
    met.child_in_distress |= is_distressed(child, p);
    const MemberIndex other = child.mother == own ? child.father : child.mother;
    if (other == no_member) continue;
    const Person& parent = people[static_cast<std::size_t>(other)];
    met.other_parent_on_pension |=
        is_present(parent) && parent.status == LabourStatus::disability_pension;
  }
  return met;
}

Surroundings met_by_child(std::span<const Person> people, std::size_t self,
                          const Parameters& p) noexcept {
  Surroundings met;
  const Person& child = people[self];
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Person& other = people[i];
    if (i == self || !is_present(other)) continue;
    if (is_child(other)) {
      met.sibling_placed |= is_placed(other.place);
      met.sibling_absent |= other.unlawful_absence_before > p.placement.unlawful_absence_threshold;
      continue;
    }
    const bool legal = is_parent_of(child, static_cast<MemberIndex>(i));
    const bool same_household = other.household == child.household;
    if (is_in_work(other.status) && (same_household || legal)) {
      met.parent_in_work =
          std::max(met.parent_in_work, same_household ? 1.0 : p.coupling.non_resident_share);
    }
    met.parent_condition |= legal && burdens_child(other);
  }
  return met;
}

}  // namespace

void note_surroundings(std::span<const Person> people, const Parameters& p,
                       FamilySurroundings& met) noexcept {
  for (std::size_t i = 0; i < people.size(); ++i) {
    met[i] = is_child(people[i]) ? met_by_child(people, i, p) : met_by_adult(people, i, p);
  }
}

}  // namespace samspil
