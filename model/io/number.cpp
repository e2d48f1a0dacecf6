#include "model/io/number.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <system_error>

#include "model/core/portable.hpp"

namespace samspil {
namespace {

constexpr std::string_view digits = "0123456789";

/// What may stand between the digits of a number, and what it is taken for: a blank for every sign
/// that does nothing but divide digits into groups.
struct Sign {
  std::string_view text;
  char meaning;
};
constexpr std::array<Sign, 12> signs{{{".", '.'},
                                      {",", ','},
                                      {" ", ' '},
                                      {"\t", ' '},
                                      {"\u00A0", ' '},  // hard blank
                                      {"\u202F", ' '},  // narrow hard blank
                                      {"\u2009", ' '},  // thin blank
                                      {"\u2007", ' '},  // blank as wide as a digit
                                      {"'", ' '},
                                      {"\u2019", ' '},  // ’
                                      {"\u00B4", ' '},  // ´
                                      {"_", ' '}}};

bool is_digit(char c) noexcept { return digits.find(c) != std::string_view::npos; }

/// Takes the sign in front of `text` away. A zero where there is none.
char take_sign(std::string_view& text) noexcept {
  for (const Sign& sign : signs) {
    if (!text.starts_with(sign.text)) continue;
    text.remove_prefix(sign.text.size());
    return sign.meaning;
  }
  return 0;
}

/// A number as people write it: "- 1.234,56 kr." has the body "1.234,56" and the tail "kr.".
struct Written {
  bool negative = false;
  std::string body;  ///< Digits, points, commas and single blanks; begins and ends with a digit.
  std::string_view tail;
};

Written written(std::string_view text) {
  Written read;
  while (!text.empty() && (text.front() == ' ' || !is_digit(text.front()))) {
    std::string_view rest = text;
    if (take_sign(rest) == ' ') {
      text = rest;
    } else if (text.front() == '+' || text.front() == '-') {
      read.negative = text.front() == '-';
      text.remove_prefix(1);
    } else if (text.starts_with("\u2212")) {  // the sign of minus that word processors write
      read.negative = true;
      text.remove_prefix(3);
    } else {
      break;
    }
  }
  while (!text.empty()) {
    if (is_digit(text.front())) {
      read.body += text.front();
      text.remove_prefix(1);
      continue;
    }
    const char sign = take_sign(text);
    if (sign == 0) break;
    if (sign != ' ' || !read.body.ends_with(' ')) read.body += sign;
  }
  while (!read.body.empty() && !is_digit(read.body.back())) read.body.pop_back();
  read.tail = text;
  return read;
}

/// "1.600.000" as "1600000", where the separator stands before every third digit.
std::optional<std::string> ungrouped(std::string_view body, char separator) {
  if (body.empty() || !is_digit(body.front()) || body.front() == '0') return std::nullopt;
  std::string joined;
  std::size_t group = 0;
  for (const char c : body) {
    if (c == separator) {
      const bool is_first = joined.size() == group;
      if (is_first ? group > 3 : group != 3) return std::nullopt;
      group = 0;
    } else if (is_digit(c)) {
      joined += c;
      ++group;
    } else {
      return std::nullopt;
    }
  }
  if (joined.size() != body.size() && group != 3) return std::nullopt;
  return joined;
}

/// What a body may mean, each as digits with a point at most.
struct Readings {
  std::optional<std::string> thousands;
  std::optional<std::string> decimal;
};

/// A body whose digits are divided by one sign alone.
Readings readings_of_one_sign(std::string_view body, char sign, NumberKind kind) {
  if (std::count(body.begin(), body.end(), sign) > 1) return {ungrouped(body, sign), {}};
  const std::size_t at = body.find(sign);
  const std::string whole{body.substr(0, at)};
  const std::string fraction{body.substr(at + 1)};
  Readings both{{}, whole + "." + fraction};
  const bool may_be_thousands = kind == NumberKind::amount || kind == NumberKind::count;
  if (may_be_thousands && fraction.size() == 3) both.thousands = ungrouped(body, sign);
  return both;
}

Readings readings(std::string_view body, NumberKind kind) {
  if (body.find_first_not_of(digits) == std::string_view::npos) return {{}, std::string{body}};
  const std::size_t last = body.find_last_of(".,");
  if (last == std::string_view::npos) return {{}, ungrouped(body, ' ')};
  const char point = body[last];
  const std::string_view before = body.substr(0, last);
  const char group = before.find(' ') != std::string_view::npos ? ' ' : (point == '.' ? ',' : '.');
  if (before.find(group) == std::string_view::npos) return readings_of_one_sign(body, point, kind);
  const std::string_view fraction = body.substr(last + 1);
  const auto whole = ungrouped(before, group);
  if (!whole || fraction.find_first_not_of(digits) != std::string_view::npos) return {};
  return {{}, *whole + "." + std::string{fraction}};
}

/// Two digits further down: per cent as a share.
std::string hundredth(const std::string& number) {
  const std::size_t point = std::min(number.find('.'), number.size());
  std::string whole = "00" + number.substr(0, point);
  const std::string fraction = point < number.size() ? number.substr(point + 1) : "";
  return whole.substr(0, whole.size() - 2) + "." + whole.substr(whole.size() - 2) + fraction;
}

/// As a number of this kind is read without fault: no zeros that say nothing, but for one behind
/// the third digit of an amount, which tells that its point is none of thousands.
std::string spelled(std::string number, bool negative, NumberKind kind) {
  const std::size_t point = number.find('.');
  if (point != std::string::npos) {
    number.erase(std::max(number.find_last_not_of('0') + 1, point));
    if (number.ends_with('.')) number.pop_back();
  }
  number.erase(0, std::min(number.find_first_not_of('0'), number.size()));
  if (number.empty() || number.front() == '.') number.insert(0, "0");
  const std::size_t shown_point = number.find('.');
  const bool is_pointed = shown_point != std::string::npos;
  if (is_pointed && kind == NumberKind::count) {
    double value = 0;
    from_chars(number.data(), number.data() + number.size(), value);
    number = fmt::format("{:.0f}", std::round(value));
  } else if (kind == NumberKind::amount && ungrouped(number, '.') && is_pointed) {
    number += '0';
  }
  return negative && number != "0" ? "-" + number : number;
}

bool is_per_cent(std::string_view tail) noexcept {
  return tail == "%" || tail == "pct." || tail == "pct" || tail == "procent" || tail == "percent" ||
         tail == "per cent";
}

/// The beginning of a long text is enough to find it by. Cut between letters.
std::string quoted(std::string_view text) {
  constexpr std::size_t most = 60;
  std::size_t end = std::min(text.size(), most);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return fmt::format("'{}{}'", text.substr(0, end), end < text.size() ? "…" : "");
}

/// "481 thousand", "3 thousand 178".
Message in_thousands(const std::string& number) {
  const std::string thousands = number.substr(0, number.size() - 3);
  const std::string rest = number.substr(number.size() - 3);
  if (rest == "000") return {"fault.thousands", thousands};
  return {"fault.thousands_and", thousands, rest};
}

NumberFault two_readings(std::string_view text, const Readings& both, bool negative,
                         NumberKind kind, bool underscores) {
  const std::string sign = negative ? "-" : "";
  const std::string& thousands = *both.thousands;
  Message whole = Message::as_is(sign + thousands);
  if (underscores) {
    const std::string grouped =
        fmt::format("{}{}_{}", sign, thousands.substr(0, thousands.size() - 3),
                    thousands.substr(thousands.size() - 3));
    whole = {"remedy.either_spelling", whole, grouped};
  }
  const std::string exact = spelled(*both.decimal, negative, NumberKind::ratio);
  const std::string shown = spelled(*both.decimal, negative, kind);
  const bool is_rounded = kind == NumberKind::count && shown != exact;
  const Message other = is_rounded ? Message{"remedy.nearest_whole", shown} : Message::as_is(shown);
  return {{"fault.two_readings", quoted(text)},
          {"remedy.two_readings", whole, in_thousands(thousands), decimal(exact), other},
          shown,
          true};
}

/// What is wrong with a text that means one number.
Key problem_of(std::string_view text, const Written& read) {
  if (is_per_cent(read.tail)) return "fault.per_cent_sign";
  if (!read.tail.empty()) return "fault.text_after_number";
  if (read.body.find(' ') != std::string::npos) return "fault.separators";
  if (std::count(read.body.begin(), read.body.end(), ',') == 1 &&
      read.body.find('.') == std::string::npos) {
    return "fault.decimal_comma";
  }
  if (read.body.find_first_of(".,") != read.body.find_last_of(".,")) return "fault.separators";
  if (!is_digit(text.back())) return "fault.blanks_around";
  return "fault.more_than_a_number";
}

Key remedy_of(Key problem) {
  if (problem == Key{"fault.decimal_comma"}) return "remedy.decimal_point";
  if (problem == Key{"fault.text_after_number"}) return "remedy.number_alone";
  return "remedy.write";
}

NumberFault fault_of(std::string_view text, NumberKind kind) {
  const Written read = written(text);
  const Readings may_be = readings(read.body, kind);
  const bool is_strange = read.tail.find_first_of(digits) != std::string_view::npos;
  if (read.body.empty() || is_strange || (!may_be.decimal && !may_be.thousands)) {
    return {{"fault.not_a_number", quoted(text)}, {"remedy.such_as"}};
  }
  const bool per_cent = is_per_cent(read.tail);
  if (per_cent && (kind == NumberKind::amount || kind == NumberKind::count)) {
    return {{"fault.per_cent_for_amount", quoted(text)}, {"remedy.amount"}};
  }
  if (may_be.decimal && may_be.thousands) {
    return two_readings(text, may_be, read.negative, kind, false);
  }
  std::string number = may_be.decimal ? *may_be.decimal : *may_be.thousands;
  if (per_cent && kind == NumberKind::ratio) number = hundredth(number);
  const NumberKind shown_as = kind == NumberKind::count ? NumberKind::amount : kind;
  std::string meant = spelled(std::move(number), read.negative, shown_as);
  const Key problem = problem_of(text, read);
  return {{problem, quoted(text)}, {remedy_of(problem), meant}, meant};
}

}  // namespace

std::optional<NumberFault> thousands_fault(std::string_view text, NumberKind kind) {
  std::string plain{text};
  std::erase(plain, '_');
  const Written read = written(plain);
  if (!read.tail.empty() || std::count(read.body.begin(), read.body.end(), '.') != 1) {
    return std::nullopt;
  }
  const Readings both = readings(read.body, kind);
  if (!both.thousands || !both.decimal) return std::nullopt;
  return two_readings(text, both, read.negative, kind, true);
}

std::variant<double, NumberFault> parse_number(std::string_view text, NumberKind kind) {
  if (text.empty()) return NumberFault{{"fault.no_number"}, {"remedy.such_as"}};
  double value = 0;
  const auto [end, error] = from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole_text = error != std::errc::invalid_argument &&
                             end == text.data() + text.size() &&
                             text.find_first_of(digits) != std::string_view::npos;
  if (!is_whole_text) return fault_of(text, kind);
  if (error == std::errc::result_out_of_range || !std::isfinite(value)) {
    return NumberFault{{"fault.outside_number", quoted(text)}, {"remedy.ordinary_size"}};
  }
  const Written read = written(text);
  if (const Readings both = readings(read.body, kind);
      read.tail.empty() && both.thousands && both.decimal) {
    return two_readings(text, both, read.negative, kind, false);
  }
  return value;
}

std::variant<double, NumberFault> parse_number_with_comma(std::string_view text, NumberKind kind) {
  const Written read = written(text);
  const bool is_plain = !text.empty() && read.tail.empty() && text.ends_with(read.body) &&
                        text.size() - read.body.size() <= 1;
  if (!is_plain || read.body.find(' ') != std::string::npos) return parse_number(text, kind);
  const std::size_t comma = read.body.find(',');
  if (comma == std::string::npos) {
    const Readings both = readings_of_one_sign(read.body, '.', NumberKind::amount);
    const bool has_point = read.body.find('.') != std::string::npos;
    if (has_point && both.thousands && both.decimal) {
      return two_readings(text, both, read.negative, kind, false);
    }
    return parse_number(text, kind);
  }
  const Readings may_be = readings(read.body, kind);
  if (read.body.find(',', comma + 1) != std::string::npos || !may_be.decimal ||
      read.body.find('.', comma) != std::string::npos) {
    return parse_number(text, kind);
  }
  if (may_be.thousands) return two_readings(text, may_be, read.negative, kind, false);
  const std::string number = (read.negative ? "-" : "") + *may_be.decimal;
  double value = 0;
  from_chars(number.data(), number.data() + number.size(), value);
  return value;
}

}  // namespace samspil
