/// \file
/// Numbers as a reader of each language writes them: 1.234,5 in Danish, 1,234.5 in English.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/words/words.hpp"

namespace samspil {

/// Fixed decimals with a thousands separator. What rounds to zero has no minus sign.
std::string number(double value, int decimals, Language language);

/// The same with "+" before what is greater than zero.
std::string signed_number(double value, int decimals, Language language);

/// As many decimals as the number needs, up to `most`.
std::string short_number(double value, int most, Language language);

/// A count: whole where it is large, else with a decimal where it has one.
std::string count_text(double value, Language language);
/// A change, signed, with decimals as it is small.
std::string change_text(double value, Language language);
std::string whole(std::uint64_t value, Language language);

/// The unit in which a group of amounts is printed.
struct MoneyUnit {
  double kroner = 1;  ///< Of one unit.
  int decimals = 0;
  Key word = "run.in_thousands";
};

/// Mio. kr. with one decimal where the largest amount reaches 100 mio. kr., else whole 1,000 kr.
MoneyUnit money_unit(double largest_kroner) noexcept;

std::string money(double kroner, const MoneyUnit& unit, Language language);

/// A number as a reader writes it, with how many decimals.
struct ReadNumber {
  double value = 0;
  int decimals = 0;

  /// Whether `number` is shown as this one: rounded to its decimals, unless they are few and it is
  /// small, where rounding would take too much for the same.
  bool shows(double number) const noexcept;
};

/// What `text` is as a number, "kr." or "%" behind it or not: as `language` writes it first, then
/// as the other does where that is another number. Empty where it is none.
std::vector<ReadNumber> readings_of(std::string_view text, Language language);

/// Columns that a UTF-8 text takes on a screen.
std::size_t display_width(std::string_view text) noexcept;

/// Padded with blanks on the right or left, or cut with "…", to exactly `width` columns.
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);

}  // namespace samspil
