/// \file
/// Who is there, and on which days: deaths, births, break-ups, new partners, moves. Lived once for
/// all arms: no strategy acts on any of it.
#include <algorithm>
#include <bit>

#include "model/dynamics/family_year.hpp"

namespace samspil {
namespace {

/// An identity made from its origin alone (the mother and the birth's number, or the family and
/// the year), so that a birth or a partner more shifts nobody else. 63 bits of Philox.
Identity descendant(Identity origin, std::uint32_t number) noexcept {
  const auto id = static_cast<std::uint64_t>(origin);
  const PhiloxBlock words =
      philox4x32({static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(id >> 32), number,
                  0x62697274U /* "birt" */},
                 {0, 0});
  return Identity{(std::uint64_t{1} << 63) | (std::uint64_t{words[0]} << 32) | words[1]};
}

/// Number of the dwelling of a young person who has left home: this, and the person's row.
constexpr std::uint8_t first_own_dwelling = 100;

template <std::size_t L>
bool has_room(const FamilyYearIn<L>& y) noexcept {
  return y.family.state.members < y.family.room && y.family.state.members < most_members;
}

template <std::size_t L>
void add_member(FamilyYearIn<L>& y, const Person& person, int from_day) noexcept {
  const std::size_t row = y.family.state.members++;
  for_each_bit(y.arms, [&](std::size_t lane) { y.person(row, lane) = person; });
  y.space.met[row] = {};
  y.look_at(row);
  y.space.spans[row] = {from_day, days_per_year};
  y.space.chance[row].turn_to(y.run, person.id, y.year);
  y.space.may_bear |= bit(row);  // nothing was asked yet
  ++y.work.events;
}

template <std::size_t L>
void live_deaths(FamilyYearIn<L>& y) {
  for_each_bit(y.space.may_die, [&](std::size_t i) {
    Person& person = y.person(i);
    const int day = event_day(y.space.chance[i], Question::death,
                              death_rate(age_at(person, y.year, 0), y.p().demography));
    y.space.spans[i] = {0, day};
    if (day == days_per_year) return;
    person.presence = Presence::dead;  // lived up to the day; gone at the next new year
    y.family.state.shocks.set(Shock::bereavement);
    ++y.work.events;
  });
}

/// The adult who shares a dwelling with `self`, or no_member.
template <std::size_t L>
MemberIndex cohabitant(const FamilyYearIn<L>& y, std::size_t self) noexcept {
  for (std::size_t i = 0; i < y.family.state.members; ++i) {
    const Person& other = y.person(i);
    if (i != self && !is_child(other) && is_present(other) &&
        other.household == y.person(self).household) {
      return static_cast<MemberIndex>(i);
    }
  }
  return no_member;
}

/// The adult with whom the children live first: the first present parent.
template <std::size_t L>
MemberIndex main_parent(const FamilyYearIn<L>& y) noexcept {
  for (std::size_t i = 0; i < y.family.state.members; ++i) {
    if (y.person(i).role == Role::parent && is_present(y.person(i))) {
      return static_cast<MemberIndex>(i);
    }
  }
  return no_member;
}

template <std::size_t L>
void break_up(FamilyYearIn<L>& y, Person& leaver, int day, DaySpan& span) noexcept {
  y.family.state.shocks.set(Shock::break_up);
  ++y.work.events;
  if (leaver.role == Role::partner) {
    leaver.presence = Presence::left;  // a partner without a legal tie leaves the family
    span.end = std::min(span.end, day);
  } else {
    leaver.household = y.family.state.households++;
  }
}

template <std::size_t L>
void join_partner(FamilyYearIn<L>& y, const Person& parent, int day, Asker& family) noexcept {
  Person partner;
  partner.id = descendant(y.family.id, static_cast<std::uint32_t>(y.year));
  partner.role = Role::partner;
  partner.sex = parent.sex == Sex::woman ? Sex::man : Sex::woman;
  const int most = static_cast<int>(y.p().demography.partner_age_gap + 0.5);
  const int gap = static_cast<int>(family.ask(Question::partner_age) * (2.0 * most + 1.0)) - most;
  partner.birth_year =
      static_cast<std::int16_t>(std::min<int>(parent.birth_year + gap, y.year - 18));
  partner.presence = Presence::present;
  partner.household = parent.household;
  if (is_below(family, Question::partner_status, y.p().demography.partner_in_work)) {
    partner.status = LabourStatus::ordinary_job;
    partner.hours = OrdinaryHours::full;
    partner.days_in_job = days_per_year;  // not a new one
  }
  partner.who5 = static_cast<float>(y.p().family.who5_mean);
  add_member(y, partner, day);
}

/// Moves, fires, break-ups and new partners, at most one of each a year.
template <std::size_t L>
void live_couples(FamilyYearIn<L>& y) {
  const DemographyParameters& p = y.p().demography;
  Asker& family = y.family_chance;
  y.family.state.moved = happens(family, Question::move, p.move);
  if (happens(family, Question::fire, y.p().family.fire_rate))
    y.family.state.shocks.set(Shock::fire);
  const MemberIndex parent = main_parent(y);
  if (parent != no_member) {
    const auto self = row_of(parent);
    const MemberIndex other = cohabitant(y, self);
    if (other != no_member) {
      const auto leaver = row_of(other);
      const int day = event_day(family, Question::break_up, p.break_up);
      if (day < days_per_year) break_up(y, y.person(leaver), day, y.space.spans[leaver]);
    } else if (has_room(y)) {
      const int day = event_day(family, Question::new_partner, p.new_partner);
      if (day < days_per_year) join_partner(y, Person{y.person(self)}, day, family);
    }
  }
}

template <std::size_t L>
void bear_child(FamilyYearIn<L>& y, std::size_t mother_row, int day, double disability) noexcept {
  Person& mother = y.person(mother_row);
  Person child;
  child.id = descendant(mother.id, mother.births++);
  child.role = Role::child;
  child.birth_year = static_cast<std::int16_t>(y.year);
  child.birth_day = static_cast<std::int16_t>(day);
  child.mother = static_cast<MemberIndex>(mother_row);
  child.father = cohabitant(y, mother_row);
  if (child.father != no_member) {  // a partner gains a legal tie with the child
    y.person(row_of(child.father)).role = Role::parent;
  }
  child.household = mother.household;
  child.presence = Presence::present;
  child.status = LabourStatus::education;
  child.sdq = static_cast<float>(y.p().family.sdq_mean);
  Asker own{y.run, child.id, y.year};
  child.sex =
      is_below(own, Question::sex_of_child, y.p().demography.girl_share) ? Sex::woman : Sex::man;
  child.conditions.set(Condition::disability,
                       is_below(own, Question::disability_of_child, disability));
  child.cost_factor = case_cost_factor(own, y.tables);
  y.mother = mother_row;
  y.leave_from = day;
  add_member(y, child, day);
}

/// At most one birth in a family and year: the first woman whose clock fires.
template <std::size_t L>
void live_births(FamilyYearIn<L>& y) {
  const DemographyParameters& p = y.p().demography;
  for (Members left = y.space.may_bear; left != 0 && has_room(y); left &= left - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(left));
    const Person& woman = y.person(i);
    if (woman.sex != Sex::woman || woman.role == Role::child || !is_present(woman)) continue;
    const int age = age_at(woman, y.year, 0);
    if (age < 18 || age > p.birth_last_age) continue;
    const int day = event_day(y.space.chance[i], Question::birth, birth_rate(age, p));
    if (day < y.space.spans[i].begin || day >= y.space.spans[i].end) continue;
    const auto disability = index_of(Condition::disability);
    bear_child(y, i, day, y.p().initial.condition_child[disability]);
    return;
  }
}

template <std::size_t L>
void live_leaving_home(FamilyYearIn<L>& y) {
  for_each_bit(y.space.may_leave_home, [&](std::size_t i) {
    Person& person = y.person(i);
    const bool may_leave = is_child(person) && age_at(person, y.year, 0) >= 18;
    if (!may_leave || !is_present(person) || person.household >= first_own_dwelling) return;
    if (happens(y.space.chance[i], Question::leave_home, y.p().demography.leave_home_from_18)) {
      person.household = static_cast<std::uint8_t>(first_own_dwelling + i);
      ++y.work.events;
    }
  });
}

/// What was lived in the first arm is so in all.
template <std::size_t L>
void follow_first_arm(FamilyYearIn<L>& y, std::size_t lane) noexcept {
  for (std::size_t i = 0; i < y.family.state.members; ++i) {
    const Person& first = y.person(i);
    Person& person = y.person(i, lane);
    person.presence = first.presence;
    person.role = first.role;
    person.household = first.household;
    person.births = first.births;
  }
}

}  // namespace

template <std::size_t L>
void live_demography(FamilyYearIn<L>& y) {
  const std::int64_t events_before = y.work.events;
  live_deaths(y);
  live_couples(y);
  live_births(y);
  live_leaving_home(y);
  if constexpr (L > 1) {
    if (y.work.events == events_before) return;
    for_each_bit(y.arms & ~LaneSet{1}, [&](std::size_t lane) { follow_first_arm(y, lane); });
  }
}

SAMSPIL_OF_FAMILY(live_demography);

}  // namespace samspil
