#include "model/simulation/shared_lives.hpp"

#include <array>

namespace samspil {
namespace {

/// How many integers a year's counts hold.
constexpr std::size_t counts_of_a_year = [] {
  YearCounts counts;
  std::size_t number = 0;
  counts.visit_integers([&](const std::int64_t& /*count*/) { ++number; });
  return number;
}();

}  // namespace

void SharedLives::reserve(std::size_t families, std::size_t rows, std::size_t sites, int years) {
  const auto year_count = static_cast<std::size_t>(years);
  starts_.resize(year_count - 1);
  for (Standing& start : starts_) {
    start.states.resize(families);
    start.people.resize(rows);
  }
  ranges_.resize(year_count * families);
  open_cases_.resize(year_count * families);
  counts_.resize(year_count * families * counts_of_a_year);
  sites_.resize(year_count * sites);
  sites_per_year_ = sites;
  untouched_.resize(families);
}

void SharedLives::note_start(int year, std::size_t family, const Family& stands,
                             std::span<const Person> people) noexcept {
  Standing& start = starts_[static_cast<std::size_t>(year - 2)];
  start.states[family] = stands.state;
  std::copy(people.begin(), people.end(), start.people.begin() + stands.first);
}

void SharedLives::note_counts(int year, std::size_t family, YearCounts& counts) noexcept {
  Range& range = ranges_[place(year, family)];
  range.first = noted_;
  std::uint32_t position = 0;
  counts.visit_integers([&](const std::int64_t& count) {
    if (count != 0) counts_[noted_++] = {position, count};
    ++position;
  });
  range.end = noted_;
}

void SharedLives::note_site(int year, std::size_t site, const YearCounts& counts) noexcept {
  YearCounts& noted = sites_[static_cast<std::size_t>(year - 1) * sites_per_year_ + site];
  noted = counts;
  noted.work = {};
}

const YearCounts& SharedLives::site_counts(int year, std::size_t site) const noexcept {
  return sites_[static_cast<std::size_t>(year - 1) * sites_per_year_ + site];
}

void SharedLives::move_untouched(int year, std::size_t first,
                                 std::span<Family> families) const noexcept {
  if (year == 1) return;
  for (std::size_t i = 0; i < families.size(); ++i) {
    const bool empty_place = families[i].state.members == 0;
    if (untouched_[first + i] != 0 && !empty_place) {
      families[i].state = at(year).states[first + i];
    }
  }
}

void SharedLives::take_out_touched(int year, std::size_t first, std::size_t families,
                                   YearCounts& counts) const noexcept {
  std::array<std::int64_t, counts_of_a_year> sums{};
  for (std::size_t family = first; family < first + families; ++family) {
    if (untouched_[family] != 0) continue;
    const Range& range = ranges_[place(year, family)];
    for (std::size_t i = range.first; i < range.end; ++i) {
      sums[counts_[i].position] += counts_[i].value;
    }
  }
  std::size_t position = 0;
  counts.visit_integers([&](std::int64_t& count) { count -= sums[position++]; });
}

}  // namespace samspil
