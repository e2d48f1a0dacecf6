#include "model/pages/workbook_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace samspil {
namespace {

/// How a number of a page is written as a cell: by which scale its text shows its value.
CellStyle style_of(const Cell& cell, Language language) {
  struct Scale {
    double by;
    NumberLook look;
  };
  static constexpr std::array<Scale, 3> scales{
      {{1, NumberLook::tenths}, {1e3, NumberLook::thousands}, {1e6, NumberLook::millions}}};
  for (const ReadNumber& read : readings_of(cell.text, language)) {
    for (const auto& [by, look] : scales) {
      const double tolerance = 0.5001 * std::pow(10.0, -read.decimals);
      if (std::fabs(read.value - *cell.value / by) > tolerance) continue;
      if (by > 1) return look::of(look);
      static constexpr std::array<NumberLook, 3> by_decimals{NumberLook::kroner, NumberLook::tenths,
                                                             NumberLook::ore};
      const auto decimals = static_cast<std::size_t>(read.decimals);
      return look::of(decimals < by_decimals.size() ? by_decimals[decimals] : NumberLook::factor);
    }
  }
  return {.is_right = true};
}

/// "12,3 %" and "302 ± 74" say more than their number: they stay texts.
bool is_number_alone(const Cell& cell) {
  return cell.value && cell.text.find_first_not_of("0123456789.,-+") == std::string::npos;
}

void put_cell(Sheet& sheet, int row, int column, const Cell& cell, bool is_heading,
              Language language) {
  if (is_heading) {
    sheet.text(row, column, cell.text, look::right_heading);
    return;
  }
  const CellStyle style = is_number_alone(cell) ? style_of(cell, language) : CellStyle{};
  if (style.look == NumberLook::text) {
    sheet.text(row, column, cell.text, {.is_right = true});
  } else {
    sheet.number(row, column, *cell.value, style);
  }
}

int put_table(Sheet& sheet, int row, const Table& table, Language language) {
  bool is_heading = true;
  for (const Row& line : table.rows) {
    CellStyle style = is_heading ? look::heading : look::plain;
    style.indent = static_cast<unsigned char>(line.indent / 2);
    sheet.text(row, 0, line.label, style);
    int column = 0;
    for (const Cell& cell : line.cells) {
      put_cell(sheet, row, ++column, cell, is_heading, language);
    }
    is_heading = false;
    ++row;
  }
  return row;
}

}  // namespace

int colour_of(std::string_view payer) {
  if (payer == "municipality") return 0x0072B2;
  if (payer == "region") return 0x009E73;
  if (payer == "state") return 0xD55E00;
  return payer == "citizen" ? 0xCC79A7 : 0x4D4D4D;
}

int begin_sheet(Sheet& sheet, std::string_view title, std::string_view shows, int last_column) {
  sheet.text(0, 0, title, look::title);
  sheet.wide.push_back({0, 0, last_column});
  if (shows.empty()) return 2;
  sheet.paragraph(1, last_column, shows, look::note);
  return 3;
}

void add_sums(Sheet& sheet, int row, std::string_view label, int first_row, int first, int last,
              NumberLook look) {
  sheet.text(row, 0, label, look::bold_total);
  for (int column = first; column <= last; ++column) {
    sheet.formula(row, column, sum(sheet.range(first_row, column, row - 1, column)),
                  look::total(look));
  }
}

CellRange add_cumulated(Sheet& sheet, int row, std::string_view label, int first,
                        const CellRange& yearly, NumberLook look) {
  sheet.text(row, 0, label, {.indent = 1});
  int column = first;
  for (const Formula& now : yearly.cells) {
    sheet.formula(row, column, column == first ? now : sheet.at(row, column - 1) + now,
                  look::of(look));
    ++column;
  }
  return sheet.range(row, first, column - 1);
}

int add_page(Sheet& sheet, int row, const Page& page, int last_column, Language language) {
  bool follows_text = false;
  for (const PagePart& part : page.parts()) {
    const bool is_table = std::holds_alternative<Table>(part);
    if (is_table && follows_text) ++row;
    follows_text = std::holds_alternative<Sentence>(part) || std::holds_alternative<Line>(part) ||
                   (follows_text && !is_table && !std::holds_alternative<Heading>(part));
    if (const auto* heading = std::get_if<Heading>(&part)) {
      sheet.text(++row, 0, heading->text, look::bold);
      ++row;
    } else if (const auto* sentence = std::get_if<Sentence>(&part)) {
      sheet.paragraph(row++, last_column, sentence->lead + sentence->text, look::plain);
    } else if (const auto* line = std::get_if<Line>(&part)) {
      sheet.text(row++, 0, line->text);
    } else if (const auto* table = std::get_if<Table>(&part)) {
      row = put_table(sheet, row, *table, language) + 1;
    }
  }
  return row;
}

Formula discount_factor_at(const Formula& time, const std::vector<Formula>& rates,
                           const std::vector<double>& steps) {
  Formula factor;
  for (std::size_t i = 0; i < rates.size(); ++i) {
    Formula spent = time;
    if (i + 1 < rates.size()) spent = minimum(spent, literal(steps[i + 1]));
    if (i > 0) spent = maximum(literal(0), spent - literal(steps[i]));
    const Formula step = power(literal(1) + rates[i], -spent);
    factor = i == 0 ? step : factor * step;
  }
  return factor;
}

int add_contents(Sheet& sheet, int row, const View& view, const std::vector<SheetLine>& sheets,
                 int last_column) {
  sheet.text(row, 0, view.text("book.sheets"), look::heading);
  sheet.text(row, 1, view.text("book.holds"), look::heading);
  sheet.wide.push_back({row++, 1, last_column});
  for (const SheetLine& line : sheets) {
    sheet.text(row, 0, line.name);
    sheet.cells[{row, 0}].link = line.name;
    sheet.text(row, 1, line.holds, {.is_wrapped = true});
    sheet.wide.push_back({row++, 1, last_column});
  }
  ++row;
  sheet.text(row++, 0, view.text("book.colours"), look::heading);
  const auto colour = [&](const CellStyle& style, Key sample, Key meaning) {
    sheet.text(row, 0, view.text(sample), style);
    sheet.text(row, 1, view.text(meaning), {.is_wrapped = true});
    sheet.wide.push_back({row++, 1, last_column});
  };
  colour(look::text_input, "book.yellow", "book.yellow_means");
  colour({.is_closed = true}, "book.grey", "book.grey_means");
  colour({}, "book.white", "book.white_means");
  return row + 1;
}

}  // namespace samspil
