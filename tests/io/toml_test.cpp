#include "model/io/toml.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

TEST(ParseToml, ReadsPastDecimalCommasAndTellsEach) {
  std::vector<Problem> problems;

  const toml::table table =
      parse_toml("a = 0,5\nb = { value = -1,25, unit = \"x\" }\nc = 2\n", "t.toml", problems);

  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].text(Language::en),
            "t.toml:1: a: '0,5' has a decimal comma; write a decimal point: 0.5");
  EXPECT_EQ(problems[1].text(Language::en),
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

std::vector<std::string> told_of(const std::string& text) {
  std::vector<Problem> problems;
  parse_toml(text, "t.toml", problems);
  std::vector<std::string> told;
  for (const Problem& problem : problems) told.push_back(problem.text(Language::en));
  return told;
}

TEST(ReadToml, KeepsTheTextOfNumbersWithAPointBeforeThreeDigits) {
  std::vector<Problem> problems;

  const TomlText read = read_toml(
      "# \u00E6\r\n\"\u00F8\" = { a = 481.000, b = [1.5, -2.500 ,3.005e1] }\r\nc = 1_481.000\nd = "
      "7\n",
      "t.toml", problems);

  EXPECT_TRUE(problems.empty());
  const auto text_of = [&](const toml::node* node) {
    const auto found = read.pointed.find(node);
    return found == read.pointed.end() ? std::string{} : found->second;
  };
  const toml::table& inner = *read.table["\u00F8"].as_table();
  EXPECT_EQ(text_of(inner.get("a")), "481.000");
  EXPECT_EQ(text_of(inner["b"].as_array()->get(1)), "-2.500");
  EXPECT_EQ(text_of(read.table.get("c")), "1_481.000");
  EXPECT_EQ(read.pointed.size(), 3U);
}

TEST(ReadToml, ReadsPastNumbersThatPeopleWriteInOtherWays) {
  EXPECT_EQ(told_of("a = 1.600.000\nb = { c = 3'663, d = 2 % }\ne = [3.5, 1.600.000]\n"),
            (std::vector<std::string>{
                "t.toml:1: a: '1.600.000' has separators in the number; write 1600000",
                "t.toml:2: b.c: '3'663' has separators in the number; write 3663",
                "t.toml:2: b.d: '2 %' has a sign of per cent; write 0.02",
                "t.toml:3: e: '1.600.000' has separators in the number; write 1600000"}));
  EXPECT_EQ(
      told_of("a = 3,663\n").at(0),
      "t.toml:1: a: '3,663' can be read in two ways; write 3663 for 3 thousand 663; for 3.663 "
      "write 3.6630");
}

TEST(ReadToml, LeavesTextsAsTheyAre) {
  EXPECT_EQ(told_of("a = { s = \"x = 1,5\", t = tru }\n").size(), 1U);
  EXPECT_EQ(told_of("a = 'b = 1.600.000'\n"), std::vector<std::string>{});
}

TEST(ReadToml, EndsAfterManyOddNumbers) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "k" + std::to_string(i) + " = 1,5\n";

  EXPECT_EQ(told_of(text).size(), 51U);
}

TEST(ReadToml, TellsEveryFaultInOneLine) {
  EXPECT_EQ(told_of("a = tr\n"),
            std::vector<std::string>{"t.toml:1: Error while parsing boolean: expected 'true', saw "
                                     "'tr\\n'; write `key = value`, texts in quotes "
                                     "(https://toml.io)"});
  EXPECT_EQ(
      told_of("a = 1\rb = 2\r"),
      std::vector<std::string>{
          "t.toml:1: lines end by CR alone; save the file with lines that end by LF or CR LF"});
  const std::string large = told_of("a = 18446744073709551615\n").at(0);
  EXPECT_NE(large.find("; write a number of ordinary size"), std::string::npos) << large;
}

TEST(ReadToml, RefusesWhatGoesTooDeep) {
  std::string key = "a";
  for (int i = 1; i < 50'000; ++i) key += ".a";

  EXPECT_EQ(
      told_of("b = 1\n" + key + " = 1\n"),
      std::vector<std::string>{"t.toml:2: keys or brackets go too deep; write at most 32 parts "
                               "of a key, or brackets in each other"});
  EXPECT_EQ(told_of(key.substr(0, 63) + " = 1\n"), std::vector<std::string>{});
}

}  // namespace
}  // namespace samspil
