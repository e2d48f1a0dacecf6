#include "model/io/toml.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "model/io/number.hpp"
#include "model/io/toml_depth.hpp"

namespace samspil {
namespace {

constexpr std::string_view digits = "0123456789";
/// Each is followed by a reading of the whole text; a file with more is no file of ours.
constexpr int most_mended = 50;

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

bool is_digit(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && digits.find(text[at]) != std::string_view::npos;
}

/// Length of what may stand between two digits of a number at `at`; 0 where nothing of it does.
/// Behind a bracket or a comma a comma parts two numbers.
std::size_t sign_length(std::string_view text, std::size_t at, bool in_list) noexcept {
  constexpr std::array<std::string_view, 8> signs{".",      "_",      " ",      "'",
                                                  "\u00A0", "\u202F", "\u2009", "\u2019"};
  if (!in_list && text.substr(at).starts_with(',')) return 1;
  for (const std::string_view sign : signs) {
    if (text.substr(at).starts_with(sign)) return sign.size();
  }
  return 0;
}

/// End of the number that begins at `at`, however it is written: digits, what stands between them,
/// and a sign of per cent. `at` itself where none begins.
std::size_t end_of_number(std::string_view text, std::size_t at, bool in_list) noexcept {
  std::size_t end = at;
  if (end < text.size() && (text[end] == '-' || text[end] == '+')) ++end;
  if (!is_digit(text, end)) return at;
  while (is_digit(text, end)) {
    while (is_digit(text, end)) ++end;
    const std::size_t sign = sign_length(text, end, in_list);
    if (sign == 0 || !is_digit(text, end + sign)) break;
    end += sign;
  }
  std::size_t after = end;
  while (after < text.size() && text[after] == ' ') ++after;
  return text.substr(after).starts_with('%') ? after + 1 : end;
}

/// Behind a string that begins at `at`; `end` where it does not end before.
std::size_t behind_string(std::string_view text, std::size_t at, std::size_t end) noexcept {
  const char quote = text[at];
  for (++at; at < end && text[at] != quote; ++at) {
    if (text[at] == '\\' && quote == '"') ++at;
  }
  return std::min(at + 1, end);
}

/// One number of a line that TOML does not read: where it stands, and what is wrong with it.
struct OddNumber {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string name;
  NumberFault fault;
};

std::optional<OddNumber> odd_number_at(std::string_view text, std::size_t at, bool in_list) {
  const std::size_t end = end_of_number(text, at, in_list);
  const std::string_view token = text.substr(at, end - at);
  if (token.empty()) return std::nullopt;
  // Which unit is meant is not known here: a comma before three digits may be either, and a sign of
  // per cent stands most often in a share.
  const NumberKind kind = token.ends_with('%') ? NumberKind::ratio : NumberKind::amount;
  if (std::holds_alternative<double>(parse_number(token, NumberKind::ratio))) return std::nullopt;
  const auto parsed = parse_number(token, kind);
  const auto* fault = std::get_if<NumberFault>(&parsed);
  if (fault == nullptr || fault->meant.empty()) return std::nullopt;
  return OddNumber{at, end, "", *fault};
}

std::optional<OddNumber> first_odd_number(std::string_view text, const LineSpan& span) {
  std::size_t key_end = std::string_view::npos;
  std::size_t first_key_end = std::string_view::npos;
  for (std::size_t at = span.begin; at < span.end;) {
    const char c = text[at];
    if (c == '#') break;
    if (c == '"' || c == '\'') {
      at = behind_string(text, at, span.end);
      continue;
    }
    if (c == '=') {
      key_end = at;
      if (first_key_end == std::string_view::npos) first_key_end = at;
    }
    ++at;
    if (c != '=' && c != '[' && c != ',') continue;
    const std::size_t first = std::min(text.find_first_not_of(' ', at), span.end);
    auto odd = odd_number_at(text.substr(0, span.end), first, c != '=');
    if (!odd) continue;
    if (key_end == std::string_view::npos) return odd;
    odd->name = word_before(text, span.begin, key_end);
    if (first_key_end < key_end) {
      odd->name.insert(0, word_before(text, span.begin, first_key_end) + ".");
    }
    return odd;
  }
  return std::nullopt;
}

/// Line and column, from 1 and in letters, as toml++ counts them.
using Position = std::pair<toml::source_index, toml::source_index>;

bool begins_letter(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

/// Changes the first number of a line that TOML does not read to what it means and reports it; one
/// that may mean two numbers is noted in `open`. False when there is none.
bool mend_number(std::string& text, int line, const std::string& file,
                 std::vector<Problem>& problems, std::set<Position>& open) {
  const LineSpan span = find_line(text, line);
  const auto odd = first_odd_number(text, span);
  if (!odd) return false;
  problems.push_back({file, line, odd->name, odd->fault.problem, odd->fault.remedy});
  if (odd->fault.open) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(span.begin);
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(odd->begin);
    open.emplace(line, std::count_if(begin, end, begins_letter) + 1);
  }
  text.replace(odd->begin, odd->end - odd->begin, odd->fault.open ? "0.0" : odd->fault.meant);
  return true;
}

/// What toml++ says, and of what.
constexpr Key toml_words[] = {"toml.while",
                              "toml.expected",
                              "toml.no_type",
                              "toml.end",
                              "toml.redefined_table",
                              "toml.redefined_as_dotted",
                              "toml.redefined_as",
                              "toml.redefined",
                              "toml.inline",
                              "toml.control",
                              "toml.controls",
                              "toml.controls_unescaped",
                              "toml.controls_in_comment",
                              "toml.underscore_after",
                              "toml.underscore_before",
                              "toml.underscore_first",
                              "toml.zeroes",
                              "toml.unrepresentable",
                              "toml.escape",
                              "toml.escape_last",
                              "toml.lines_in_key",
                              "toml.lines_in_dotted_key",
                              "toml.blank_key",
                              "toml.brackets",
                              "toml.key_value",
                              "toml.root",
                              "toml.value",
                              "toml.string",
                              "toml.literal",
                              "toml.boolean",
                              "toml.float",
                              "toml.integer",
                              "toml.date",
                              "toml.time",
                              "toml.date_time",
                              "toml.key",
                              "toml.header",
                              "toml.array",
                              "toml.inline_table",
                              "toml.table",
                              "toml.arrays_of_tables",
                              "toml.number_name",
                              "toml.comment",
                              "toml.statement",
                              "toml.comment_or_blank",
                              "toml.terminator",
                              "toml.key_start",
                              "toml.digit",
                              "toml.decimal_digit",
                              "toml.hex_digit",
                              "toml.comma_or_bracket",
                              "toml.value_or_bracket",
                              "toml.comma",
                              "toml.comma_or_brace",
                              "toml.key_or_brace",
                              "toml.pair_or_brace",
                              "toml.dangling"};

/// What toml++ says, without the line breaks and other signs that it found.
std::string in_one_line(std::string_view description) {
  std::string line;
  for (const char c : description) {
    if (c == '\n') {
      line += "\\n";
    } else if (c == '\r') {
      line += "\\r";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      line += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      line += c;
    }
  }
  return line;
}

Problem fault_of_form(const std::string& file, int line, std::string_view description) {
  const bool is_large = description.find("not representable") != std::string_view::npos;
  return {file,
          line,
          "",
          translated(in_one_line(description), toml_words),
          {is_large ? Key{"remedy.ordinary_size"} : Key{"remedy.key_value"}}};
}

/// What toml++ would be slow or break on, or tell in words that help nobody.
std::optional<Problem> fault_before_reading(std::string_view text, const std::string& file) {
  if (text.find('\r') != std::string_view::npos && text.find('\n') == std::string_view::npos) {
    return Problem{file, 1, "", {"fault.line_ends"}, {"remedy.line_ends"}};
  }
  if (const int line = line_too_deep(text, deepest_toml); line > 0) {
    return Problem{file, line, "", {"fault.too_deep"}, {"remedy.too_deep", deepest_toml}};
  }
  return std::nullopt;
}

/// Whether a point stands before exactly three digits and the end: "481.000", "1_481.000".
bool is_pointed(std::string_view number) noexcept {
  const std::size_t point = number.find('.');
  if (point == std::string_view::npos) return false;
  std::string_view fraction = number.substr(point + 1);
  const auto marks = std::count(fraction.begin(), fraction.end(), '_');
  return fraction.find_first_not_of("0123456789_") == std::string_view::npos &&
         fraction.size() - static_cast<std::size_t>(marks) == 3;
}

/// Every decimal number and where it stands, in the order of the text.
std::vector<std::pair<Position, const toml::node*>> decimal_numbers(const toml::table& table) {
  std::vector<std::pair<Position, const toml::node*>> places;
  std::vector<const toml::node*> open{&table};
  while (!open.empty()) {
    const toml::node& node = *open.back();
    open.pop_back();
    if (const toml::table* inner = node.as_table()) {
      for (const auto& [key, value] : *inner) open.push_back(&value);
    } else if (const toml::array* list = node.as_array()) {
      for (const toml::node& value : *list) open.push_back(&value);
    } else if (node.is_floating_point()) {
      places.push_back({{node.source().begin.line, node.source().begin.column}, &node});
    }
  }
  std::sort(places.begin(), places.end());
  return places;
}

std::unordered_map<const toml::node*, std::string> pointed_numbers(const toml::table& table,
                                                                   std::string_view text,
                                                                   const std::set<Position>& open) {
  std::unordered_map<const toml::node*, std::string> pointed;
  Position here{1, 1};
  std::size_t at = 0;
  for (const auto& [position, node] : decimal_numbers(table)) {
    while (at < text.size() && here < position) {
      const bool ends_line = text[at++] == '\n';
      while (at < text.size() && !begins_letter(text[at])) ++at;
      here = ends_line ? Position{here.first + 1, 1} : Position{here.first, here.second + 1};
    }
    const std::size_t end = std::min(text.find_first_not_of("+-0123456789._eE", at), text.size());
    const std::string_view number = text.substr(at, end - at);
    if (open.count(position) > 0) {
      pointed.emplace(node, "");
    } else if (is_pointed(number)) {
      pointed.emplace(node, number);
    }
  }
  return pointed;
}

}  // namespace

TomlText read_toml(std::string text, const std::string& file, std::vector<Problem>& problems) {
  if (auto fault = fault_before_reading(text, file)) {
    problems.push_back(*std::move(fault));
    return {};
  }
  std::set<Position> open;
  for (int mended = 0;; ++mended) {
    try {
      TomlText read{toml::parse(text)};
      read.pointed = pointed_numbers(read.table, text, open);
      return read;
    } catch (const toml::parse_error& error) {
      const int line = static_cast<int>(error.source().begin.line);
      if (mended < most_mended && mend_number(text, line, file, problems, open)) continue;
      problems.push_back(fault_of_form(file, line, error.description()));
      return {};
    }
  }
}

toml::table parse_toml(std::string text, const std::string& file, std::vector<Problem>& problems) {
  return read_toml(std::move(text), file, problems).table;
}

}  // namespace samspil
