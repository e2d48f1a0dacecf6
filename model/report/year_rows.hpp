/// \file
/// Rows of a table with one column per budget year and a total.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/report/page.hpp"
#include "model/report/report.hpp"

namespace samspil {

/// Writes rows of amounts by year into a page, all in one unit.
class YearRows {
 public:
  YearRows(Page& page, const Report& report, const MoneyUnit& unit, Language language)
      : page_{page}, report_{report}, unit_{unit}, language_{language} {}

  /// The years and the total.
  void header(Word title) const;
  /// A part of a money table by year, and its total.
  void amounts(std::string_view label, const MoneyTable& table, Part part,
               std::size_t indent = 0) const;
  /// Øre by year, and the total where it is given (cumulated amounts have none).
  void course(std::string_view label, const std::vector<Ore>& by_year,
              std::size_t indent = 0) const;
  /// Numbers by year, signed, without a total.
  void changes(std::string_view label, const std::vector<double>& by_year, int decimals,
               std::size_t indent = 0) const;

  std::size_t cell_width() const noexcept;

 private:
  Page& page_;
  const Report& report_;
  MoneyUnit unit_;
  Language language_;
};

}  // namespace samspil
