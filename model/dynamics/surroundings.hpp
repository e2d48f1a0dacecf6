/// \file
/// The state of the other members at 1 January, as one member meets it. Couplings act with this
/// stated lag: what happens to a member this year reaches the others next new year.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "model/inputs/parameters.hpp"
#include "model/population/family.hpp"

namespace samspil {

struct Surroundings {
  // Met by an adult.
  bool has_child = false;
  bool child_in_distress = false;  ///< An own child is placed or long unlawfully absent.
  bool other_parent_on_pension = false;

  // Met by a child.
  bool at_threshold = false;      ///< Of a placement: a case is open, measures beyond advice run.
  double parent_work_weight = 0;  ///< 1 in the household, less for a parent elsewhere, 0 none.
  bool parent_condition = false;  ///< A legal parent with abuse, violence or mental disorder.
  bool sibling_placed = false;
  bool sibling_absent = false;  ///< A sibling was long unlawfully absent last year.
};

using FamilySurroundings = std::array<Surroundings, most_members>;

/// A bit per row of the family.
using Members = std::uint32_t;
static_assert(most_members <= 32);
constexpr Members bit(std::size_t row) noexcept { return Members{1} << row; }

/// Who is what in the family, gathered once, so that each member only looks up.
struct Roll {
  Members adults = 0;  ///< Present, as are all below.
  Members in_work = 0;
  Members burdened = 0;  ///< Adults who burden a child.
  Members on_pension = 0;
  Members children = 0;
  Members placed = 0;  ///< Children.
  Members absent = 0;  ///< Children long unlawfully absent last year.
};

constexpr bool is_in_work(LabourStatus status) noexcept {
  return status == LabourStatus::ordinary_job || status == LabourStatus::flexjob;
}

constexpr bool has_abuse(const Person& person) noexcept {
  return person.conditions.has_any(Condition::alcohol_abuse, Condition::drug_abuse);
}

/// Whether a placement stands at the door: a case is open, and measures beyond advice run.
constexpr bool is_at_threshold(const Person& child) noexcept {
  return child.case_open != 0 &&
         child.measures.has_any(ChildMeasure::family_treatment, ChildMeasure::contact_person,
                                ChildMeasure::respite);
}

/// Abuse, violence or mental disorder: what a child meets in a parent.
constexpr bool burdens_child(const Person& person) noexcept {
  return person.conditions.has_any(Condition::alcohol_abuse, Condition::drug_abuse,
                                   Condition::mental_disorder, Condition::violence_perpetrator);
}

/// Enters the person of row `i`, who is present, as he or she stands on 1 January.
void enter(Roll& roll, const Person& person, std::size_t i, const Parameters& p) noexcept;

/// Notes the surroundings of every present member of one family. Those of the others are empty.
void note_surroundings(std::span<const Person> people, const Roll& roll, const Parameters& p,
                       FamilySurroundings& met) noexcept;

}  // namespace samspil
