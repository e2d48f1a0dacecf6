/// \file
/// A workbook as it is to be: sheets of texts, numbers and formulas, with what each cell looks
/// like, what may be changed, and charts. Which program's file it becomes is up to who renders it.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "model/pages/formula.hpp"

namespace samspil {

/// How a number is written.
enum class NumberLook {
  text,
  kroner,     // whole kr.
  ore,        // kr. and øre
  thousands,  // 1.000 kr.
  millions,   // mio. kr., one decimal
  percent,    // of a share, one decimal
  tenths,
  factor,  // four decimals
  plain,   // as many decimals as it has
  year,    // whole, without a thousands separator
};

struct CellStyle {
  NumberLook look = NumberLook::text;
  bool is_input = false;   ///< Yellow: may be changed.
  bool is_closed = false;  ///< Grey: an input of the run that no formula can follow.
  bool is_title = false, is_heading = false, is_bold = false, is_note = false;
  bool is_caveat = false;
  bool is_total = false;  ///< With a line above.
  bool is_wrapped = false;
  bool is_right = false;
  unsigned char indent = 0;

  auto key() const {
    return std::tuple{look,    is_input,  is_closed, is_title,   is_heading, is_bold,
                      is_note, is_caveat, is_total,  is_wrapped, is_right,   indent};
  }
};

struct SheetCell {
  std::variant<std::monostate, std::string, double, Formula> content;
  CellStyle style;
  std::string link{};  ///< Name of the sheet that it leads to.
};

enum class ChartKind { columns, lines, bars };

struct ChartSeries {
  std::string name;
  CellRange values;
  int colour = 0x0072B2;
};

struct SheetChart {
  ChartKind kind = ChartKind::columns;
  std::string title, axis, description;  ///< The last for who does not see it.
  CellRange categories;
  std::vector<ChartSeries> series;
  int row = 0, column = 0;
  int width = 760, height = 300;  ///< [pixels]
};

/// Text over several cells of one row, as high as it needs.
struct WideText {
  int row = 0, first = 0, last = 0;
};

/// What a cell may hold: one of some texts, or a number between two.
struct CellRule {
  int row = 0, column = 0;
  std::vector<std::string> choices{};
  double lowest = 0, highest = 0;
  std::string what{};  ///< Told where it is not met.
};

class Sheet {
 public:
  explicit Sheet(std::string called) : name{std::move(called)} {}

  std::string name;
  std::map<std::pair<int, int>, SheetCell> cells;
  std::map<int, double> widths;  ///< By column, in characters.
  std::vector<WideText> wide;
  std::vector<CellRule> rules;
  std::vector<SheetChart> charts;
  int frozen_rows = 0, frozen_columns = 0;
  int repeated_rows = 0;       ///< Printed on every page.
  int first_repeated_row = 0;  ///< Of them.
  /// Columns that a further printed page begins with, the first column beside them; with none a
  /// page is as wide as the sheet.
  std::vector<int> page_begins;
  bool is_landscape = true;
  bool is_one_page = false;  ///< Printed as small as it must be for it.

  /// Each gives the cell as a formula that stands for it.
  Formula text(int row, int column, std::string_view said, CellStyle style = {});
  Formula number(int row, int column, double value, CellStyle style);
  Formula formula(int row, int column, Formula formula, CellStyle style);
  /// Empty, and to be filled in.
  Formula blank(int row, int column, CellStyle style);
  /// Running text over the columns from `first` to `last`.
  void paragraph(int row, int last, std::string_view said, CellStyle style = {}, int first = 0);

  Formula at(int row, int column) const;
  /// What was put there.
  CellRange range(int row, int first, int last) const { return range(row, first, row, last); }
  CellRange range(int row, int column, int last_row, int last_column) const;
};

struct Workbook {
  std::string title;
  std::string footer;
  std::deque<Sheet> sheets;  ///< Their addresses stay.

  Sheet& add(std::string_view name) { return sheets.emplace_back(std::string{name}); }
};

}  // namespace samspil
