#include "model/inputs/person_numbers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <string>

namespace samspil {
namespace {

constexpr std::array<std::string_view, 8> dashes{"-",      "\u2010", "\u2011", "\u2012",
                                                 "\u2013", "\u2014", "\u2212", "\u00AD"};
constexpr std::array<std::string_view, 5> blanks{" ", "\t", "\u00A0", "\u202F", "\u2009"};

bool is_digit(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// The first digit from `at` on, or the text's end; and the first that is none.
std::size_t next_digit(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && !is_digit(text, at)) ++at;
  return at;
}
std::size_t behind_digits(std::string_view text, std::size_t at) noexcept {
  while (is_digit(text, at)) ++at;
  return at;
}

int digit(std::string_view text, std::size_t at) noexcept { return text[at] - '0'; }

int two_digits(std::string_view text, std::size_t at) noexcept {
  return digit(text, at) * 10 + digit(text, at + 1);
}

template <std::size_t N>
std::size_t length_of_any(const std::array<std::string_view, N>& marks, std::string_view text) {
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

bool is_leap(int year) noexcept { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

bool is_day(int day, int month, bool leap) noexcept {
  constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const int length = lengths[static_cast<std::size_t>(month - 1)];
  return day <= (month == 2 && leap ? length + 1 : length);
}

/// Whether six digits can be DDMMYY of a person's or of an administrative number.
bool is_day_of_some_year(std::string_view ddmmyy) noexcept {
  const int day = two_digits(ddmmyy, 0);
  return is_day(day > 60 ? day - 60 : day, two_digits(ddmmyy, 2), two_digits(ddmmyy, 4) % 4 == 0);
}

/// The year of birth that the seventh digit makes of two digits.
int birth_year(int year_of_century, int seventh) noexcept {
  if (seventh <= 3) return 1900 + year_of_century;
  if (seventh == 4 || seventh == 9) return (year_of_century <= 36 ? 2000 : 1900) + year_of_century;
  return (year_of_century <= 57 ? 2000 : 1800) + year_of_century;
}

bool is_day_of_birth(std::string_view number) noexcept {
  const int year = birth_year(two_digits(number, 4), digit(number, 6));
  return year >= 1900 && year <= 2036 &&
         is_day(two_digits(number, 0), two_digits(number, 2), is_leap(year));
}

bool meets_checksum(std::string_view number) noexcept {
  constexpr std::array<int, 10> weights{4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * digit(number, i);
  return sum % 11 == 0;
}

std::string small_letters(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return letters;
}

bool speaks_of_person_numbers(std::string_view text) {
  const std::string letters = small_letters(text);
  return letters.find("cpr") != std::string::npos || letters.find("personn") != std::string::npos;
}

/// Whether what stands from `begin` to `end` is part of something longer: of a decimal number, or
/// of digits joined by hyphens.
bool is_part(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  const auto joins = [&](std::size_t at) { return text[at] == '-' || text[at] == '.'; };
  const bool goes_on = end < text.size() && joins(end) && is_digit(text, end + 1);
  const bool has_begun = begin >= 2 && joins(begin - 1) && is_digit(text, begin - 2);
  return goes_on || has_begun;
}

/// End of the blanks, dash and blanks at `at`.
std::size_t behind_separator(std::string_view text, std::size_t at) {
  const auto skip_blanks = [&] {
    while (const std::size_t length = length_of_any(blanks, text.substr(at))) at += length;
  };
  skip_blanks();
  at += length_of_any(dashes, text.substr(at));
  skip_blanks();
  return at;
}

bool is_person_number_at(std::string_view text, std::size_t begin, std::size_t end) {
  if (end - begin == 10) {
    const std::string_view number = text.substr(begin, 10);
    return is_day_of_birth(number) && !is_part(text, begin, end) &&
           (number.front() == '0' || meets_checksum(number) || speaks_of_person_numbers(text));
  }
  if (end - begin != 6 || !is_day_of_some_year(text.substr(begin, 6))) return false;
  const std::size_t last_four = behind_separator(text, end);
  if (last_four == end) return false;
  const std::size_t behind = behind_digits(text, last_four);
  return behind == last_four + 4 && !is_part(text, begin, behind);
}

}  // namespace

bool holds_person_number(std::string_view text) {
  for (std::size_t begin = next_digit(text, 0); begin < text.size();) {
    const std::size_t end = behind_digits(text, begin);
    if (is_person_number_at(text, begin, end)) return true;
    begin = next_digit(text, end);
  }
  return false;
}

std::set<int> lines_with_person_numbers(std::string_view text) {
  std::set<int> lines;
  int line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (holds_person_number(text.substr(at, end - at))) lines.insert(line);
    at = end + 1;
  }
  return lines;
}

bool names_person_number(std::string_view header) {
  const std::string letters = small_letters(header);
  return letters.starts_with("cpr") || letters.starts_with("personnummer") ||
         letters.starts_with("pnr");
}

}  // namespace samspil
