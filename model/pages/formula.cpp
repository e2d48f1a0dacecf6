#include "model/pages/formula.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

constexpr double half_an_ore = 0.005;  ///< [kr.]

std::string within(const Formula& part, int binding) {
  return part.binding < binding ? '(' + part.text + ')' : part.text;
}

/// What stands on the right of - and / needs more than the same binding.
Formula joined(const Formula& left, const char* sign, const Formula& right, int binding,
               double value, bool is_one_sided) {
  return {within(left, binding) + sign + within(right, binding + (is_one_sided ? 1 : 0)),
          value,
          {},
          binding};
}

Formula called(std::string_view name, std::initializer_list<std::string_view> arguments,
               double value) {
  std::string text{name};
  text += '(';
  for (const std::string_view argument : arguments) {
    if (text.back() != '(') text += ',';
    text += argument;
  }
  return {text + ')', value};
}

bool are_same(const Formula& left, const Formula& right) {
  if (left.said && right.said) return *left.said == *right.said;
  if (left.said || right.said) return false;
  return left.value == right.value;
}

}  // namespace

Formula literal(double value) { return {fmt::format("{}", value), value, {}, value < 0 ? 2 : 4}; }

Formula literal_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string{c};
  return {quoted + '"', 0, std::string{text}};
}

Formula operator+(const Formula& left, const Formula& right) {
  return joined(left, "+", right, 2, left.value + right.value, false);
}
Formula operator-(const Formula& left, const Formula& right) {
  return joined(left, "-", right, 2, left.value - right.value, true);
}
Formula operator*(const Formula& left, const Formula& right) {
  return joined(left, "*", right, 3, left.value * right.value, false);
}
Formula operator/(const Formula& left, const Formula& right) {
  return joined(left, "/", right, 3, right.value == 0 ? 0 : left.value / right.value, true);
}
Formula operator-(const Formula& of) { return {'-' + within(of, 3), -of.value, {}, 2}; }
Formula operator<(const Formula& left, const Formula& right) {
  return joined(left, "<", right, 1, left.value < right.value ? 1 : 0, true);
}
Formula operator>(const Formula& left, const Formula& right) {
  return joined(left, ">", right, 1, left.value > right.value ? 1 : 0, true);
}
Formula equal(const Formula& left, const Formula& right) {
  return joined(left, "=", right, 1, are_same(left, right) ? 1 : 0, true);
}

Formula if_else(const Formula& condition, const Formula& then, const Formula& otherwise) {
  Formula chosen = condition.value != 0 ? then : otherwise;
  chosen.text = fmt::format("IF({},{},{})", condition.text, then.text, otherwise.text);
  chosen.binding = 4;
  return chosen;
}

Formula minimum(const Formula& left, const Formula& right) {
  return called("MIN", {left.text, right.text}, std::min(left.value, right.value));
}
Formula maximum(const Formula& left, const Formula& right) {
  return called("MAX", {left.text, right.text}, std::max(left.value, right.value));
}
Formula power(const Formula& base, const Formula& exponent) {
  return called("POWER", {base.text, exponent.text}, std::pow(base.value, exponent.value));
}
Formula absolute(const Formula& of) { return called("ABS", {of.text}, std::fabs(of.value)); }
Formula rounded(const Formula& of, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return called("ROUND", {of.text, std::to_string(decimals)}, std::round(of.value * scale) / scale);
}
Formula rounded_up(const Formula& of) {
  return called("ROUNDUP", {of.text, "0"}, std::ceil(of.value));
}
Formula rounded_down(const Formula& of) { return called("INT", {of.text}, std::floor(of.value)); }

Formula sum(const CellRange& range) {
  double sum = 0;
  for (const Formula& cell : range.cells) sum += cell.value;
  return called("SUM", {range.text}, sum);
}

Formula largest(const CellRange& range) {
  double most = range.cells.empty() ? 0 : range.cells.front().value;
  for (const Formula& cell : range.cells) most = std::max(most, cell.value);
  return called("MAX", {range.text}, most);
}

Formula smallest(const CellRange& range) {
  double least = range.cells.empty() ? 0 : range.cells.front().value;
  for (const Formula& cell : range.cells) least = std::min(least, cell.value);
  return called("MIN", {range.text}, least);
}

Formula sum_if(const Criteria& criteria, const CellRange& values) {
  double sum = 0;
  for (std::size_t i = 0; i < values.cells.size(); ++i) {
    const bool is_wanted = std::all_of(criteria.begin(), criteria.end(), [i](const auto& one) {
      return are_same(one.first.cells[i], one.second);
    });
    if (is_wanted) sum += values.cells[i].value;
  }
  std::string text = "SUMIFS(" + values.text;
  for (const auto& [names, name] : criteria) text += ',' + names.text + ',' + name.text;
  return {text + ')', sum};
}

Formula as_text(const Formula& of) { return {within(of, 4) + "&\"\"", 0, of.said.value_or(""), 2}; }

Formula sum_of_products(const CellRange& left, const CellRange& right) {
  double sum = 0;
  for (std::size_t i = 0; i < left.cells.size(); ++i) {
    sum += left.cells[i].value * right.cells[i].value;
  }
  return called("SUMPRODUCT", {left.text, right.text}, sum);
}

Formula last_deficit(const CellRange& range) {
  double place = 0;
  for (std::size_t i = 0; i < range.cells.size(); ++i) {
    if (range.cells[i].value < -half_an_ore) place = static_cast<double>(i + 1);
  }
  return {fmt::format("SUMPRODUCT(MAX(({0}<-{1})*(COLUMN({0})-MIN(COLUMN({0}))+1)))", range.text,
                      half_an_ore),
          place};
}

Formula first_at_least(const CellRange& range, const Formula& value) {
  double place = 0;
  for (std::size_t i = range.cells.size(); i > 0; --i) {
    if (range.cells[i - 1].value >= value.value - half_an_ore) place = static_cast<double>(i);
  }
  const std::string text =
      fmt::format("SUMPRODUCT(MAX(({0}>={1}-{2})*(MAX(COLUMN({0}))-COLUMN({0})+1)))", range.text,
                  value.text, half_an_ore);
  // Counted from the last, since a largest place is what a sheet finds.
  return {fmt::format("IF({0}=0,0,COLUMNS({1})+1-{0})", text, range.text), place};
}

Formula at_place(const CellRange& range, const Formula& place) {
  const auto i = static_cast<std::size_t>(place.value);
  const bool is_there = place.value >= 1 && i <= range.cells.size();
  return called("INDEX", {range.text, place.text}, is_there ? range.cells[i - 1].value : 0);
}

std::string column_name(int column) {
  std::string name;
  for (int left = column + 1; left > 0; left = (left - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
  }
  return name;
}

std::string cell_name(int row, int column) {
  return fmt::format("${}${}", column_name(column), row + 1);
}

}  // namespace samspil
