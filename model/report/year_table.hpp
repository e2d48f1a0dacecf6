/// \file
/// A table with one column per budget year and a total.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/pages/page.hpp"
#include "model/report/report.hpp"

namespace samspil {

/// Amounts in one unit, counts and changes by year.
class YearTable {
 public:
  YearTable(const Report& report, const MoneyUnit& unit, Language language)
      : report_{report}, unit_{unit}, language_{language} {
    table_.has_equal_columns = true;
  }

  /// The years, and the total where the table has one.
  void heading(std::string_view label, bool has_total);
  /// A part of a money table by year, and its total.
  void amounts(std::string_view label, const MoneyTable& table, Part part, std::size_t indent = 0);
  /// Øre by year, and the total where it is given (cumulated amounts have none).
  void course(std::string_view label, const std::vector<Ore>& by_year, std::size_t indent = 0);
  void counts(std::string_view label, const std::vector<double>& by_year, std::size_t indent = 0);
  /// Signed.
  void changes(std::string_view label, const std::vector<double>& by_year, std::size_t indent = 0);
  void label(std::string_view text, std::size_t indent = 0) { table_.row(text, {}, indent); }

  void write(Page& page) const { page.add(table_); }

 private:
  Table table_;
  const Report& report_;
  MoneyUnit unit_;
  Language language_;
};

}  // namespace samspil
