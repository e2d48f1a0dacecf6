/// \file
/// A member as hazards read him or her: a person; or the same person in several arms, where the
/// fields of Person stand in columns and are asked by the same words. An answer is then one truth
/// or number for each arm.
#pragma once

#include <cstddef>
#include <type_traits>

#include "model/core/lane_bytes.hpp"
#include "model/population/family.hpp"

namespace samspil {

template <std::size_t L>
struct MemberLanes {
  // In the order of Person.
  ColumnOf<LabourStatus, L> status;
  ColumnOf<OrdinaryHours, L> hours;
  ColumnOf<Agency, L> agency;
  ColumnOf<int, L> activity_ready;
  ColumnOf<int, L> pension_before_2014;
  ColumnOf<Place, L> place;
  ColumnOf<School, L> school;
  ColumnOf<int, L> case_open;
  FlagColumn<AdultService, L> services;
  FlagColumn<ChildMeasure, L> measures;
  FlagColumn<Condition, L> conditions;
  ColumnOf<int, L> unlawful_absence_before;
  ColumnOf<int, L> births;

  const Person* first;  ///< In the first arm.
  std::size_t apart;    ///< Rows from one arm to the next.

  const Person& in(std::size_t lane) const noexcept { return first[lane * apart]; }
};
template <std::size_t L>
using MemberIn = std::conditional_t<L == 1, const Person&, const MemberLanes<L>&>;

/// As they stand at the moment.
template <std::size_t L>
void look_at(const Person* first, std::size_t apart, MemberLanes<L>& member) noexcept {
  const auto columns = columns_of<L>([&](std::size_t lane) { return &first[lane * apart].status; });
  static_assert(offsetof(Person, births) - offsetof(Person, status) == columns.size() - 1 &&
                offsetof(MemberLanes<L>, first) == sizeof(columns));
  std::memcpy(&member.status, columns.data(), sizeof(columns));
  member.first = first;
  member.apart = apart;
}

/// For what is the same in all arms.
constexpr const Person& in_any_arm(const Person& person) noexcept { return person; }
template <std::size_t L>
const Person& in_any_arm(const MemberLanes<L>& member) noexcept {
  return *member.first;
}

/// What is_so says of the person.
template <class IsSo>
bool truth_of(const Person& person, const IsSo& is_so) noexcept {
  return is_so(person);
}
template <std::size_t L, class IsSo>
TruthLanes<L> truth_of(const MemberLanes<L>& member, const IsSo& is_so) noexcept {
  return {lanes_where<L>([&](std::size_t lane) { return is_so(member.in(lane)); })};
}
/// A number of the person.
constexpr double number_of(std::uint8_t number) noexcept { return number; }
template <std::size_t L>
RealLanes<L> number_of(const ColumnOf<int, L>& number) noexcept {
  return reals<L>([&](std::size_t lane) { return static_cast<double>(number.bytes[lane]); });
}
template <class Of>
double number_of(const Person& person, const Of& of) noexcept {
  return static_cast<double>(of(person));
}
template <std::size_t L, class Of>
RealLanes<L> number_of(const MemberLanes<L>& member, const Of& of) noexcept {
  return reals<L>([&](std::size_t lane) { return static_cast<double>(of(member.in(lane))); });
}
/// A number where it is so, else 0.
constexpr double number_if(bool is_so, double number) noexcept { return is_so ? number : 0.0; }
template <std::size_t L>
RealLanes<L> number_if(TruthLanes<L> is_so, double number) noexcept {
  return where(is_so.set, RealLanes<L>{number}, RealLanes<L>{0.0});
}

template <class Status>
constexpr auto is_in_work(const Status& status) noexcept {
  return status == LabourStatus::ordinary_job || status == LabourStatus::flexjob;
}
template <class Member>
constexpr auto has_abuse(const Member& person) noexcept {
  return person.conditions.has_any(Condition::alcohol_abuse, Condition::drug_abuse);
}
/// Abuse, violence or mental disorder: what a child meets in a parent.
template <class Member>
constexpr auto burdens_child(const Member& person) noexcept {
  return person.conditions.has_any(Condition::alcohol_abuse, Condition::drug_abuse,
                                   Condition::mental_disorder, Condition::violence_perpetrator);
}
/// Whether measures run or the child is placed.
template <class Member>
constexpr auto is_helped(const Member& child) noexcept {
  return child.measures.any() || child.place != Place::home;
}
/// Whether a placement stands at the door: a case is open, and measures beyond advice run.
template <class Member>
constexpr auto is_at_threshold(const Member& child) noexcept {
  return child.case_open != 0 &&
         child.measures.has_any(ChildMeasure::family_treatment, ChildMeasure::contact_person,
                                ChildMeasure::respite);
}

}  // namespace samspil
