#include "model/io/toml.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "model/io/number.hpp"

namespace samspil {
namespace {

constexpr std::string_view digits = "0123456789";

/// Where line `line` (from 1) begins and ends in `text`.
struct LineSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

LineSpan find_line(std::string_view text, int line) {
  LineSpan span;
  for (int i = 1; i < line; ++i) span.begin = text.find('\n', span.begin) + 1;
  span.end = std::min(text.find('\n', span.begin), text.size());
  return span;
}

/// The bare word that ends before `end`: the key of "key = ".
std::string word_before(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && text[end - 1] == ' ') --end;
  std::size_t first = end;
  while (first > begin && text.substr(first - 1, 1).find_first_of(" ,{\"") != 0) --first;
  return std::string{text.substr(first, end - first)};
}

/// Changes the first "= 1,5" of a line to "= 1.5" and reports it. False when there is none.
bool mend_decimal_comma(std::string& text, int line, const std::string& file,
                        std::vector<Problem>& problems) {
  const LineSpan span = find_line(text, line);
  for (std::size_t at = text.find('=', span.begin); at < span.end; at = text.find('=', at + 1)) {
    const std::size_t first = text.find_first_not_of(' ', at + 1);
    const std::size_t comma = text.find_first_not_of("+-0123456789", first);
    if (comma == std::string::npos || comma + 1 >= span.end || text[comma] != ',') continue;
    if (comma == first || digits.find(text[comma + 1]) == std::string_view::npos) continue;
    const std::size_t last = text.find_first_not_of(digits, comma + 1);
    const auto fault = parse_number(std::string_view{text}.substr(first, last - first));
    const auto& told = std::get<NumberFault>(fault);
    std::string name = word_before(text, span.begin, at);
    if (const std::size_t outer = text.find('=', span.begin); outer < at) {
      name.insert(0, word_before(text, span.begin, outer) + ".");
    }
    problems.push_back({file, line, std::move(name), told.problem, told.remedy});
    text[comma] = '.';
    return true;
  }
  return false;
}

}  // namespace

toml::table parse_toml(std::string text, const std::string& file, std::vector<Problem>& problems) {
  while (true) {
    try {
      return toml::parse(text);
    } catch (const toml::parse_error& error) {
      const int line = static_cast<int>(error.source().begin.line);
      if (mend_decimal_comma(text, line, file, problems)) continue;
      problems.push_back({file, line, "", std::string{error.description()},
                          "write `key = value`, texts in quotes (https://toml.io)"});
      return {};
    }
  }
}

}  // namespace samspil
