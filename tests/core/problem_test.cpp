#include "model/core/problem.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

TEST(Problem, TellsFileLineNameProblemAndRemedyInOneLine) {
  const Problem problem{"prices.csv", 3, "respite", "price is missing", "give whole kr."};

  EXPECT_EQ(problem.text(), "prices.csv:3: respite: price is missing; give whole kr.");
}

TEST(Problem, IsOneLineWhateverTheInputHolds) {
  const Problem problem{"a\nb", 3, "\x1b[2J", "saw 'tr\n'", "\r"};

  EXPECT_EQ(problem.text(), "a\\nb:3: \\x1b[2J: saw 'tr\\n'; \\r");
}

TEST(Problem, LeavesOutWhatItDoesNotHave) {
  EXPECT_EQ((Problem{"prices.csv", 0, "", "is empty", ""}.text()), "prices.csv: is empty");
}

TEST(InputError, CarriesEveryProblemAndSpeaksOfTheFirst) {
  const InputError error{{{"a", 1, "x", "bad", ""}, {"b", 2, "y", "worse", ""}}};

  EXPECT_EQ(error.problems().size(), 2U);
  EXPECT_STREQ(error.what(), "a:1: x: bad");
}

TEST(Problem, IsALineThatCanBeReadWhateverTheInputHolds) {
  const std::string word(1'000'000, 'x');
  const std::string line = Problem{"a.toml", 3, word, "unknown '" + word + "'", word}.text();

  EXPECT_LT(line.size(), 2400U);
  EXPECT_TRUE(line.starts_with("a.toml:3: xxx")) << line;
  EXPECT_NE(line.find("x: unknown 'xxx"), std::string::npos) << line;
  EXPECT_NE(line.find("xxx'; xxx"), std::string::npos) << line;
}

}  // namespace
}  // namespace samspil
