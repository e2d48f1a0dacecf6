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
  EXPECT_EQ(money(123'456'789, money_unit(123'456'789), Language::da), "123,5");
  EXPECT_EQ(money(12'345'678, money_unit(12'345'678), Language::da), "12.346");
  EXPECT_EQ(money(-1'234'567, money_unit(-1'234'567), Language::en), "-1,235");
}

std::vector<double> values(std::string_view text, Language language) {
  std::vector<double> found;
  for (const ReadNumber& read : readings_of(text, language)) found.push_back(read.value);
  return found;
}
using Values = std::vector<double>;

TEST(Readings, AreOfTheLanguageFirstAndOfTheOtherWhereThatIsAnotherNumber) {
  EXPECT_EQ(values("481.000", Language::da), (Values{481000, 481}));
  EXPECT_EQ(values("481.000", Language::en), (Values{481, 481000}));
  EXPECT_EQ(values("481,000", Language::en), (Values{481000, 481}));
  EXPECT_EQ(values("481000", Language::da), (Values{481000}));
  EXPECT_EQ(values("0.883", Language::da), (Values{0.883}));
  EXPECT_EQ(values("1.234,5 kr.", Language::da), (Values{1234.5}));
  EXPECT_EQ(values("-2.189", Language::da), (Values{-2189, -2.189}));
  EXPECT_EQ(values("12 %", Language::da), (Values{0.12}));
}

TEST(Readings, AreNoneOfWhatIsNoNumber) {
  for (const char* text :
       {"", "-", "kr.", "caseload", "1.23.456", "12a", "§ 52", "1,2,3", "0.", ".5"}) {
    EXPECT_EQ(values(text, Language::en), Values{}) << text;
    EXPECT_EQ(values(text, Language::da), Values{}) << text;
  }
}

TEST(ReadNumber, ShowsWhatRoundsToItUnlessItIsSmallAndCoarse) {
  EXPECT_TRUE((ReadNumber{0.88, 2}.shows(0.8832)));
  EXPECT_FALSE((ReadNumber{0.88, 2}.shows(0.8851)));
  EXPECT_TRUE((ReadNumber{3297, 0}.shows(3297.4)));
  EXPECT_FALSE((ReadNumber{13, 0}.shows(13.3)));
  EXPECT_TRUE((ReadNumber{13, 0}.shows(13)));
}

TEST(Pad, CountsLettersNotBytes) {
  EXPECT_EQ(display_width("Ærø"), 3U);
  EXPECT_EQ(pad_left("Ærø", 5), "  Ærø");
  EXPECT_EQ(pad_right("børnefaglig", 5), "børn…");
}

}  // namespace
}  // namespace samspil
