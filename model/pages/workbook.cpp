#include "model/pages/workbook.hpp"

namespace samspil {
namespace {

/// 'Sheet'!, its apostrophes doubled.
std::string prefix_of(const std::string& name) {
  std::string quoted = "'";
  for (const char c : name) quoted += c == '\'' ? "''" : std::string{c};
  return quoted + "'!";
}

}  // namespace

Formula Sheet::text(int row, int column, std::string_view said, CellStyle style) {
  cells[{row, column}] = {std::string{said}, style};
  return at(row, column);
}

Formula Sheet::number(int row, int column, double value, CellStyle style) {
  cells[{row, column}] = {value, style};
  return at(row, column);
}

Formula Sheet::formula(int row, int column, Formula formula, CellStyle style) {
  cells[{row, column}] = {std::move(formula), style};
  return at(row, column);
}

Formula Sheet::blank(int row, int column, CellStyle style) {
  cells[{row, column}] = {std::monostate{}, style};
  return at(row, column);
}

void Sheet::paragraph(int row, int last, std::string_view said, CellStyle style, int first) {
  style.is_wrapped = true;
  text(row, first, said, style);
  wide.push_back({row, first, last});
}

Formula Sheet::at(int row, int column) const {
  Formula cell{prefix_of(name) + cell_name(row, column), 0};
  const auto found = cells.find({row, column});
  if (found == cells.end()) return cell;
  const auto& content = found->second.content;
  if (const auto* said = std::get_if<std::string>(&content)) cell.said = *said;
  if (const auto* value = std::get_if<double>(&content)) cell.value = *value;
  if (const auto* formula = std::get_if<Formula>(&content)) {
    cell.value = formula->value;
    cell.said = formula->said;
  }
  return cell;
}

CellRange Sheet::range(int row, int column, int last_row, int last_column) const {
  CellRange range{prefix_of(name) + cell_name(row, column) + ':' + cell_name(last_row, last_column),
                  {}};
  for (int r = row; r <= last_row; ++r) {
    for (int c = column; c <= last_column; ++c) range.cells.push_back(at(r, c));
  }
  return range;
}

}  // namespace samspil
