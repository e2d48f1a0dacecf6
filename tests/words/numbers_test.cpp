#include "model/words/numbers.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace samspil {
namespace {

TEST(Number, IsWrittenAsEachLanguageDoes) {
  EXPECT_EQ(number(1234.5, 1, Language::en), "1,234.5");
  EXPECT_EQ(number(1234.5, 1, Language::da), "1.234,5");
  EXPECT_EQ(number(-1234567, 0, Language::da), "-1.234.567");
  EXPECT_EQ(number(999, 0, Language::en), "999");
}

TEST(Number, HasNoNegativeZero) {
  EXPECT_EQ(number(-0.04, 1, Language::en), "0.0");
  EXPECT_EQ(signed_number(-0.001, 2, Language::da), "0,00");
  EXPECT_EQ(signed_number(0.001, 2, Language::en), "0.00");
  EXPECT_EQ(signed_number(0.25, 2, Language::en), "+0.25");
}

TEST(Number, IsADashWhereThereIsNone) {
  EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN(), 1, Language::en), "-");
}

TEST(ShortNumber, DropsWhatSaysNothing) {
  EXPECT_EQ(short_number(3.5, 2, Language::da), "3,5");
  EXPECT_EQ(short_number(1000, 2, Language::en), "1,000");
}

TEST(MoneyUnitOf, FollowsTheSize) {
  EXPECT_EQ(money(12'345'678, money_unit(12'345'678), Language::da), "12,3");
  EXPECT_EQ(money(-1'234'567, money_unit(-1'234'567), Language::en), "-1,235");
}

TEST(Pad, CountsLettersNotBytes) {
  EXPECT_EQ(display_width("Ærø"), 3U);
  EXPECT_EQ(pad_left("Ærø", 5), "  Ærø");
  EXPECT_EQ(pad_right("børnefaglig", 5), "børn…");
}

}  // namespace
}  // namespace samspil
