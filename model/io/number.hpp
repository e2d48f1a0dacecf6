/// \file
/// Numbers in text, read strictly: one number, a decimal point, nothing before or after it.
#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace samspil {

/// Why a text is not a number, and what would be right.
struct NumberFault {
  std::string problem;
  std::string remedy;
};

/// The number that `text` is, or why it is none. Refuses a decimal comma, separators, units, signs
/// of percent, hexadecimal, inf and nan.
std::variant<double, NumberFault> parse_number(std::string_view text);

/// The shortest text that reads back as the same number.
std::string number_text(double value);

}  // namespace samspil
