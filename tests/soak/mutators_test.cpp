#include "tests/soak/mutators.hpp"

#include <gtest/gtest.h>

#include <set>

#include "tests/soak/mutation.hpp"

namespace samspil::test {
namespace {

const std::string sound =
    "title = \"One\"\nyears = 4\nwage = { value = 481_000, low = 401_000 }\nlist = [1, 2, 3]\n";
const std::vector<std::string> others{"a,b,c\n1,2,3\n", "id = \"other\"\n"};

TEST(Mutators, MakeTheSameOfTheSameSeedAndNumberAndOthersOfOthers) {
  std::set<std::string> made;
  for (std::uint32_t number = 0; number < 300; ++number) {
    Chance chance{7, number}, again{7, number};
    const Mutant mutant = mutated_text(sound, others, chance);
    EXPECT_EQ(mutant.content, mutated_text(sound, others, again).content);
    EXPECT_FALSE(mutant.told.empty());
    made.insert(mutant.content);
  }
  EXPECT_GT(made.size(), 250U);
}

/// Every mutation changes a sound file, at least now and then, and takes an empty one.
void expect_each_changes(std::span<const Mutation> mutations) {
  for (const Mutation& mutation : mutations) {
    int changes = 0;
    for (std::uint32_t number = 0; number < 60; ++number) {
      Chance chance{1, number};
      std::string text = sound, nothing;
      mutation.apply({text, others, chance});
      mutation.apply({nothing, others, chance});
      changes += text != sound;
      EXPECT_LT(text.size(), 5'000'000U) << mutation.name;
    }
    EXPECT_GT(changes, 20) << mutation.name;
  }
}

TEST(Mutators, ChangeTextsEachInItsWay) { expect_each_changes(text_mutations()); }

TEST(Mutators, ChangeBytesEachInItsWay) { expect_each_changes(byte_mutations()); }

}  // namespace
}  // namespace samspil::test
