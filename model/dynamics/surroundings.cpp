#include "model/dynamics/surroundings.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// What the children of a family add up to, so that each child need not look at every other.
struct Siblings {
  int placed = 0;
  int absent = 0;  ///< Long unlawfully absent last year.
};

bool is_absent(const Person& child, const Parameters& p) noexcept {
  return child.unlawful_absence_before > p.placement.unlawful_absence_threshold;
}

Siblings children_of(std::span<const Person> people, const Parameters& p) noexcept {
  Siblings all;
  for (const Person& child : people) {
    if (!is_child(child) || !is_present(child)) continue;
    all.placed += is_placed(child.place);
    all.absent += is_absent(child, p);
  }
  return all;
}

void note_by_adult(std::span<const Person> people, std::size_t self, const Parameters& p,
                   Surroundings& met) noexcept {
  met = {};
  const auto own = static_cast<MemberIndex>(self);
  for (const Person& child : people) {
    if (!is_child(child) || !is_present(child) || !is_parent_of(child, own)) continue;
    met.has_child = true;
    met.child_in_distress |= is_placed(child.place) || is_absent(child, p);
    const MemberIndex other = child.mother == own ? child.father : child.mother;
    if (other == no_member) continue;
    const Person& parent = people[static_cast<std::size_t>(other)];
    met.other_parent_on_pension |=
        is_present(parent) && parent.status == LabourStatus::disability_pension;
  }
}

void note_by_child(std::span<const Person> people, std::size_t self, const Siblings& all,
                   const Parameters& p, Surroundings& met) noexcept {
  const Person& child = people[self];
  met = {};
  met.sibling_placed = all.placed > (is_present(child) && is_placed(child.place));
  met.sibling_absent = all.absent > (is_present(child) && is_absent(child, p));
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Person& other = people[i];
    if (is_child(other) || !is_present(other)) continue;
    const bool legal = is_parent_of(child, static_cast<MemberIndex>(i));
    const bool same_household = other.household == child.household;
    if (is_in_work(other.status) && (same_household || legal)) {
      met.parent_in_work =
          std::max(met.parent_in_work, same_household ? 1.0 : p.coupling.non_resident_share);
    }
    met.parent_condition |= legal && burdens_child(other);
  }
}

}  // namespace

void note_surroundings(std::span<const Person> people, const Parameters& p,
                       FamilySurroundings& met) noexcept {
  const Siblings all = children_of(people, p);
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (is_child(people[i])) {
      note_by_child(people, i, all, p, met[i]);
    } else {
      note_by_adult(people, i, p, met[i]);
    }
  }
}

}  // namespace samspil
