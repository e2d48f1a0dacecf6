#include "model/families/drawn_families.hpp"

#include <algorithm>

#include "model/families/candidates.hpp"

namespace samspil {
namespace {

/// Identity of family i and of its members: by number and place alone.
constexpr Identity family_identity(std::uint64_t i) noexcept { return Identity{(i + 1) << 8}; }
constexpr Identity member_identity(std::uint64_t i, std::size_t member) noexcept {
  return Identity{((i + 1) << 8) + member + 1};
}

/// The Philox block that draws a family of a cohort; no other question uses it.
constexpr BlockNumber cohort_family_block{0xFFFE};

/// Any of the 2^64 places of the population, by a family's number alone.
std::uint64_t random_place(std::uint32_t seed, std::uint64_t number) noexcept {
  const PhiloxBlock words = keyed_block({seed, 0}, family_identity(number), 0, cohort_family_block);
  return (std::uint64_t{words[0]} << 32) | words[1];
}

}  // namespace

std::size_t DrawnFamilies::most_rows() const noexcept {
  std::size_t largest = 0;
  for (const Family& family : pool.families) {
    largest = std::max<std::size_t>(largest, family.state.members);
  }
  return rows_for(largest, years);
}

void DrawnFamilies::make(std::uint64_t first, std::span<Family> places,
                         std::span<Person> people) const noexcept {
  std::uint32_t row = 0;
  for (std::size_t n = 0; n < places.size(); ++n) {
    const std::uint64_t place = first + n;
    const bool is_in_cohort = cohorts.families > 0;
    if (place >= families || (is_in_cohort && !cohorts.has(place))) {
      places[n] = Family{};
      continue;
    }
    const std::uint64_t i = is_in_cohort ? first_in_cohorts + place : place;
    // A list of families is a group of its own, whole or in part: no lot is needed to form another.
    const bool by_lot = is_in_cohort && !draw.is_in_turn();
    const std::uint64_t drawn = by_lot ? random_place(seed, i) : place;
    const Family& source = pool.families[draw.member({seed, 0}, drawn)];
    const std::size_t members = source.state.members;
    Family& family = places[n];
    family = source;
    family.id = family_identity(i);
    family.first = row;
    family.room = static_cast<std::uint8_t>(std::min(rows_for(members, years), most_members));
    for (std::size_t m = 0; m < members; ++m) {
      Person& person = people[row + m];
      person = pool.people[source.first + m];
      person.id = member_identity(i, m);
    }
    row += family.room;
  }
}

}  // namespace samspil
