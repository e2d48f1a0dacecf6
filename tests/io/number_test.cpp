#include "model/io/number.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace samspil {
namespace {

constexpr NumberKind any = NumberKind::ratio;

NumberFault fault_of(const std::string& text, NumberKind kind) {
  const auto parsed = parse_number(text, kind);
  const auto* fault = std::get_if<NumberFault>(&parsed);
  return fault != nullptr ? *fault : NumberFault{Message::as_is("none"), Message::as_is("none")};
}

TEST(ParseNumber, ReadsPlainNumbers) {
  EXPECT_EQ(std::get<double>(parse_number("0", any)), 0);
  EXPECT_EQ(std::get<double>(parse_number("-12.5", any)), -12.5);
  EXPECT_EQ(std::get<double>(parse_number("1e-3", any)), 0.001);
  EXPECT_EQ(std::get<double>(parse_number("007", any)), 7);
}

TEST(ParseNumber, ReadsBackWhatIsPrinted) {
  for (const double value : {0.1, 1.0 / 3, -2.5e-17, 1e300, 5e-324, 114700.0}) {
    EXPECT_EQ(std::get<double>(parse_number(fmt::format("{}", value), any)), value);
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
           Case{"1,000,000", "'1,000,000' has separators in the number", "write 1000000"},
           Case{"12 kr.", "'12 kr.' has text after the number",
                "write the number alone, such as 12"},
           Case{"5%", "'5%' has a sign of per cent", "write 0.05"},
           Case{"12,5 %", "'12,5 %' has a sign of per cent", "write 0.125"},
           Case{" 1", "' 1' has more than a number in it", "write 1"},
           Case{"+1", "'+1' has more than a number in it", "write 1"},
           Case{"1.2.3", "'1.2.3' is not a number", "write a number, such as 0.5"},
           Case{"36 63", "'36 63' is not a number", "write a number, such as 0.5"},
           Case{"0x10", "'0x10' is not a number", "write a number, such as 0.5"},
           Case{"nan", "'nan' is not a number", "write a number, such as 0.5"},
           Case{"-inf", "'-inf' is not a number", "write a number, such as 0.5"},
           Case{"ten", "'ten' is not a number", "write a number, such as 0.5"},
           Case{"1e999", "'1e999' is outside what a number can hold",
                "write a number of ordinary size"},
       }) {
    const auto parsed = parse_number(c.text, any);
    ASSERT_TRUE(std::holds_alternative<NumberFault>(parsed)) << c.text;
    EXPECT_EQ(std::get<NumberFault>(parsed).problem.in(Language::en), c.problem);
    EXPECT_EQ(std::get<NumberFault>(parsed).remedy.in(Language::en), c.remedy);
  }
}

TEST(ParseNumber, RefusesAPointThatMayBeOfThousands) {
  struct Case {
    const char* text;
    NumberKind kind;
    const char* remedy;
  };
  using enum NumberKind;
  for (const Case& c : {
           Case{"481.000", amount, "write 481000 for 481 thousand; for 481 write 481"},
           Case{"-3.178", amount, "write -3178 for 3 thousand 178; for -3.178 write -3.1780"},
           Case{"3,663", amount, "write 3663 for 3 thousand 663; for 3.663 write 3.6630"},
           Case{"3.663 kr.", amount, "write 3663 for 3 thousand 663; for 3.663 write 3.6630"},
           Case{"3.178", count,
                "write 3178 for 3 thousand 178; for 3.178 write 3, the nearest "
                "whole number"},
       }) {
    EXPECT_EQ(fault_of(c.text, c.kind).remedy.in(Language::en), c.remedy);
    EXPECT_EQ(fault_of(c.text, c.kind).problem.in(Language::en),
              "'" + std::string{c.text} + "' can be read in two ways");
  }
  for (const char* text : {"0.125", "1.005", "481.000", "12.345"}) {
    EXPECT_TRUE(std::holds_alternative<double>(parse_number(text, ratio))) << text;
    EXPECT_TRUE(std::holds_alternative<double>(parse_number(text, percent))) << text;
  }
  for (const char* text : {"0.125", "3.1780", "3.17", "1.250e3", "3178", "2000.505"}) {
    EXPECT_TRUE(std::holds_alternative<double>(parse_number(text, amount))) << text;
  }
}

