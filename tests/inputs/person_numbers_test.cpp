#include "model/inputs/person_numbers.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace samspil {
namespace {

TEST(PersonNumbers, AreFoundInEveryForm) {
  for (const char* text :
       {"010203-1234", "010203 1234", "0102031234", "010203\u20131234", "010203\u20111234",
        "010203\u00A01234", "010203 - 1234", "010203  1234", "Sag 010203 1234 og mere",
        "cpr:0102031234.", "(010203-1234)", "x010203-1234y", "610203-1234", "290200-4321",
        "1,010203-1234", "0101901234,0202901234"}) {
    EXPECT_TRUE(holds_person_number(text)) << text;
  }
  EXPECT_TRUE(holds_person_number("2512891007"));          // meets the checksum
  EXPECT_FALSE(holds_person_number("2512891234"));         // does not
  EXPECT_TRUE(holds_person_number("CPR-nr. 2512891234"));  // but says what it is
}

TEST(PersonNumbers, AreNotSeenInOtherNumbers) {
  for (const char* text :
       {"", "1234567890", "1112131415", "3200000000", "0132001234", "310222-1234", "300222 1234",
        "0.0102031234", "0102031234.5", "978-010203-1234-5", "010203-12345", "1010203-1234",
        "010203--1234", "010203/1234", "2022-01-02", "3,663", "01020312345", "5.57.73",
        "0101585678"}) {  // would be born in 1858
    EXPECT_FALSE(holds_person_number(text)) << text;
  }
}

TEST(PersonNumbers, AreToldByLine) {
  EXPECT_EQ(lines_with_person_numbers("a\n010203-1234\n\nb 0102031234\n010203\n1234"),
            (std::set<int>{2, 4}));
}

TEST(PersonNumbers, SpareNearlyAllRandomNumbersOfTenDigits) {
  std::mt19937_64 engine{1};
  constexpr int tried = 200'000;
  int found = 0;
  for (int i = 0; i < tried; ++i) {
    const auto number = 1'000'000'000 + engine() % 9'000'000'000;
    found += holds_person_number(fmt::format("{}", number)) ? 1 : 0;
  }
  // 0.192 % in four million; five standard errors of this sample are 0.05 %.
  EXPECT_NEAR(100.0 * found / tried, 0.192, 0.05);
}

}  // namespace
}  // namespace samspil
