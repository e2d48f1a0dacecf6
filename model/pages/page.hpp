/// \file
/// What is shown of a document: headings, sentences and tables in one language. How wide a line is
/// and what a table looks like, as text or as a sheet, is up to who renders it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace samspil {

/// One cell of a table: as it reads, and the number behind it where there is one.
struct Cell {
  std::string text;
  std::optional<double> value{};

  Cell(std::string said) : text{std::move(said)} {}
  Cell(std::string_view said) : text{said} {}
  Cell(const char* said) : text{said} {}
  Cell(std::string said, double number) : text{std::move(said)}, value{number} {}
};

struct Cells : std::vector<Cell> {
  using std::vector<Cell>::vector;
  Cells(const std::vector<std::string>& texts) : std::vector<Cell>(texts.begin(), texts.end()) {}
};

struct Row {
  std::string label;
  Cells cells;
  std::size_t indent = 0;
};

/// Rows under each other, the first of them the heading.
struct Table {
  std::vector<Row> rows;
  bool has_equal_columns = false;   ///< Every column as wide as the widest.
  bool has_narrow_columns = false;  ///< No column wider than its cells need.

  void row(std::string_view label, Cells cells, std::size_t indent = 0) {
    rows.push_back({std::string{label}, std::move(cells), indent});
  }
};

struct Heading {
  std::string text;
};
/// Running text, indented as a whole; its first line begins with `lead` instead, if there is one.
struct Sentence {
  std::string text;
  std::size_t indent = 0;
  std::string lead{};
};
/// A line that is not broken.
struct Line {
  std::string text;
};
struct Gap {};

/// Which sign a page's amounts have.
enum class Sign : std::uint8_t {
  saving,  // positive: fewer expenditures
  budget,  // positive: more expenditure, as municipal budgets have it
};

using PagePart = std::variant<Heading, Sentence, Line, Gap, Table>;

class Page {
 public:
  void heading(std::string_view text) { parts_.emplace_back(Heading{std::string{text}}); }
  void sentence(std::string_view text, std::size_t indent = 0) {
    parts_.emplace_back(Sentence{std::string{text}, indent});
  }
  void sentence_behind(std::string lead, std::string_view text, std::size_t indent) {
    parts_.emplace_back(Sentence{std::string{text}, indent, std::move(lead)});
  }
  /// Only what does not fit the first line is indented.
  void hanging(std::string_view text, std::size_t indent) {
    const std::size_t end = std::min(text.find(' ', text.find_first_not_of(' ')), text.size());
    sentence_behind(std::string{text.substr(0, end)}, text.substr(end), indent);
  }
  void line(std::string text) { parts_.emplace_back(Line{std::move(text)}); }
  void blank() { parts_.emplace_back(Gap{}); }
  void add(Table table) { parts_.emplace_back(std::move(table)); }
  /// All of another page below.
  void add(const Page& page) {
    parts_.insert(parts_.end(), page.parts_.begin(), page.parts_.end());
  }

  const std::vector<PagePart>& parts() const noexcept { return parts_; }

 private:
  std::vector<PagePart> parts_;
};

}  // namespace samspil