TEST(ParseNumber, NamesANumberThatItReads) {
  using enum NumberKind;
  for (const NumberKind kind : {amount, count, ratio, percent}) {
    for (const char* text : {"1.234,56", "1,234.56", "1.600.000", "1,600,000", "3 663",
                             "3\u00A0663", "3\u202F663", "3'663", "3\u2019663", "3,663", "  3663  ",
                             "3_663", "1.234,567", "-1.600.000 kr.", "\u22125", "2 %", "12,-"}) {
      const NumberFault fault = fault_of(text, kind);
      EXPECT_NE(fault.problem.in(Language::en), "none") << text;
      if (fault.meant.empty()) continue;
      EXPECT_TRUE(std::holds_alternative<double>(parse_number(fault.meant, kind)))
          << text << ": " << fault.meant;
      for (const Language language : {Language::en, Language::da}) {
        const std::string remedy = fault.remedy.in(language);
        EXPECT_NE(remedy.find(fault.meant), std::string::npos) << remedy;
      }
    }
  }
  EXPECT_EQ(fault_of("1.234,56", amount).meant, "1234.56");
  EXPECT_EQ(fault_of("1.600.000", amount).meant, "1600000");
  EXPECT_EQ(fault_of("3\u202F663", amount).meant, "3663");
  EXPECT_EQ(fault_of("3,663", ratio).meant, "3.663");
  EXPECT_EQ(fault_of("2%", ratio).meant, "0.02");
  EXPECT_EQ(fault_of("50 %", ratio).meant, "0.5");
  EXPECT_EQ(fault_of("50 %", percent).meant, "50");
  EXPECT_EQ(fault_of("50 %", amount).meant, "");
}

TEST(ParseNumber, TellsWhatIsMeantInDanishAndWhatToTypeAsItIsRead) {
  const NumberFault fault = fault_of("3.178", NumberKind::amount);

  EXPECT_EQ(fault.problem.in(Language::da), "'3.178' kan læses på to måder");
  EXPECT_EQ(fault.remedy.in(Language::da),
            "skriv 3178, hvis der menes 3 tusind 178; hvis der menes 3,178, så skriv 3.1780");
}

TEST(ParseNumber, TakesDecimalCommasWhereTheFileHasThem) {
  const auto value = [](const std::string& text, NumberKind kind) {
    const auto parsed = parse_number_with_comma(text, kind);
    const auto* number = std::get_if<double>(&parsed);
    return number != nullptr ? *number : -999.0;
  };
  EXPECT_EQ(value("0,5", NumberKind::ratio), 0.5);
  EXPECT_EQ(value("0,125", NumberKind::ratio), 0.125);
  EXPECT_EQ(value("-1,25", NumberKind::amount), -1.25);
  EXPECT_EQ(value("1.234,56", NumberKind::amount), 1234.56);
  EXPECT_EQ(value("1.234.567,5", NumberKind::amount), 1234567.5);
  EXPECT_EQ(value("1.600.000", NumberKind::count), -999);  // as everywhere: write 1600000
  EXPECT_EQ(value("3663", NumberKind::count), 3663);
  EXPECT_EQ(value("0.5", NumberKind::ratio), 0.5);
  EXPECT_EQ(value("12.5", NumberKind::amount), 12.5);
}

TEST(ParseNumber, RefusesWhatADecimalCommaLeavesOpen) {
  const auto told = [](const std::string& text, NumberKind kind) {
    const auto parsed = parse_number_with_comma(text, kind);
    const auto* fault = std::get_if<NumberFault>(&parsed);
    return fault != nullptr ? fault->problem.in(Language::en) : "none";
  };
  EXPECT_EQ(told("1.750", NumberKind::count), "'1.750' can be read in two ways");
  EXPECT_EQ(told("1,750", NumberKind::amount), "'1,750' can be read in two ways");
  EXPECT_EQ(told("1.125", NumberKind::ratio), "'1.125' can be read in two ways");
  EXPECT_EQ(told("0.125", NumberKind::ratio), "none");
  EXPECT_EQ(told("1,2,3", NumberKind::ratio), "'1,2,3' is not a number");
  EXPECT_EQ(told("12,5 %", NumberKind::ratio), "'12,5 %' has a sign of per cent");
  EXPECT_EQ(told("1.23,5", NumberKind::amount), "'1.23,5' is not a number");
}

TEST(ThousandsFault, NamesTheNumberAsTomlMayHoldIt) {
  EXPECT_EQ(thousands_fault("481.000", NumberKind::amount)->remedy.in(Language::en),
            "write 481000 (or 481_000) for 481 thousand; for 481 write 481");
  EXPECT_TRUE(thousands_fault("4_81.000", NumberKind::count).has_value());
  EXPECT_FALSE(thousands_fault("481.000", NumberKind::ratio).has_value());
  EXPECT_FALSE(thousands_fault("481.00", NumberKind::amount).has_value());
}

TEST(ParseNumber, ShowsOnlyTheBeginningOfALongText) {
  EXPECT_LT(fault_of(std::string(100'000, 'x'), NumberKind::amount).problem.in(Language::en).size(),
            100U);
}

}  // namespace
}  // namespace samspil
