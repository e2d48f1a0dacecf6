#include "model/render/text.hpp"

#include <algorithm>
#include <numeric>
#include <sstream>

#include "model/core/shown_text.hpp"
#include "model/words/numbers.hpp"

namespace samspil {
namespace {

/// Blanks between two columns of a table, and the least width of one.
constexpr std::size_t gap = 2, usual_column = 8;

using Widths = std::vector<std::size_t>;

class Text {
 public:
  explicit Text(std::size_t width) : width_{width} {}

  void operator()(const Sentence& sentence) {
    std::istringstream words{sentence.text};
    std::string line = shown(sentence.lead);
    if (line.empty()) line.assign(sentence.indent, ' ');
    bool is_empty = line.empty() || line.back() == ' ';
    for (std::string word; words >> word;) {
      word = shown(word);
      if (!is_empty && display_width(line) + 1 + display_width(word) > width_) {
        text_ += line + '\n';
        line.assign(sentence.indent, ' ');
        is_empty = true;
      }
      if (!is_empty) line += ' ';
      line += word;
      is_empty = false;
    }
    text_ += line + '\n';
  }

  void operator()(const Heading& heading) {
    std::string line = "== " + shown(heading.text) + ' ';
    while (display_width(line) < width_) line += '=';
    text_ += '\n' + pad_right(line, width_) + '\n';
  }

  void operator()(const Line& line) {
    text_ += shown(line.text.substr(0, line.text.find_last_not_of(' ') + 1)) + '\n';
  }

  void operator()(const Gap& /*unused*/) { text_ += '\n'; }

  void operator()(const Table& table) {
    const Widths widths = column_widths(table);
    std::size_t label_width = 0;
    for (const Row& row : table.rows) {
      label_width = std::max(label_width, display_width(label_of(row)));
    }
    std::size_t from = 0;
    do {
      std::size_t to = from;
      std::size_t used = label_width;
      while (to < widths.size() && (to == from || used + widths[to] <= width_)) {
        used += widths[to++];
      }
      if (from > 0) text_ += '\n';
      columns(table, widths, from, to);
      from = to;
    } while (from < widths.size());
  }

  std::string text() && { return std::move(text_); }

 private:
  static std::string label_of(const Row& row) {
    return std::string(row.indent, ' ').append(shown(row.label));
  }

  static Widths column_widths(const Table& table) {
    Widths widths;
    for (const Row& row : table.rows) {
      if (row.cells.size() > widths.size()) {
        widths.resize(row.cells.size(), table.has_narrow_columns ? 0 : usual_column);
      }
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        widths[i] = std::max(widths[i], display_width(row.cells[i].text) + gap);
      }
    }
    if (table.has_equal_columns && !widths.empty()) {
      std::fill(widths.begin(), widths.end(), *std::max_element(widths.begin(), widths.end()));
    }
    return widths;
  }

  /// Whether a row says something, but none of it in the columns from <= i < to.
  static bool is_blank(const Row& row, std::size_t from, std::size_t to) {
    bool says_something = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].text.empty()) continue;
      if (from <= i && i < to) return false;
      says_something = true;
    }
    return says_something;
  }

  /// The labels with the columns from <= i < to. Below the first ones a row that is blank there is
  /// left out.
  void columns(const Table& table, const Widths& widths, std::size_t from, std::size_t to) {
    const auto at = [&](std::size_t i) { return widths.begin() + static_cast<std::ptrdiff_t>(i); };
    const std::size_t taken = std::accumulate(at(from), at(to), std::size_t{0});
    for (const Row& row : table.rows) {
      if (from > 0 && is_blank(row, from, to)) continue;
      std::string line = pad_right(label_of(row), width_ - std::min(width_, taken));
      for (std::size_t i = from; i < std::min(to, row.cells.size()); ++i) {
        line += pad_left(row.cells[i].text, widths[i]);
      }
      (*this)(Line{std::move(line)});
    }
  }

  std::size_t width_;
  std::string text_;
};

}  // namespace

std::string as_text(const Page& page, std::size_t width) {
  Text text{width};
  for (const PagePart& part : page.parts()) std::visit(text, part);
  return std::move(text).text();
}

}  // namespace samspil
