/// \file
/// The state of the other members at 1 January, as one member meets it. Couplings act with this
/// stated lag: what happens to a member this year reaches the others next new year.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "model/dynamics/member.hpp"
#include "model/inputs/parameters.hpp"

namespace samspil {

/// In one arm, or in each of several.
template <std::size_t L>
struct SurroundingsIn {
  // Met by an adult.
  Truth<L> has_child{};
  Truth<L> child_in_distress{};  ///< An own child is placed or long unlawfully absent.
  Truth<L> other_parent_on_pension{};

  // Met by a child.
  Truth<L> at_threshold{};         ///< Of a placement: a case is open, measures beyond advice run.
  Real<L> parent_work_weight = 0;  ///< 1 in the household, less for a parent elsewhere, 0 none.
  Truth<L> parent_condition{};     ///< A legal parent with abuse, violence or mental disorder.
  Truth<L> sibling_placed{};
  Truth<L> sibling_absent{};  ///< A sibling was long unlawfully absent last year.
};
using Surroundings = SurroundingsIn<1>;

template <std::size_t L>
using FamilySurroundings = std::array<SurroundingsIn<L>, most_members>;

/// A bit per row of the family.
using Members = std::uint32_t;
static_assert(most_members <= 32);
constexpr Members bit(std::size_t row) noexcept { return Members{1} << row; }

/// Who is what in the family, gathered once, so that each member only looks up.
struct Roll {
  /// In which arms a member is what.
  struct Entry {
    LaneSet in_work;
    LaneSet burdened;  ///< Burdens a child.
    LaneSet on_pension;
    LaneSet placed;
    LaneSet absent;  ///< Long unlawfully absent last year.
    LaneSet at_threshold;
  };

  Members adults = 0;    ///< Who are present.
  Members children = 0;  ///< As adults.
  std::array<Entry, most_members> entries;
};

/// Enters the member of row `i`, who is present, as he or she stands on 1 January.
template <class Member>
void enter(Roll& roll, const Member& member, bool is_child, std::size_t i,
           const Parameters& p) noexcept;

/// Notes the surroundings of every present member of one family. Those of the others are empty.
///   people: of one arm, since who they are to each other is the same in all
template <std::size_t L>
void note_surroundings(Isa isa, std::span<const Person> people, const Roll& roll,
                       const Parameters& p, FamilySurroundings<L>& met) noexcept;

}  // namespace samspil
