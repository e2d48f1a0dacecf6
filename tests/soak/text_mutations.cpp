// How texts are damaged: by editors, spreadsheets, networks and people.
#include <algorithm>
#include <array>
#include <cctype>

#include "tests/soak/mutation.hpp"

namespace samspil::test {
namespace {

/// Where the lines stand, line ends included.
std::vector<Part> lines_in(const std::string& text) {
  std::vector<Part> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back({at, end - at});
    at = end;
  }
  return lines;
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_' || c == '.' || c == '-' || c == '+';
}

std::vector<Part> words_in(const std::string& text, Part line) {
  std::vector<Part> words;
  for (std::size_t at = line.begin; at < line.end();) {
    std::size_t end = at;
    while (end < line.end() && is_word_byte(text[end])) ++end;
    if (end > at) words.push_back({at, end - at});
    at = std::max(end, at + 1);
  }
  return words;
}

/// The first line, which is the header of a table, is taken more often than its share.
Part some_line(Work work) {
  const std::vector<Part> lines = lines_in(work.text);
  if (lines.empty()) return {};
  return work.chance.one_in(8) ? lines.front() : work.chance.one_of(lines);
}

enum class Kind { word, number };

/// Nothing where twenty lines hold none.
Part some_word(Work work, Kind kind = Kind::word) {
  for (int attempt = 0; attempt < 20; ++attempt) {
    std::vector<Part> words = words_in(work.text, some_line(work));
    std::erase_if(words, [&](Part word) {
      const auto first = static_cast<unsigned char>(work.text[word.begin]);
      return kind == Kind::number && std::isdigit(first) == 0 && first != '-';
    });
    if (!words.empty()) return work.chance.one_of(words);
  }
  return {};
}

void insert_in_word(Work work, std::string_view what) {
  const Part word = some_word(work);
  work.text.insert(word.begin + work.chance.below(word.size + 1), what);
}

std::string times(std::size_t count, std::string_view piece) {
  std::string all;
  for (; count > 0; --count) all += piece;
  return all;
}

void double_line(Work work) {
  const Part line = some_line(work);
  work.text.insert(line.end(), line.of(work.text));
}

void remove_line(Work work) {
  const Part line = some_line(work);
  work.text.erase(line.begin, line.size);
}

void swap_parts(std::string& text, Part a, Part b) {
  if (a.begin > b.begin) std::swap(a, b);
  if (a.end() > b.begin) return;
  const std::string first = a.of(text), second = b.of(text);
  text.replace(b.begin, b.size, first);
  text.replace(a.begin, a.size, second);
}

void swap_lines(Work work) {
  const Part line = some_line(work);
  swap_parts(work.text, line, some_line(work));
}

void move_lines(Work work) {
  const Part first = some_line(work), last = some_line(work);
  if (last.begin < first.begin) return;
  const Part block{first.begin, last.end() - first.begin};
  const std::string moved = block.of(work.text);
  work.text.erase(block.begin, block.size);
  work.text.insert(some_line(work).begin, moved);
}

void repeat_line(Work work) {
  const std::string line = some_line(work).of(work.text);
  const std::size_t most = 4'000'000 / (line.size() + 1);
  const std::size_t count = std::min(std::size_t{1} << work.chance.below(14), most);
  work.text.insert(some_line(work).end(), times(count, line));
}

void double_word(Work work) {
  const Part word = some_word(work);
  work.text.insert(word.end(), (work.chance.one_in(2) ? " " : ",") + word.of(work.text));
}

void remove_word(Work work) {
  const Part word = some_word(work);
  work.text.erase(word.begin, word.size);
}

void swap_words(Work work) {
  const Part word = some_word(work);
  swap_parts(work.text, word, some_word(work));
}

void odd_number(Work work) {
  const Part word = some_word(work, Kind::number);
  work.text.replace(
      word.begin, word.size,
      one_of_list(work,
                  "0|-1|1|-0|+1|2|3|12|100|1000|65536|2147483648|4294967296|9223372036854775807|"
                  "9223372036854775808|-9223372036854775808|18446744073709551616|"
                  "99999999999999999999|1e308|-1e308|1e400|1e-320|5e-324|nan|-nan|inf|-inf|NaN|"
                  "481.000|1.234,56|1,5|1 234|1'234|1\xC2\xA0"
                  "234|1_000|0x10|0b1|0o7|007|1.|.5|1e|--1|1-2|50 %|0.5|0.9999999999999999|"
                  "1.0000001|1e5|1e9|1e-9|\xE2\x88\x92"
                  "1|"));
}

/// Paths are of what may be read: a mutant names no file that is written.
void odd_word(Work work) {
  const Part word = some_word(work);
  work.text.replace(
      word.begin, word.size,
      one_of_list(work,
                  "| |true|\"\"|''|[]|{}|[[]]|{ a = 1 }|[1, \"a\"]|nan|-|1979-05-27|07:32:00|"
                  "1979-05-27T07:32:00Z|..|../..|.|/|/dev/zero|/dev/stdin|/etc/hostname|all.toml|"
                  "own.toml|basis.toml|prices.csv|nowhere.toml|default|2022|familiens_fremtid|"
                  "\xC3\xA6\xC3\xB8\xC3\xA5|%s%n|{0}|{}{}{1000000}|<script>|=1+1|None|NA|\"\"\""));
}

void misspell(Work work) {
  const Part word = some_word(work);
  if (word.size == 0) return;
  const std::size_t at = word.begin + work.chance.below(word.size);
  switch (work.chance.below(3)) {
    case 0:
      work.text.erase(at, 1);
      break;
    case 1:
      work.text.insert(at, 1, work.text[at]);
      break;
    default:
      work.text[at] = static_cast<char>('a' + work.chance.below(26));
  }
}

constexpr std::string_view marks = "\"'[]{}=,;#.:\\\t \n";

void drop_mark(Work work) {
  for (int attempt = 0; attempt < 50; ++attempt) {
    const std::size_t mark = work.text.find_first_of(marks.substr(0, 10), some_place(work));
    if (mark != std::string::npos) return void(work.text.erase(mark, 1));
  }
}

void add_mark(Work work) {
  const std::size_t count = 1 + work.chance.below(3);
  const std::string added(count, work.chance.one_of(marks));
  work.text.insert(some_place(work), added);
}

void long_word(Work work) {
  const std::string_view piece = one_of_list(work, "a|9|0|-|\xC3\xA6|a |\"");
  const std::string word = times(std::size_t{1} << (8 + work.chance.below(13)), piece);
  const Part place = some_word(work);
  work.text.replace(place.begin, work.chance.one_in(2) ? place.size : 0, word);
}

void nest(Work work) {
  const std::string_view piece = one_of_list(work, "[|{ a = |a.|[[|{|\"a\".");
  const std::string deep = times(std::size_t{1} << (1 + work.chance.below(16)), piece);
  const bool in_line = work.chance.one_in(2);
  work.text.insert(in_line ? some_word(work).begin : some_line(work).begin, deep);
}

void control_codes(Work work) {
  if (work.chance.one_in(4)) return insert_in_word(work, std::string(2, '\0'));
  insert_in_word(work, one_of_list(work,
                                   "\x01|\b|\x1b[31m|\x1b]0;title\x07|\x7f|\xC2\x9B"
                                   "31m|\xE2\x80\xA8|\xE2\x80\xAE|\xEF\xBB\xBF|\xC2\xA0|\f|\r"));
}

void escapes(Work work) {
  insert_in_word(work, one_of_list(work,
                                   "\\n|\\u0000|\\u001b[31m|\\U00110000|\\x1b|\\ud800|\\|\\r\\n|"
                                   "\\u2028|\\u009b"));
}

void bad_utf8(Work work) {
  insert_in_word(work, one_of_list(work,
                                   "\xFF|\xC3|\xED\xA0\x80|\xF4\x90\x80\x80|\xC0\x80|\xE6\xF8"
                                   "\xE5|\x80"));
}

void byte_order_mark(Work work) {
  if (work.chance.one_in(4)) {  // as a spreadsheet's "Unicode text"
    std::string wide = "\xFF\xFE";
    for (const char c : work.text) wide.append(1, c).append(1, '\0');
    work.text = wide;
  } else {
    work.text.insert(0, one_of_list(work, "\xEF\xBB\xBF|\xFF\xFE|\xEF\xBB\xBF\xEF\xBB\xBF"));
  }
}

void line_ends(Work work) {
  const std::size_t how = work.chance.below(4);
  if (how == 3) {
    while (!work.text.empty() && work.text.back() == '\n') work.text.pop_back();
    return;
  }
  std::string other;
  for (const char c : work.text) {
    const bool is_kept = c != '\n' || (how == 2 && work.chance.one_in(2));
    other.append(is_kept ? std::string_view{&c, 1} : how == 1 ? "\r" : "\r\n");
  }
  work.text = other;
}

void other_separators(Work work) {
  const char separator = work.chance.one_of(std::string_view{";\t|."});
  std::replace(work.text.begin(), work.text.end(), ',', separator);
}

/// 1 February 1970 and a number of four digits: no person is looked up.
void person_number(Work work) {
  std::string number = "010270";
  number += one_of_list(work, "-|| |\xE2\x80\x93");
  number += std::to_string(1000 + work.chance.below(3000));
  work.text.insert(some_place(work), number);
}

void empty(Work work) { work.text = work.chance.one_in(2) ? "" : " \n\n\t\n"; }

// What reaches furthest into the program stands several times.
constexpr std::array<Mutation, 32> mutations{{
    {"flipped bits", flip_bits},
    {"cut short", cut_short},
    {"spliced", splice},
    {"spliced", splice},
    {"doubled line", double_line},
    {"removed line", remove_line},
    {"swapped lines", swap_lines},
    {"moved lines", move_lines},
    {"repeated line", repeat_line},
    {"doubled word", double_word},
    {"removed word", remove_word},
    {"swapped words", swap_words},
    {"swapped words", swap_words},
    {"odd number", odd_number},
    {"odd number", odd_number},
    {"odd number", odd_number},
    {"odd number", odd_number},
    {"odd word", odd_word},
    {"odd word", odd_word},
    {"misspelt word", misspell},
    {"dropped mark", drop_mark},
    {"added mark", add_mark},
    {"long word", long_word},
    {"nested", nest},
    {"control codes", control_codes},
    {"escapes", escapes},
    {"bad UTF-8", bad_utf8},
    {"byte order mark", byte_order_mark},
    {"line ends", line_ends},
    {"other separators", other_separators},
    {"person number", person_number},
    {"empty", empty},
}};

}  // namespace

std::span<const Mutation> text_mutations() { return mutations; }

}  // namespace samspil::test
