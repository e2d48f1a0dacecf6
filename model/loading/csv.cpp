#include "model/loading/csv.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "model/core/near_names.hpp"
#include "model/inputs/person_numbers.hpp"
#include "model/loading/called.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

/// A column's own name where it is given by its Danish one.
std::string in_english(const std::string& name, std::string_view words,
                       const std::vector<std::string>& columns) {
  for (const std::string& column : columns) {
    if (label(Language::da, words, column) == name) return column;
  }
  return name;
}

/// A unit of the user's own may be given as it is called in either language.
std::optional<NumberFault> own_unit_fault(const std::string& given, const std::string& unit) {
  if (called<std::size_t>(given, "unit", std::array<std::string_view, 1>{unit})) {
    return std::nullopt;
  }
  return NumberFault{{"fault.unit", given, called_in_either("unit", unit)}, {"remedy.unit"}};
}

}  // namespace

CsvFile::CsvFile(const InputText& input, const std::vector<std::string>& columns,
                 Problems& problems, const std::vector<std::string>& optional, CsvRules rules)
    : file_{input.file}, problems_{problems}, column_words_{rules.column_words} {
  const std::size_t faults = problems.size();
  table_ = parse_csv(input.text, input.file, problems, rules.form);
  complete_ = problems.size() == faults;
  refuse_person_numbers(input.text);
  for (std::string& name : table_.header.cells) {
    std::string english = in_english(name, column_words_, columns);
    english = in_english(english, column_words_, optional);
    is_danish_ = is_danish_ || english != name;
    name = std::move(english);
  }
  if (!table_.header.cells.empty()) check_header(columns, optional, rules.form.tells_rows);
}

void CsvFile::check_header(const std::vector<std::string>& columns,
                           const std::vector<std::string>& optional, bool tells_rows) {
  const CsvRow& header = table_.header;
  // Without a column that must be there, the first row may be one of cells.
  const bool is_header = std::all_of(columns.begin(), columns.end(),
                                     [this](const std::string& column) { return has(column); });
  const auto is_among = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  std::vector<std::string> unknown, called_here;
  for (const std::string& column : columns) called_here.push_back(called(column));
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string& name = header.cells[i];
    if (name.empty()) {
      // Once: a spreadsheet ends every line alike.
      if (i == 0 || !header.cells[i - 1].empty()) {
        problems_.push_back(
            {file_, header.line, "", {"fault.unnamed_column", i + 1}, {"remedy.unnamed_column"}});
      }
    } else if (names_person_number(name)) {
      problems_.push_back({file_, header.line, name, {"fault.cpr_column"}, {"remedy.cpr_column"}});
    } else if (!is_among(columns, name) && !is_among(optional, name)) {
      if (tells_rows || is_header) {
        problems_.push_back(
            {file_, header.line, name, {"fault.unknown_column"}, naming_advice(name, called_here)});
      } else {
        problems_.push_back({file_,
                             header.line,
                             "",
                             {"fault.unknown_column_number", i + 1},
                             naming_advice(name, called_here)});
      }
      unknown.push_back(name);
    } else if (std::count(header.cells.begin(), header.cells.begin() + static_cast<long>(i), name) >
               0) {
      problems_.push_back(
          {file_, header.line, called(name), {"fault.column_twice"}, {"remedy.keep_one"}});
    }
  }
  for (const std::string& column : columns) {
    if (has(column)) continue;
    table_.rows.clear();
    complete_ = false;
    const std::string name = called(column);
    if (is_nearly_given(name, unknown)) continue;
    problems_.push_back(
        {file_, header.line, name, {"fault.column_missing"}, {"remedy.add_column", name}});
  }
}

void CsvFile::refuse_person_numbers(std::string_view text) {
  std::set<int> told;
  for (const CsvRow& row : table_.rows) {
    int last = row.line;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!holds_person_number(row.cells[i])) continue;
      problems_.push_back(
          {file_, row.line, called(table_.header.cells[i]), {"fault.cpr_cell"}, {"remedy.cpr"}});
      for (const std::string& cell : row.cells) {
        last += static_cast<int>(std::count(cell.begin(), cell.end(), '\n'));
      }
      for (int line = row.line; line <= last; ++line) told.insert(line);
      break;
    }
  }
  // What stands in no cell that was read: in the header, or in a row with a fault.
  for (const int line : lines_with_person_numbers(text)) {
    if (told.count(line) > 0) continue;
    problems_.push_back({file_, line, "", {"fault.cpr_value"}, {"remedy.cpr"}});
  }
}

