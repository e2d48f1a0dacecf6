#include "model/report/year_rows.hpp"

#include <algorithm>

namespace samspil {

std::size_t YearRows::cell_width() const noexcept {
  // 34 columns hold the longest label; more than four years squeeze it.
  const auto columns = static_cast<std::size_t>(report_.appraisal.years) + 1;
  return columns <= 5 ? 9 : std::max<std::size_t>(7, 50 / columns);
}

void YearRows::header(Word title) const {
  std::vector<std::string> cells;
  for (int year = 1; year <= report_.appraisal.years; ++year) {
    cells.push_back(std::to_string(calendar_year(report_.scenario, year)));
  }
  cells.emplace_back(phrase(Word::total, language_));
  page_.row(phrase(title, language_), cells, cell_width());
}

void YearRows::amounts(std::string_view label, const MoneyTable& table, Part part,
                       std::size_t indent) const {
  std::vector<std::string> cells;
  for (int year = 1; year <= table.years(); ++year) {
    part.year = year;
    cells.push_back(money(report_.appraisal.kroner(total(table, part)), unit_, language_));
  }
  part.year.reset();
  cells.push_back(money(report_.appraisal.kroner(total(table, part)), unit_, language_));
  page_.row(label, cells, cell_width(), indent);
}

void YearRows::course(std::string_view label, const std::vector<Ore>& by_year,
                      std::size_t indent) const {
  std::vector<std::string> cells;
  for (const Ore ore : by_year) {
    cells.push_back(money(report_.appraisal.kroner(ore), unit_, language_));
  }
  cells.resize(static_cast<std::size_t>(report_.appraisal.years) + 1);
  page_.row(label, cells, cell_width(), indent);
}

void YearRows::changes(std::string_view label, const std::vector<double>& by_year, int decimals,
                       std::size_t indent) const {
  std::vector<std::string> cells;
  for (const double change : by_year) cells.push_back(signed_number(change, decimals, language_));
  cells.emplace_back();
  page_.row(label, cells, cell_width(), indent);
}

}  // namespace samspil
