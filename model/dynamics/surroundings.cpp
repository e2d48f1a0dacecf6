#include "model/dynamics/surroundings.hpp"

#include <algorithm>

#include "model/core/bits.hpp"
#include "model/dynamics/arms.hpp"

namespace samspil {
namespace {

constexpr Members bit_of(MemberIndex row) noexcept {
  return row == no_member ? 0 : bit(row_of(row));
}

/// The arms in which any of these is so.
LaneSet any_of(Members who, const Roll& roll, LaneSet Roll::Entry::*what) noexcept {
  LaneSet any = 0;
  for_each_bit(who, [&](std::size_t i) { any |= roll.entries[i].*what; });
  return any;
}

/// What a child meets, and what its parents meet in it.
template <std::size_t L>
void note_child(std::span<const Person> people, std::size_t row, const Roll& roll,
                const Parameters& p, FamilySurroundings<L>& met) noexcept {
  using Entry = Roll::Entry;
  const Person& child = people[row];
  const Entry& self = roll.entries[row];
  const Members siblings = roll.children & ~bit(row);
  const Members parents = (bit_of(child.mother) | bit_of(child.father)) & roll.adults;
  Members at_home = 0;
  for_each_bit(roll.adults, [&](std::size_t adult) {
    if (people[adult].household == child.household) at_home |= bit(adult);
  });
  SurroundingsIn<L>& mine = met[row];
  mine.parent_condition = truth_of<L>(any_of(parents, roll, &Entry::burdened));
  mine.sibling_placed = truth_of<L>(any_of(siblings, roll, &Entry::placed));
  mine.at_threshold = truth_of<L>(self.at_threshold);
  mine.sibling_absent = truth_of<L>(any_of(siblings, roll, &Entry::absent));
  const Real<L> elsewhere = where(any_of(parents, roll, &Entry::in_work),
                                  Real<L>{p.coupling.non_resident_share}, Real<L>{0.0});
  mine.parent_work_weight = where(any_of(at_home, roll, &Entry::in_work), Real<L>{1.0}, elsewhere);
  for_each_bit(parents, [&](std::size_t i) {
    SurroundingsIn<L>& parent = met[i];
    const LaneSet pension = any_of(parents & ~bit(i), roll, &Entry::on_pension);
    parent.has_child = truth_of<L>(first_lanes(L));
    parent.child_in_distress = parent.child_in_distress || truth_of<L>(self.placed | self.absent);
    parent.other_parent_on_pension = parent.other_parent_on_pension || truth_of<L>(pension);
  });
}

}  // namespace

template <class Member>
void enter(Roll& roll, const Member& member, bool is_child, std::size_t i,
           const Parameters& p) noexcept {
  Roll::Entry& entry = roll.entries[i];
  if (is_child) {
    roll.children |= bit(i);
    entry.placed = set_of(member.place != Place::home);
    entry.absent = set_of(member.unlawful_absence_before > p.placement.unlawful_absence_threshold);
    entry.at_threshold = set_of(is_at_threshold(member));
  } else {
    roll.adults |= bit(i);
    entry.in_work = set_of(is_in_work(member.status));
    entry.burdened = set_of(burdens_child(member));
    entry.on_pension = set_of(member.status == LabourStatus::disability_pension);
  }
}

template <std::size_t L>
void note_surroundings(Isa isa, std::span<const Person> people, const Roll& roll,
                       const Parameters& p, FamilySurroundings<L>& met) noexcept {
  run_in<L>(isa, [&] {
    std::fill_n(met.begin(), people.size(), SurroundingsIn<L>{});
    for_each_bit(roll.children, [&](std::size_t i) { note_child<L>(people, i, roll, p, met); });
  });
}

#define SAMSPIL_SURROUNDINGS(L, Member)                                                            \
  template void note_surroundings<L>(Isa, std::span<const Person>, const Roll&, const Parameters&, \
                                     FamilySurroundings<L>&) noexcept;                             \
  template void enter(Roll&, const Member&, bool, std::size_t, const Parameters&) noexcept
SAMSPIL_SURROUNDINGS(1, Person);
SAMSPIL_SURROUNDINGS(4, MemberLanes<4>);
SAMSPIL_SURROUNDINGS(8, MemberLanes<8>);
SAMSPIL_SURROUNDINGS(16, MemberLanes<16>);

}  // namespace samspil
