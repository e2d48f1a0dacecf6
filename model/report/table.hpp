/// \file
/// A table of a page: columns as wide as their cells need, two blanks between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/report/page.hpp"

namespace samspil {

/// Collects rows and writes them at the right edge of the page. Columns that do not fit beside each
/// other follow below, under the same labels; no number is ever cut.
class Table {
 public:
  void row(std::string_view label, std::vector<std::string> cells, std::size_t indent = 0);
  /// Every column as wide as the widest.
  void make_columns_equal() noexcept { is_equal_ = true; }
  /// No column wider than its cells need.
  void make_columns_narrow() noexcept { narrowest_ = 0; }

  void write(Page& page) const;

 private:
  struct Row {
    std::string label;
    std::vector<std::string> cells;
  };

  std::vector<std::size_t> column_widths() const;
  void write_block(Page& page, const std::vector<std::size_t>& widths, std::size_t from,
                   std::size_t to) const;

  std::vector<Row> rows_;
  bool is_equal_ = false;
  std::size_t narrowest_ = 8;
};

}  // namespace samspil