std::string CsvFile::called(std::string_view column) const {
  return std::string{is_danish_ ? label(Language::da, column_words_, column) : column};
}

bool CsvFile::has(std::string_view column) const {
  return position(column) < table_.header.cells.size();
}

std::size_t CsvFile::position(std::string_view column) const {
  const auto& cells = table_.header.cells;
  return static_cast<std::size_t>(std::find(cells.begin(), cells.end(), column) - cells.begin());
}

void CsvFields::text(std::string_view column, std::string& target) {
  if (cell(column).empty()) {
    refuse(column, {"fault.is_empty"}, {"remedy.text"});
  } else if (accept(column, length_fault(cell(column), longest_text))) {
    target = cell(column);
  }
}

bool CsvFields::number(std::string_view column, double& target, Limits limits) {
  const auto parsed = csv_.decimal_commas() ? parse_number_with_comma(cell(column), limits.kind)
                                            : parse_number(cell(column), limits.kind);
  if (const auto* fault = std::get_if<NumberFault>(&parsed)) return accept(column, *fault);
  if (!accept(column, limits_fault(std::get<double>(parsed), limits))) return false;
  target = std::get<double>(parsed);
  return true;
}

bool CsvFields::whole(std::string_view column, int& target, Limits limits) {
  double value = 0;
  limits.kind = NumberKind::count;
  if (!number(column, value, limits) || !accept(column, whole_fault(value, cell(column)))) {
    return false;
  }
  target = static_cast<int>(value);
  return true;
}

void CsvFields::own_number(std::string_view column, Quantity& target, Limits limits) {
  Limits whole = limits;
  if (whole.kind == NumberKind::amount) whole.kind = NumberKind::count;
  if (number(column, target.value, whole)) accept(column, whole_fault(target.value, cell(column)));
  target.low = target.high = target.value;  // what is known of one's own accounts is no range
  if (is_given("low")) number("low", target.low, limits);
  if (is_given("high")) number("high", target.high, limits);
  if (!faulty()) accept("", range_fault(target.low, target.value, target.high));
  if (is_given("unit")) accept("unit", own_unit_fault(cell("unit"), target.unit));
}

void CsvFields::quantity(std::string_view value, Quantity& target, std::string_view unit,
                         Limits limits) {
  limits.kind = kind_of_unit(unit);
  read_quantity(value, target, unit, limits, limits);
}

void CsvFields::whole_quantity(std::string_view value, Quantity& target, std::string_view unit,
                               Limits limits) {
  Limits whole = limits;
  if (whole.kind == NumberKind::amount) whole.kind = NumberKind::count;
  read_quantity(value, target, unit, whole, limits);
  accept(value, whole_fault(target.value, cell(value)));
}

void CsvFields::read_quantity(std::string_view value, Quantity& target, std::string_view unit,
                              Limits of_value, Limits of_range) {
  target.line = line();
  const bool has_value = number(value, target.value, of_value);
  const bool has_low = number("low", target.low, of_range);
  const bool has_high = number("high", target.high, of_range);
  if (has_value && has_low && has_high) {
    accept("", range_fault(target.low, target.value, target.high));
  }
  target.unit = cell("unit");
  accept("", unit_fault(target.unit, unit));
  choice("grade", target.grade, grade_names);
  text("source", target.source);
  if (csv_.has("source_da")) target.source_da = cell("source_da");
}

void CsvFields::refuse(std::string_view column, Message problem, Message remedy) {
  faulty_ = true;
  Problem& told = csv_.problems().emplace_back(place(column));
  told.problem = std::move(problem);
  told.remedy = std::move(remedy);
}

std::string CsvFields::full_name(std::string_view column) const {
  if (column.empty()) return name_;
  const std::string called = csv_.called(column);
  return name_.empty() ? called : fmt::format("{}.{}", name_, called);
}

bool CsvFields::has_name(std::string_view column) {
  if (!name_.empty()) return true;
  refuse(column, {"fault.is_empty"}, {"remedy.name_or_delete"});
  return false;
}

bool CsvFields::accept(std::string_view column, const std::optional<NumberFault>& fault) {
  if (fault) refuse(column, fault->problem, fault->remedy);
  return !fault;
}

}  // namespace samspil
