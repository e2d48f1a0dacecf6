// A family of a population is known by its number alone.
#include "model/families/drawn_families.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "model/families/candidates.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

constexpr std::uint64_t families = 100;
constexpr int years = 3;

class Drawn : public testing::Test {
 protected:
  DrawnFamilies drawn(std::uint64_t number) const {
    return {world_.pool(), world_.draw(), world_.scenario().seed, number, years};
  }
  struct Places {
    std::vector<Family> families;
    std::vector<Person> people;
    std::span<const Person> of(const Family& family) const {
      return std::span{people}.subspan(family.first, family.state.members);
    }
  };
  Places made(const DrawnFamilies& all, std::uint64_t first, std::size_t count) const {
    Places places{std::vector<Family>(count), std::vector<Person>(count * all.most_rows())};
    all.make(first, places.families, places.people);
    return places;
  }

  const test::World world_{test::small_scenario()};
};

TEST_F(Drawn, AreTheSameWhateverIsMadeWithThem) {
  const Places all = made(drawn(families), 0, families);
  for (const std::uint64_t first : {0U, 37U}) {
    const Places some = made(drawn(families + 5), first, 20);
    for (std::size_t i = 0; i < 20; ++i) {
      Family family = some.families[i];
      const Family& other = all.families[first + i];
      EXPECT_TRUE(std::ranges::equal(some.of(family), all.of(other))) << first + i;
      family.first = other.first;
      EXPECT_EQ(family, other) << first + i;
    }
  }
}

TEST_F(Drawn, AreCopiesUnderIdentitiesOfTheirOwn) {
  const Places all = made(drawn(families), 0, families);
  std::set<Identity> seen;
  for (std::size_t i = 0; i < families; ++i) {
    const Family& family = all.families[i];
    const Family& source =
        world_.pool().families[world_.draw().member({world_.scenario().seed, 0}, i)];
    EXPECT_EQ(family.state, source.state);
    EXPECT_TRUE(seen.insert(family.id).second);
    for (std::size_t m = 0; m < family.state.members; ++m) {
      Person person = all.of(family)[m];
      EXPECT_TRUE(seen.insert(person.id).second);
      person.id = world_.pool().people[source.first + m].id;
      EXPECT_EQ(person, world_.pool().people[source.first + m]);
    }
  }
}

TEST_F(Drawn, HaveRoomToGrowAndLeavePlacesBehindTheLastEmpty) {
  const Places all = made(drawn(families), families - 3, 5);
  std::size_t row = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const Family& family = all.families[i];
    EXPECT_EQ(family.first, row);
    EXPECT_EQ(family.room, rows_for(family.state.members, years));
    row += family.room;
  }
  EXPECT_LE(row, all.people.size());
  EXPECT_EQ(all.families[3], Family{});
  EXPECT_EQ(all.families[4], Family{});
}

}  // namespace
}  // namespace samspil
