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
    const std::uint64_t i = first + n;
    if (i >= families) {
      places[n] = Family{};
      continue;
    }
    const Family& source = pool.families[draw.member({seed, 0}, i)];
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
