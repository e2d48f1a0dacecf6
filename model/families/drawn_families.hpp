/// \file
/// The families of a population, each a copy of a family of the pool: which one, and who they are,
/// depends on the family's number alone.
#pragma once

#include <cstdint>
#include <span>

#include "model/families/pool.hpp"

namespace samspil {

/// Families in groups of equal size, each family drawn from the population by itself: which ones a
/// group has is part of its luck. A row of families drawn one after the other would be a balanced
/// sample instead, in which groups differ too little.
struct CohortLayout {
  std::uint64_t families = 0;  ///< Of one cohort; 0: there are no cohorts.
  std::uint64_t sites = 1;     ///< Of one cohort, whose sizes differ by one family at most.
  std::uint64_t places_per_site = 1;

  /// Whether a family stands in a place, counted over all sites of all cohorts.
  constexpr bool has(std::uint64_t place) const noexcept {
    const std::uint64_t site = place / places_per_site % sites;
    return place % places_per_site < families / sites + (site < families % sites ? 1 : 0);
  }
};

/// Number of the first family of a cohort, and of its first site: beyond those of any population,
/// so that they have chance of their own.
inline constexpr std::uint64_t first_in_cohorts = std::uint64_t{1} << 40U;

/// Family 0, 1, …, families - 1. Refers to the pool and to the draw from it.
struct DrawnFamilies {
  const Pool& pool;
  const StratifiedDraw& draw;
  std::uint32_t seed = 0;
  std::uint64_t families = 0;
  int years = 0;           ///< That they will be asked to live.
  CohortLayout cohorts{};  ///< Of places 0, 1, …, families - 1, where there are any.

  /// Rows of people that one family may take.
  std::size_t most_rows() const noexcept;
  /// Fills `places` with families first, first + 1, … and `people` with their rows, as many as they
  /// may grow to, one family after the other. A place without a family has no members.
  void make(std::uint64_t first, std::span<Family> places, std::span<Person> people) const noexcept;
};

}  // namespace samspil
