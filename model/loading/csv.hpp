/// \file
/// Typed reading of CSV inputs: columns by name, faults collected with line and name.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/names.hpp"
#include "model/io/csv.hpp"
#include "model/loading/checks.hpp"
#include "model/loading/readers.hpp"
#include "model/words/message.hpp"

namespace samspil {

/// What an input's rows are like, and the group of words that holds the Danish names of columns.
struct CsvRules {
  CsvForm form{};
  std::string_view column_words = "column";
};

/// A CSV input whose header holds exactly `columns`, in any order, and maybe `optional` ones.
/// Without one of `columns` there are no rows.
class CsvFile {
 public:
  CsvFile(const InputText& input, const std::vector<std::string>& columns, Problems& problems,
          const std::vector<std::string>& optional = {}, CsvRules rules = {});

  const std::vector<CsvRow>& rows() const noexcept { return table_.rows; }

  /// Whether every row could be read, so that what is not among them is not in the file.
  bool complete() const noexcept { return complete_; }
  bool decimal_commas() const noexcept { return table_.decimal_commas; }
  const std::string& file() const noexcept { return file_; }
  Problems& problems() const noexcept { return problems_; }
  bool has(std::string_view column) const;
  std::size_t position(std::string_view column) const;
  /// What a column is called in messages: in Danish where the header is.
  std::string called(std::string_view column) const;

 private:
  void check_header(const std::vector<std::string>& columns,
                    const std::vector<std::string>& optional, bool tells_rows);
  void refuse_person_numbers(std::string_view text);

  const std::string& file_;
  Problems& problems_;
  std::string_view column_words_;
  bool is_danish_ = false;  ///< Whether a column of the header is given by its Danish name.
  CsvTable table_;
  bool complete_ = true;
};

/// One row. Each verb reads a column into its target, or reports and leaves the target alone; those
/// that return bool say which.
class CsvFields {
 public:
  CsvFields(const CsvFile& csv, const CsvRow& row, std::string name)
      : csv_{csv}, row_{row}, name_{std::move(name)} {}

  int line() const noexcept { return row_.line; }
  const std::string& cell(std::string_view column) const {
    return row_.cells[csv_.position(column)];
  }
  /// Of an optional column.
  bool is_given(std::string_view column) const { return csv_.has(column) && !cell(column).empty(); }

  /// A number of the user's own: whole; a range of the columns low and high where they are given,
  /// else none; of the unit that it had.
  void own_number(std::string_view column, Quantity& target, Limits limits);

  void text(std::string_view column, std::string& target);
  bool number(std::string_view column, double& target, Limits limits);
  bool whole(std::string_view column, int& target, Limits limits);

  template <class Enum, std::size_t N>
  void choice(std::string_view column, Enum& target, const std::array<std::string_view, N>& names) {
    const std::string& given = cell(column);
    if (const auto found = find_name<Enum>(names, given)) {
      target = *found;
    } else {
      refuse(column, {"fault.unknown_name", given},
             naming_advice(given, {names.begin(), names.end()}));
    }
  }

  /// Columns `value`, low, high, unit, grade, source and maybe source_da; whether the value lies
  /// within its range and the unit is the expected one, which decides how their numbers may be
  /// read.
  void quantity(std::string_view value, Quantity& target, std::string_view unit, Limits limits);
  /// The same for a whole number of what `limits` says: a price per day is kroner, not days.
  void whole_quantity(std::string_view value, Quantity& target, std::string_view unit,
                      Limits limits);

  /// Whether the row has the name that it was given; reports `column` where it has none.
  bool has_name(std::string_view column);

  /// Where a fault of a column would be told.
  Problem place(std::string_view column) const {
    return {csv_.file(), row_.line, full_name(column), {}, {}};
  }
  bool faulty() const noexcept { return faulty_; }

  /// A fault of a column, or of the whole row when `column` is empty.
  void refuse(std::string_view column, Message problem, Message remedy);
  /// The same for a fault found by a check. False when there is one.
  bool accept(std::string_view column, const std::optional<NumberFault>& fault);

 private:
  void read_quantity(std::string_view value, Quantity& target, std::string_view unit,
                     Limits of_value, Limits of_range);
  std::string full_name(std::string_view column) const;

  const CsvFile& csv_;
  const CsvRow& row_;
  std::string name_;
  bool faulty_ = false;
};

}  // namespace samspil
