#include "model/inputs/load_csv.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace samspil {

CsvFile::CsvFile(const InputText& input, const std::vector<std::string>& columns,
                 Problems& problems)
    : file_{input.file}, problems_{problems} {
  const std::size_t faults = problems.size();
  table_ = parse_csv(input.text, input.file, problems);
  complete_ = problems.size() == faults;
  if (table_.header.cells.empty()) return;
  check_header(columns);
  refuse_person_numbers();
}

void CsvFile::check_header(const std::vector<std::string>& columns) {
  const CsvRow& header = table_.header;
  std::vector<std::string> unknown;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string& name = header.cells[i];
    if (names_person_number(name)) {
      problems_.push_back({file_, header.line, name, "a column of person numbers (CPR) is refused",
                           "use pseudonyms, and leave the column out"});
    } else if (std::find(columns.begin(), columns.end(), name) == columns.end()) {
      problems_.push_back(
          {file_, header.line, name, "unknown column", naming_advice(name, columns)});
      unknown.push_back(name);
    } else if (std::count(header.cells.begin(), header.cells.begin() + static_cast<long>(i), name) >
               0) {
      problems_.push_back(
          {file_, header.line, name, "the column stands twice", "keep one of them"});
    }
  }
  for (const std::string& column : columns) {
    if (std::find(header.cells.begin(), header.cells.end(), column) != header.cells.end()) continue;
    table_.rows.clear();
    complete_ = false;
    if (is_nearly_given(column, unknown)) continue;
    problems_.push_back({file_, header.line, column, "the column is missing",
                         fmt::format("add '{}' to the header and to every row", column)});
  }
}

void CsvFile::refuse_person_numbers() {
  for (const CsvRow& row : table_.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!holds_person_number(row.cells[i])) continue;
      problems_.push_back({file_, row.line, table_.header.cells[i],
                           "the value looks like a person number (CPR)",
                           "use pseudonyms instead of person numbers"});
    }
  }
}

std::size_t CsvFile::position(std::string_view column) const {
  const auto& cells = table_.header.cells;
  return static_cast<std::size_t>(std::find(cells.begin(), cells.end(), column) - cells.begin());
}

void CsvFields::text(std::string_view column, std::string& target) {
  if (cell(column).empty()) {
    refuse(column, "is empty", "write a text");
  } else {
    target = cell(column);
  }
}

bool CsvFields::number(std::string_view column, double& target, Limits limits) {
  const auto parsed = parse_number(cell(column));
  if (const auto* fault = std::get_if<NumberFault>(&parsed)) return accept(column, *fault);
  if (!accept(column, limits_fault(std::get<double>(parsed), limits))) return false;
  target = std::get<double>(parsed);
  return true;
}

bool CsvFields::whole(std::string_view column, int& target, Limits limits) {
  double value = 0;
  if (!number(column, value, limits) || !accept(column, whole_fault(value))) return false;
  target = static_cast<int>(value);
  return true;
}

void CsvFields::quantity(std::string_view value, Quantity& target, std::string_view unit,
                         Limits limits) {
  target.line = line();
  const bool has_value = number(value, target.value, limits);
  const bool has_low = number("low", target.low, limits);
  const bool has_high = number("high", target.high, limits);
  if (has_value && has_low && has_high) {
    accept("", range_fault(target.low, target.value, target.high));
  }
  target.unit = cell("unit");
  accept("", unit_fault(target.unit, unit));
  choice("grade", target.grade, grade_names);
  text("source", target.source);
}

void CsvFields::refuse(std::string_view column, std::string problem, std::string remedy) {
  faulty_ = true;
  csv_.problems().push_back({csv_.file(), row_.line,
                             column.empty() ? name_ : fmt::format("{}.{}", name_, column),
                             std::move(problem), std::move(remedy)});
}

bool CsvFields::accept(std::string_view column, const std::optional<NumberFault>& fault) {
  if (fault) refuse(column, fault->problem, fault->remedy);
  return !fault;
}

}  // namespace samspil
