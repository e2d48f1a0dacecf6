#include "tests/golden/numbers.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace samspil::test {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
/// Of a name, or of a letter beyond ASCII.
bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0;
}

std::size_t digits_from(const std::string& text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

/// The number that begins at `at`, without its sign, and where it ends.
PrintedNumber number_at(const std::string& text, std::size_t& at, Language language) {
  const char separator = language == Language::da ? '.' : ',';
  const char point = language == Language::da ? ',' : '.';
  std::size_t count = digits_from(text, at);
  std::string digits = text.substr(at, count);
  bool is_grouped = count <= 3;
  at += count;
  while (is_grouped && at < text.size() && text[at] == separator &&
         digits_from(text, at + 1) == 3) {
    digits += text.substr(at + 1, 3);
    at += 4;
  }
  PrintedNumber number;
  if (at < text.size() && text[at] == point && (count = digits_from(text, at + 1)) > 0) {
    digits += '.' + text.substr(at + 1, count);
    number.decimals = static_cast<int>(count);
    at += 1 + count;
  }
  number.value = std::stod(digits);
  return number;
}

/// A minus before a number, and no dash between two.
bool has_minus(const std::string& text, std::size_t at) {
  return at > 0 && text[at - 1] == '-' &&
         (at == 1 || std::string_view{" (\n|"}.find(text[at - 2]) != std::string_view::npos);
}

std::string in_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n';
    if (!is_blank) line += c;
    if (is_blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

/// What stands outside the places {0}, {1} … of a text.
std::vector<std::string> pieces_of(const std::string& text) {
  std::vector<std::string> pieces{""};
  bool is_place = false;
  for (const char c : text) {
    if (c == '{') {
      is_place = true;
      pieces.emplace_back();
    } else if (c == '}') {
      is_place = false;
    } else if (!is_place) {
      pieces.back() += c;
    }
  }
  return pieces;
}

void add_texts(const Json& value, std::set<std::string>& texts) {
  if (value.is_string()) texts.insert(value.get<std::string>());
  if (value.is_object()) {
    for (const auto& [key, ignored] : value.items()) texts.insert(key);
  }
  if (value.is_structured()) {
    for (const Json& part : value) add_texts(part, texts);
  }
}

void add_figures(const Json& value, std::vector<double>& figures) {
  if (value.is_number()) figures.push_back(value);
  if (value.is_structured()) {
    for (const Json& part : value) add_figures(part, figures);
  }
}

}  // namespace

std::vector<PrintedNumber> numbers_in(const std::string& text, Language language) {
  std::vector<PrintedNumber> numbers;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const std::size_t begin = at;
    PrintedNumber number = number_at(text, at, language);
    if (begin > 0 && is_letter(text[begin - 1])) continue;
    if (has_minus(text, begin)) number.value = -number.value;
    const std::size_t from = begin < 40 ? 0 : begin - 40;
    number.text = text.substr(from, at + 20 - from);
    numbers.push_back(std::move(number));
  }
  return numbers;
}

std::string without_words(const std::string& text, const Json& document, Language language) {
  std::set<std::string> texts;
  add_texts(document, texts);
  for (const std::string_view key : word_keys) {
    const std::size_t dot = key.find('.');
    for (std::string& piece :
         pieces_of(std::string{label(language, key.substr(0, dot), key.substr(dot + 1))})) {
      texts.insert(std::move(piece));
    }
  }
  std::vector<std::string> longest_first;
  for (const std::string& one : texts) {
    if (std::any_of(one.begin(), one.end(), is_digit)) longest_first.push_back(in_one_line(one));
  }
  std::stable_sort(longest_first.begin(), longest_first.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::string line = in_one_line(text);
  for (const std::string& one : longest_first) {
    for (std::size_t at = 0; (at = line.find(one, at)) != std::string::npos; ++at) {
      // "of 20" does not stand in "of 2022".
      const std::size_t end = at + one.size();
      const bool goes_on = is_digit(one.back()) && end < line.size() && is_digit(line[end]);
      if (!goes_on) line.replace(at, one.size(), "|");
    }
  }
  return line;
}

Figures::Figures(const Json& document) {
  add_figures(document, sorted_);
  std::sort(sorted_.begin(), sorted_.end());
}

bool Figures::holds(double value) const {
  const double last_bits = std::fabs(value) * 1e-15;
  return has_between(value - last_bits, value + last_bits);
}

bool Figures::reads(const PrintedNumber& number) const {
  const bool is_in_hundreds = std::fabs(number.value) >= 1000 && std::fmod(number.value, 100) == 0;
  const double last_place = is_in_hundreds ? 100 : std::pow(10, -number.decimals);
  const double half = 0.5 * last_place * (1 + 1e-9);
  const auto in = [&](double unit) {
    return has_between((number.value - half) * unit, (number.value + half) * unit);
  };
  return in(1) || in(0.01) || in(1e3) || in(1e6);
}

bool Figures::has_between(double low, double high) const {
  const auto first = std::lower_bound(sorted_.begin(), sorted_.end(), low);
  return first != sorted_.end() && *first <= high;
}

}  // namespace samspil::test
