#include "model/io/number.hpp"

#include <gtest/gtest.h>

#include <string>

namespace samspil {
namespace {

TEST(ParseNumber, ReadsPlainNumbers) {
  EXPECT_EQ(std::get<double>(parse_number("0")), 0);
  EXPECT_EQ(std::get<double>(parse_number("-12.5")), -12.5);
  EXPECT_EQ(std::get<double>(parse_number("1e-3")), 0.001);
  EXPECT_EQ(std::get<double>(parse_number("007")), 7);
}

TEST(ParseNumber, ReadsBackItsOwnText) {
  for (const double value : {0.1, 1.0 / 3, -2.5e-17, 1e300, 5e-324, 114700.0}) {
    EXPECT_EQ(std::get<double>(parse_number(number_text(value))), value);
  }
}

TEST(ParseNumber, SaysWhatWouldBeRight) {
  struct Case {
    const char* text;
    const char* problem;
    const char* remedy;
  };
  for (const Case& c : {
           Case{"", "no number given", "write a number, such as 0.5"},
           Case{"0,5", "'0,5' has a decimal comma", "write a decimal point: 0.5"},
           Case{"-1,25", "'-1,25' has a decimal comma", "write a decimal point: -1.25"},
           Case{"1,000,000", "'1,000,000' has text after the number",
                "write the number alone, such as 1"},
           Case{"12 kr.", "'12 kr.' has text after the number",
                "write the number alone, such as 12"},
           Case{"5%", "'5%' has text after the number", "write the number alone, such as 5"},
           Case{" 1", "' 1' is not a number", "write a number, such as 0.5"},
           Case{"+1", "'+1' is not a number", "write a number, such as 0.5"},
           Case{"nan", "'nan' is not a number", "write a number, such as 0.5"},
           Case{"-inf", "'-inf' is not a number", "write a number, such as 0.5"},
           Case{"ten", "'ten' is not a number", "write a number, such as 0.5"},
           Case{"1e999", "'1e999' is outside what a number can hold",
                "write a number of ordinary size"},
       }) {
    const auto parsed = parse_number(c.text);
    ASSERT_TRUE(std::holds_alternative<NumberFault>(parsed)) << c.text;
    EXPECT_EQ(std::get<NumberFault>(parsed).problem, c.problem);
    EXPECT_EQ(std::get<NumberFault>(parsed).remedy, c.remedy);
  }
}

}  // namespace
}  // namespace samspil
