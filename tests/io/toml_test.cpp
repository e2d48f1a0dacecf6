#include "model/io/toml.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

TEST(ParseToml, ReadsPastDecimalCommasAndTellsEach) {
  std::vector<Problem> problems;

  const toml::table table =
      parse_toml("a = 0,5\nb = { value = -1,25, unit = \"x\" }\nc = 2\n", "t.toml", problems);

  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].text(),
            "t.toml:1: a: '0,5' has a decimal comma; write a decimal point: 0.5");
  EXPECT_EQ(problems[1].text(),
            "t.toml:2: b.value: '-1,25' has a decimal comma; write a decimal point: -1.25");
  EXPECT_EQ(table["a"].value<double>(), 0.5);
  EXPECT_EQ(table["b"]["value"].value<double>(), -1.25);
  EXPECT_EQ(table["c"].value<int>(), 2);
}

TEST(ParseToml, TellsTheLineOfAFaultOfForm) {
  for (const char* text : {"a = 1\nb = \n", "a = 1\nb\n", "a = 1\na = 2\n", "a = 1\nb = \"x\n",
                           "a = 1\nb = 1,2,3\n"}) {
    std::vector<Problem> problems;

    const toml::table table = parse_toml(text, "t.toml", problems);

    ASSERT_FALSE(problems.empty()) << text;
    EXPECT_EQ(problems.back().line, 2) << text;
    EXPECT_TRUE(table.empty()) << text;
  }
}

}  // namespace
}  // namespace samspil
