#include "model/io/number.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <system_error>

namespace samspil {
namespace {

constexpr std::string_view digits = "0123456789";

/// The number at the front of `text`, and how many characters it takes.
struct Front {
  double value = 0;
  std::size_t length = 0;
  bool too_large = false;
};

Front number_in_front(std::string_view text) {
  Front front;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), front.value);
  if (error == std::errc::invalid_argument) return front;
  front.length = static_cast<std::size_t>(end - text.data());
  front.too_large = error == std::errc::result_out_of_range;
  return front;
}

/// The same text with a point for its only comma, if that makes it a number.
std::optional<std::string> with_decimal_point(std::string_view text) {
  if (std::count(text.begin(), text.end(), ',') != 1) return std::nullopt;
  std::string pointed{text};
  pointed[pointed.find(',')] = '.';
  if (number_in_front(pointed).length != pointed.size()) return std::nullopt;
  return pointed;
}

}  // namespace

std::variant<double, NumberFault> parse_number(std::string_view text) {
  if (text.empty()) return NumberFault{"no number given", "write a number, such as 0.5"};
  if (const auto pointed = with_decimal_point(text)) {
    return NumberFault{fmt::format("'{}' has a decimal comma", text),
                       fmt::format("write a decimal point: {}", *pointed)};
  }
  const Front front = number_in_front(text);
  if (front.length == 0 || text.find_first_of(digits) == std::string_view::npos) {
    return NumberFault{fmt::format("'{}' is not a number", text), "write a number, such as 0.5"};
  }
  if (front.length < text.size()) {
    return NumberFault{
        fmt::format("'{}' has text after the number", text),
        fmt::format("write the number alone, such as {}", text.substr(0, front.length))};
  }
  if (front.too_large || !std::isfinite(front.value)) {
    return NumberFault{fmt::format("'{}' is outside what a number can hold", text),
                       "write a number of ordinary size"};
  }
  return front.value;
}

std::string number_text(double value) { return fmt::format("{}", value); }

}  // namespace samspil
