/// \file
/// The lives of the first arm, for the other arms to take: a family that a strategy has not touched
/// yet lives in every arm alike, so that it is lived once. What it counted is kept family by family
/// and year by year, and so is where it stood at each new year, in case it is touched later.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "model/population/family.hpp"
#include "model/population/open_cases.hpp"
#include "model/simulation/counts.hpp"

namespace samspil {

/// Of a block of families. Memory is taken once; what is noted again replaces what was noted.
class SharedLives {
 public:
  /// Room for so many families, rows and sites, over `years` years.
  void reserve(std::size_t families, std::size_t rows, std::size_t sites, int years);

  /// Begins a draw: nothing is noted yet, every family lives as in the first arm.
  void begin_draw() noexcept { noted_ = 0; }
  /// Begins an arm: no family has been touched.
  void begin_arm() noexcept { std::fill(untouched_.begin(), untouched_.end(), std::uint8_t{1}); }

  // The first arm notes.

  /// Where a family stands at the beginning of year `year` [2, years]; year 1 is the block's start.
  void note_start(int year, std::size_t family, const Family& stands,
                  std::span<const Person> people) noexcept;
  /// What it counted in `year`. `counts` holds nothing else, no work done either, and is only read,
  /// though visited by reference.
  void note_counts(int year, std::size_t family, YearCounts& counts) noexcept;
  void note_open_cases(int year, std::size_t family, const OpenCases& cases) noexcept {
    open_cases_[place(year, family)] = cases;
  }
  /// What all families of a site counted together.
  void note_site(int year, std::size_t site, const YearCounts& counts) noexcept;

  // The other arms take.

  const YearCounts& site_counts(int year, std::size_t site) const noexcept;
  const OpenCases& open_cases(int year, std::size_t family) const noexcept {
    return open_cases_[place(year, family)];
  }

  /// By family of the block, 1 while it lives as in the first arm.
  std::span<std::uint8_t> untouched() noexcept { return untouched_; }
  /// Moves the families `first`, `first` + 1, … that are untouched to the beginning of a year.
  void move_untouched(int year, std::size_t first, std::span<Family> families) const noexcept;
  std::span<const Person> people_at(int year) const noexcept { return at(year).people; }
  /// Takes from an arm's counts what those of the families `first`, `first` + 1, … that it has
  /// touched counted in the first arm.
  void take_out_touched(int year, std::size_t first, std::size_t families,
                        YearCounts& counts) const noexcept;

 private:
  struct Standing {
    std::vector<FamilyState> states;
    std::vector<Person> people;
  };
  /// One count that is not nought.
  struct Count {
    std::uint32_t position = 0;  ///< Among the integers of YearCounts, as they are visited.
    std::int64_t value = 0;
  };
  struct Range {
    std::size_t first = 0, end = 0;
  };

  const Standing& at(int year) const noexcept {
    return starts_[static_cast<std::size_t>(year - 2)];
  }
  std::size_t place(int year, std::size_t family) const noexcept {
    return static_cast<std::size_t>(year - 1) * untouched_.size() + family;
  }

  std::vector<Standing> starts_;       ///< Of year 2, 3, …
  std::vector<Range> ranges_;          ///< By year and family, in counts_.
  std::vector<OpenCases> open_cases_;  ///< By year and family.
  std::vector<Count> counts_;
  std::size_t noted_ = 0;
  std::vector<YearCounts> sites_;  ///< By year and site.
  std::size_t sites_per_year_ = 0;
  std::vector<std::uint8_t> untouched_;
};

}  // namespace samspil
