/// \file
/// The families of a population, each a copy of a family of the pool: which one, and who they are,
/// depends on the family's number alone.
#pragma once

#include <cstdint>
#include <span>

#include "model/families/pool.hpp"

namespace samspil {

/// Family 0, 1, …, families - 1. Refers to the pool and to the draw from it.
struct DrawnFamilies {
  const Pool& pool;
  const StratifiedDraw& draw;
  std::uint32_t seed = 0;
  std::uint64_t families = 0;
  int years = 0;  ///< That they will be asked to live.

  /// Rows of people that one family may take.
  std::size_t most_rows() const noexcept;
  /// Fills `places` with families first, first + 1, … and `people` with their rows, as many as they
  /// may grow to, one family after the other. A place without a family has no members.
  void make(std::uint64_t first, std::span<Family> places, std::span<Person> people) const noexcept;
};

}  // namespace samspil
