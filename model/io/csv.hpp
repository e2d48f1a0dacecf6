/// \file
/// Separated text (RFC 4180) as rows of cells, with commas or as Excel writes it: semicolons or
/// tabs, a line "sep=;", separators behind the last cell, lines that end by CR LF or CR alone.
/// Knows columns, not what they mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/words/problem.hpp"

namespace samspil {

/// Cells of one record and the line on which it begins; a quoted cell may run over several lines.
struct CsvRow {
  int line = 0;
  std::vector<std::string> cells;
};

struct CsvTable {
  CsvRow header;
  std::vector<CsvRow> rows;  ///< Each has as many cells as the header.
  /// Whether numbers may have decimal commas: in a file whose cells no comma separates.
  bool decimal_commas = false;
};

/// How much a text may hold, and whether messages may tell a row by its first cell.
struct CsvForm {
  std::size_t most_rows = 2'000;
  bool tells_rows = true;
};

/// The rows of a text with commas that the program wrote itself, one after the other.
class CsvRows {
 public:
  explicit CsvRows(std::string_view text) noexcept : text_{text} {}
  /// Empty at the end.
  std::vector<std::string> next();

 private:
  std::string_view text_;
};

/// Reads `text`; every fault of form is appended to `problems` and its row left out. The separator
/// is the one that the first line declares, else what stands in the header. Empty lines and rows
/// without a cell are passed over; more rows than the form has are a fault, after which nothing is
/// returned. `file` names the text in messages.
CsvTable parse_csv(std::string_view text, const std::string& file, std::vector<Problem>& problems,
                   CsvForm form = {});

}  // namespace samspil
