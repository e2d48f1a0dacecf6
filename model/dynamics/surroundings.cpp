#include "model/dynamics/surroundings.hpp"

#include <algorithm>
#include <bit>

#include "model/core/bits.hpp"

namespace samspil {
namespace {

constexpr Members bit_of(MemberIndex row) noexcept {
  return row == no_member ? 0 : bit(row_of(row));
}

/// What a child meets, and what its parents meet in it.
void note_child(std::span<const Person> people, std::size_t row, const Roll& roll,
                const Parameters& p, FamilySurroundings& met) noexcept {
  const Person& child = people[row];
  const Members self = bit(row);
  const Members parents = (bit_of(child.mother) | bit_of(child.father)) & roll.adults;
  Surroundings& mine = met[row];
  mine.parent_condition = (parents & roll.burdened) != 0;
  mine.sibling_placed = (roll.placed & ~self) != 0;
  mine.at_threshold = is_at_threshold(child);
  mine.sibling_absent = (roll.absent & ~self) != 0;
  mine.parent_work_weight = (parents & roll.in_work) != 0 ? p.coupling.non_resident_share : 0.0;
  for (Members left = roll.in_work; left != 0; left &= left - 1) {
    const auto adult = static_cast<std::size_t>(std::countr_zero(left));
    if (people[adult].household == child.household) mine.parent_work_weight = 1.0;
  }
  const bool distress = ((roll.placed | roll.absent) & self) != 0;
  for (Members left = parents; left != 0; left &= left - 1) {
    Surroundings& parent = met[static_cast<std::size_t>(std::countr_zero(left))];
    parent.has_child = true;
    parent.child_in_distress |= distress;
    parent.other_parent_on_pension |= (parents & ~(left & -left) & roll.on_pension) != 0;
  }
}

}  // namespace

void enter(Roll& roll, const Person& person, std::size_t i, const Parameters& p) noexcept {
  const Members adult = is_child(person) ? 0 : bit(i);
  const Members child = bit(i) & ~adult;
  roll.adults |= adult;
  roll.in_work |= is_in_work(person.status) ? adult : 0;
  roll.burdened |= burdens_child(person) ? adult : 0;
  roll.on_pension |= person.status == LabourStatus::disability_pension ? adult : 0;
  roll.children |= child;
  roll.placed |= is_placed(person.place) ? child : 0;
  roll.absent |=
      person.unlawful_absence_before > p.placement.unlawful_absence_threshold ? child : 0;
}

void note_surroundings(std::span<const Person> people, const Roll& roll, const Parameters& p,
                       FamilySurroundings& met) noexcept {
  std::fill_n(met.begin(), people.size(), Surroundings{});
  for_each_bit(roll.children, [&](std::size_t i) { note_child(people, i, roll, p, met); });
}

}  // namespace samspil
