#include "model/words/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace samspil {
namespace {

bool starts_character(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::string cut(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string{text};
  std::string kept;
  std::size_t columns = 0;
  for (const char c : text) {
    if (starts_character(c) && ++columns == width) break;
    kept += c;
  }
  return kept + "…";
}

bool are_digits(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The digits of "1.234.567" or "1234567"; nothing of anything else. What groups hold is three
/// digits, but for the first, which does not begin with 0.
std::optional<std::string> whole_digits(std::string_view text, char separator) {
  std::string digits;
  for (bool is_first = true;; is_first = false) {
    const std::size_t end = text.find(separator);
    const std::string_view group = text.substr(0, end);
    const bool is_only = is_first && end == std::string_view::npos;
    if (group.empty() || !are_digits(group)) return std::nullopt;
    const bool is_group = is_first ? group.size() <= 3 && group[0] != '0' : group.size() == 3;
    if (!is_only && !is_group) return std::nullopt;
    digits += group;
    if (end == std::string_view::npos) return digits;
    text.remove_prefix(end + 1);
  }
}

std::optional<ReadNumber> read_as(std::string_view text, Language language) {
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = text.find(language == Language::da ? ',' : '.');
  const std::string_view whole_part = text.substr(0, point);
  if (whole_part.empty()) return std::nullopt;
  auto digits = whole_digits(whole_part, language == Language::da ? '.' : ',');
  if (!digits) return std::nullopt;
  std::string_view decimals;
  if (point != std::string_view::npos) {
    decimals = text.substr(point + 1);
    if (decimals.empty() || !are_digits(decimals)) return std::nullopt;
    digits->append(".").append(decimals);
  }
  const double size = std::strtod(digits->c_str(), nullptr);
  return ReadNumber{is_negative ? -size : size, static_cast<int>(decimals.size())};
}

}  // namespace

bool ReadNumber::shows(double number) const noexcept {
  const double size = std::fabs(value);
  const bool is_rounded = decimals >= 2 || size >= 100;
  const double tolerance = is_rounded ? 0.5 * std::pow(10.0, -decimals) : 1e-9 * (1 + size);
  return std::fabs(number - value) <= tolerance * (1 + 1e-9);
}

std::vector<ReadNumber> readings_of(std::string_view text, Language language) {
  const bool is_percent = text.ends_with('%');
  if (is_percent) text.remove_suffix(1);
  if (text.ends_with("kr.")) text.remove_suffix(3);
  while (text.ends_with(' ')) text.remove_suffix(1);
  std::vector<ReadNumber> readings;
  for (const Language style : {language, other_than(language)}) {
    auto read = read_as(text, style);
    if (!read) continue;
    if (is_percent) *read = {read->value / 100, read->decimals + 2};
    const bool is_known = !readings.empty() && readings.front().value == read->value;
    if (!is_known) readings.push_back(*read);
  }
  return readings;
}

std::string number(double value, int decimals, Language language) {
  if (!std::isfinite(value)) return "-";
  std::string digits = fmt::format("{:.{}f}", std::fabs(value), decimals);
  const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
  const char point = language == Language::da ? ',' : '.';
  const char separator = language == Language::da ? '.' : ',';
  std::size_t whole = digits.find('.');
  if (whole == std::string::npos) {
    whole = digits.size();
  } else {
    digits[whole] = point;
  }
  for (std::size_t at = whole; at > 3; at -= 3) digits.insert(at - 3, 1, separator);
  return value < 0 && !is_zero ? "-" + digits : digits;
}

std::string signed_number(double value, int decimals, Language language) {
  const std::string text = number(value, decimals, language);
  const bool is_positive = value > 0 && text.find_first_of("123456789") != std::string::npos;
  return is_positive ? "+" + text : text;
}

std::string short_number(double value, int most, Language language) {
  std::string text = number(value, most, language);
  if (most == 0) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == ',' || text.back() == '.') text.pop_back();
  return text;
}

std::string count_text(double value, Language language) {
  return std::fabs(value) >= 1000 ? number(value, 0, language) : short_number(value, 1, language);
}

std::string change_text(double value, Language language) {
  const double size = std::fabs(value);
  return signed_number(value, size >= 1000 ? 0 : size >= 10 ? 1 : 2, language);
}

std::string whole(std::uint64_t value, Language language) {
  return number(static_cast<double>(value), 0, language);
}

MoneyUnit money_unit(double largest_kroner) noexcept {
  if (std::fabs(largest_kroner) >= 1e8) return {1e6, 1, "run.in_millions"};
  return {1e3, 0, "run.in_thousands"};
}

std::string money(double kroner, const MoneyUnit& unit, Language language) {
  return number(kroner / unit.kroner, unit.decimals, language);
}

std::size_t display_width(std::string_view text) noexcept {
  std::size_t columns = 0;
  for (const char c : text) columns += starts_character(c);
  return columns;
}

std::string pad_right(std::string_view text, std::size_t width) {
  std::string out = cut(text, width);
  out.append(width - display_width(out), ' ');
  return out;
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::string kept = cut(text, width);
  return std::string(width - display_width(kept), ' ') + kept;
}

}  // namespace samspil
