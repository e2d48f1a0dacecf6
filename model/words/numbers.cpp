#include "model/words/numbers.hpp"

#include <cmath>

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

}  // namespace

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
  if (std::fabs(largest_kroner) >= 1e7) return {1e6, 1, "run.in_millions"};
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
