/// \file
/// Comma-separated text (RFC 4180) as rows of cells. Knows columns, not what they mean.
#pragma once

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
};

/// Reads `text`; every fault of form is appended to `problems` and its row left out. Empty lines
/// are passed over; more than 2,000 rows are a fault, after which nothing is returned. `file`
/// names the text in messages.
CsvTable parse_csv(std::string_view text, const std::string& file, std::vector<Problem>& problems);

}  // namespace samspil
