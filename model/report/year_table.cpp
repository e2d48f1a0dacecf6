#include "model/report/year_table.hpp"

namespace samspil {

void YearTable::heading(std::string_view label, bool has_total) {
  std::vector<std::string> cells;
  for (int year = 1; year <= report_.appraisal.years; ++year) {
    cells.push_back(std::to_string(calendar_year(report_.scenario, year)));
  }
  if (has_total) cells.emplace_back(phrase("run.total", language_));
  table_.row(label, std::move(cells));
}

void YearTable::amounts(std::string_view label, const MoneyTable& table, Part part,
                        std::size_t indent) {
  std::vector<Ore> by_year;
  for (int year = 1; year <= table.years(); ++year) {
    part.year = year;
    by_year.push_back(total(table, part));
  }
  part.year.reset();
  by_year.push_back(total(table, part));
  course(label, by_year, indent);
}

void YearTable::course(std::string_view label, const std::vector<Ore>& by_year,
                       std::size_t indent) {
  std::vector<std::string> cells;
  cells.reserve(by_year.size());
  for (const Ore ore : by_year) {
    cells.push_back(money(report_.appraisal.kroner(ore), unit_, language_));
  }
  table_.row(label, std::move(cells), indent);
}

void YearTable::counts(std::string_view label, const std::vector<double>& by_year,
                       std::size_t indent) {
  std::vector<std::string> cells;
  cells.reserve(by_year.size());
  for (const double value : by_year) cells.push_back(count_text(value, language_));
  table_.row(label, std::move(cells), indent);
}

void YearTable::changes(std::string_view label, const std::vector<double>& by_year,
                        std::size_t indent) {
  std::vector<std::string> cells;
  cells.reserve(by_year.size());
  for (const double change : by_year) cells.push_back(change_text(change, language_));
  table_.row(label, std::move(cells), indent);
}

}  // namespace samspil
