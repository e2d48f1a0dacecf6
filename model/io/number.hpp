/// \file
/// Numbers in text, read strictly: one number, a decimal point, nothing before or after it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "model/core/number_kind.hpp"
#include "model/words/message.hpp"

namespace samspil {

/// Why a text is not a number, and what would be right.
struct NumberFault {
  Message problem;
  Message remedy;
  std::string meant{};  ///< The number that is most likely meant, as it is read; empty: none.
  bool open = false;    ///< Whether another number may be meant as well.
};

/// The number that `text` is, or why it is none. Refuses what may be read in two ways, a decimal
/// comma, separators, units, signs of percent, hexadecimal, inf and nan; where the number that is
/// meant can be told, the remedy names it: 1234.56 for "1.234,56", 3663 for "3 663", 0.02 for "2 %"
/// of a ratio. A fault of "481.000" names both of its readings, unless it is of a ratio.
std::variant<double, NumberFault> parse_number(std::string_view text, NumberKind kind);

/// The same in a text that may have decimal commas: "1.234,56" and "0,5" are numbers too. A point
/// or comma before three digits, and nothing else, is refused with both readings, of a ratio as
/// well where it is a point.
std::variant<double, NumberFault> parse_number_with_comma(std::string_view text, NumberKind kind);

/// The same fault for a number as TOML writes it, which may hold underscores: nothing where its
/// text can be read in one way only.
std::optional<NumberFault> thousands_fault(std::string_view text, NumberKind kind);

}  // namespace samspil
