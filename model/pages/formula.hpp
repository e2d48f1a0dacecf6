/// \file
/// Formulas of a spreadsheet. Each carries, beside its text, what a spreadsheet program makes of
/// it, so that a viewer that reckons nothing shows the same. What a formula gives is a figure of
/// the document reckoned again: nothing else is told by it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samspil {

/// Text in Excel's English, without the "=": cells as 'Sheet'!$B$3, "," between arguments.
struct Formula {
  std::string text;
  double value = 0;
  std::optional<std::string> said{};  ///< Where it gives a text in place of a number.
  int binding = 4;                    ///< Of its outermost operator: 4 none, 3 × ÷, 2 + -, 1 < =.
};

/// Cells side by side or under each other, in reading order.
struct CellRange {
  std::string text;
  std::vector<Formula> cells;
};

Formula literal(double value);
Formula literal_text(std::string_view text);

Formula operator+(const Formula& left, const Formula& right);
Formula operator-(const Formula& left, const Formula& right);
Formula operator*(const Formula& left, const Formula& right);
/// 0 over 0 is 0 here; who may divide by 0 asks before, with if_else().
Formula operator/(const Formula& left, const Formula& right);
Formula operator-(const Formula& of);
Formula operator<(const Formula& left, const Formula& right);
Formula operator>(const Formula& left, const Formula& right);
/// Of two numbers, or two texts without regard to capitals.
Formula equal(const Formula& left, const Formula& right);

Formula if_else(const Formula& condition, const Formula& then, const Formula& otherwise);
Formula minimum(const Formula& left, const Formula& right);
Formula maximum(const Formula& left, const Formula& right);
Formula power(const Formula& base, const Formula& exponent);
Formula absolute(const Formula& of);
/// Halves away from zero.
Formula rounded(const Formula& of, int decimals = 0);
Formula rounded_up(const Formula& of);
Formula rounded_down(const Formula& of);

Formula sum(const CellRange& range);
Formula largest(const CellRange& range);
Formula smallest(const CellRange& range);
/// Of the values beside which every list of names has its name.
using Criteria = std::vector<std::pair<CellRange, Formula>>;
Formula sum_if(const Criteria& criteria, const CellRange& values);
/// A text, empty of an empty cell, where a formula alone would be 0.
Formula as_text(const Formula& of);
Formula sum_of_products(const CellRange& left, const CellRange& right);
/// The place, from 1, of the last value below half an øre less than nothing; 0 where none is.
Formula last_deficit(const CellRange& range);
/// The place, from 1, of the first value that is `value` or more, to half an øre; 0: none.
Formula first_at_least(const CellRange& range, const Formula& value);
/// The value at a place from 1.
Formula at_place(const CellRange& range, const Formula& place);

/// "C" of 2, "$C$5" of row 4 and column 2.
std::string column_name(int column);
std::string cell_name(int row, int column);

}  // namespace samspil
