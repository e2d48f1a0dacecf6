#include "model/inputs/load_checks.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>

namespace samspil {
namespace {

constexpr double share_rounding = 1e-9;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

int two_digits(std::string_view text) noexcept { return (text[0] - '0') * 10 + (text[1] - '0'); }

/// Whether six digits can be DDMMYY. Days from 61 are administrative numbers.
bool is_birth_date(std::string_view digits) noexcept {
  const int day = two_digits(digits);
  const int month = two_digits(digits.substr(2));
  return month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
}

/// "DDMMYY-NNNN" or "DDMMYYNNNN".
bool is_person_number(std::string_view token) noexcept {
  const std::size_t gap = token.size() == 11 && token[6] == '-' ? 1 : 0;
  if (token.size() != 10 + gap) return false;
  const std::string_view date = token.substr(0, 6);
  const std::string_view number = token.substr(6 + gap);
  return std::all_of(date.begin(), date.end(), is_digit) &&
         std::all_of(number.begin(), number.end(), is_digit) && is_birth_date(date);
}

}  // namespace

std::optional<NumberFault> limits_fault(double value, Limits limits) {
  if (value >= limits.lower && value <= limits.upper) return std::nullopt;
  const bool open = std::isinf(limits.upper);
  return NumberFault{value < limits.lower ? fmt::format("{} is below {}", value, limits.lower)
                                          : fmt::format("{} is above {}", value, limits.upper),
                     open
                         ? fmt::format("write a number of at least {}", limits.lower)
                         : fmt::format("write a number from {} to {}", limits.lower, limits.upper)};
}

std::optional<NumberFault> whole_fault(double value) {
  if (value == std::floor(value)) return std::nullopt;
  return NumberFault{fmt::format("{} is not a whole number", value),
                     fmt::format("write {:.0f} or {:.0f}", std::floor(value), std::ceil(value))};
}

std::optional<NumberFault> range_fault(double low, double value, double high) {
  if (low <= value && value <= high) return std::nullopt;
  return NumberFault{fmt::format("{} lies outside its range {} to {}", value, low, high),
                     "write low <= value <= high"};
}

std::optional<NumberFault> unit_fault(std::string_view given, std::string_view expected) {
  if (given == expected) return std::nullopt;
  return NumberFault{fmt::format("unit '{}' given, '{}' expected", given, expected),
                     "convert the numbers and write the expected unit"};
}

std::optional<NumberFault> sum_fault(const std::vector<double>& shares) {
  double sum = 0;
  for (const double share : shares) sum += share;
  if (std::abs(sum - 1) <= share_rounding) return std::nullopt;
  return NumberFault{fmt::format("the {} shares sum to {:.6g}", shares.size(), sum),
                     "let them sum to 1"};
}

bool holds_person_number(std::string_view text) {
  if (text.size() == 10) return is_person_number(text);
  for (std::size_t dash = text.find('-'); dash != std::string_view::npos;
       dash = text.find('-', dash + 1)) {
    if (dash < 6 || dash + 5 > text.size() || !is_person_number(text.substr(dash - 6, 11))) {
      continue;
    }
    const bool begins = dash == 6 || !is_digit(text[dash - 7]);
    const bool ends = dash + 5 == text.size() || !is_digit(text[dash + 5]);
    if (begins && ends) return true;
  }
  return false;
}

bool names_person_number(std::string_view header) {
  std::string letters;
  for (const char c : header) {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return letters.starts_with("cpr") || letters.starts_with("personnummer") ||
         letters.starts_with("pnr");
}

}  // namespace samspil
