/// \file
/// Candidate families at the start of the burn-in, from the joint assumptions of
/// InitialParameters. Everything about a candidate is keyed by its number.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "model/dynamics/family_year.hpp"

namespace samspil {

/// Rows to reserve for a family that lives `years` years: a birth and a partner each year.
constexpr std::size_t rows_for(std::size_t members, int years) noexcept {
  return members + 2 * static_cast<std::size_t>(years);
}

/// Most members a candidate can start with: mother, two fathers, a step-parent, six children.
inline constexpr std::size_t most_starting_members = 10;

/// Whether somebody who lives on this begins on the refund ladder.
constexpr bool begins_on_ladder(LabourStatus status) noexcept {
  return status != LabourStatus::ordinary_job && status != LabourStatus::self_supporting &&
         status != LabourStatus::education;
}

/// Days of so many years out of home, for a child of that age in full years: no longer than its
/// life.
inline std::uint16_t starting_days_placed(double years, int age) noexcept {
  return static_cast<std::uint16_t>(std::min(years, static_cast<double>(age) + 0.5) *
                                    days_per_year);
}

/// Makes candidate `number` as it stands on 1 January of `first_year` and returns its size. `rows`
/// has room for most_starting_members; family.first and family.room are the caller's.
std::size_t make_candidate(RunKey run, std::uint64_t number, int first_year,
                           const KernelTables& tables, Family& family, std::span<Person> rows);

/// The number of the candidate that has this identity.
std::uint64_t candidate_number(Identity family) noexcept;

}  // namespace samspil
