#include "model/storage/excel_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <variant>

#include "model/core/csv_text.hpp"
#include "model/io/csv.hpp"
#include "model/io/number.hpp"
#include "model/words/numbers.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Column by column what its names are called by.
struct NamedColumn {
  std::string_view column;
  std::array<std::string_view, 4> groups;
};
constexpr std::array<NamedColumn, 22> named_columns{
    {{"effect_level", {"effect_level", "", ""}},
     {"department", {"department", "", ""}},
     {"payer", {"payer", "", ""}},
     {"purse", {"payer", "table_cell", ""}},
     {"budget", {"payer", "department", "table_cell"}},
     {"account_type", {"account_type", "", ""}},
     {"line", {"service", "programme_item", "settlement"}},
     {"member", {"family", "", ""}},
     {"service", {"service", "settlement", "family"}},
     {"rule", {"payer_rule", "settlement", ""}},
     {"rule_state", {"rule_state", "", ""}},
     {"outcome", {"outcome", "", ""}},
     {"status", {"labour_status", "", ""}},
     {"unit", {"unit", "", ""}},
     {"margin", {"margin", "", ""}},
     {"index", {"price_index", "", ""}},
     {"name", {"price_index", "", ""}},
     {"kind", {"table_cell", "", ""}},
     {"in_net_result", {"table_cell", "", ""}},
     {"part", {"law_part", "", ""}},
     {"number", {"service", "rate", "payer_rule", "price_index"}},
     {"grade", {"grade", "", ""}}}};

/// Columns of amounts, which are written in whole øre.
constexpr std::array<std::string_view, 21> amounts{"gross_kr",
                                                   "npv_kr",
                                                   "amount_kr",
                                                   "less_expenditure_kr",
                                                   "discounted_kr",
                                                   "gross_saving_kr",
                                                   "programme_cost_kr",
                                                   "net_result_kr",
                                                   "net_result_without_tax_kr",
                                                   "standard_error_kr",
                                                   "in_budget_kr",
                                                   "not_cashable_kr",
                                                   "after_horizon_kr",
                                                   "price_kr",
                                                   "as_written_kr",
                                                   "mean_kr",
                                                   "p05_kr",
                                                   "p50_kr",
                                                   "p95_kr",
                                                   "monte_carlo_error_kr",
                                                   "kr"};
bool is_amount(std::string_view column) noexcept {
  return std::find(amounts.begin(), amounts.end(), column) != amounts.end();
}

std::string column_in_danish(const std::string& column) {
  const std::string_view danish = find_label(Language::da, "table_column", column);
  return danish.empty() ? column : std::string{danish};
}

std::string name_of_cell(std::string_view column, const std::string& cell) {
  for (const NamedColumn& named : named_columns) {
    if (named.column != column) continue;
    for (const std::string_view group : named.groups) {
      if (group.empty()) continue;
      const std::string_view danish = find_label(Language::da, group, cell);
      if (!danish.empty()) return std::string{danish};
    }
  }
  const std::string_view danish = find_label(Language::da, "table_cell", cell);
  return danish.empty() ? cell : std::string{danish};
}

/// Whole øre of an amount, else as many decimals as the number needs, six at the most. Digits are
/// not grouped: Excel does that.
std::string number_in_danish(double value, bool is_amount) {
  std::string text = fmt::format("{:.{}f}", value, is_amount ? 2 : 6);
  if (!is_amount) text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  if (text.find_first_not_of("-0.") == std::string::npos) text = is_amount ? "0.00" : "0";
  const std::size_t point = text.find('.');
  if (point != std::string::npos) text[point] = ',';
  return text;
}

std::string cell_in_danish(const std::string& column, const std::string& cell) {
  if (cell.empty()) return cell;
  const auto parsed = parse_number(cell, NumberKind::ratio);
  if (const auto* value = std::get_if<double>(&parsed)) {
    return number_in_danish(*value, is_amount(column));
  }
  return quoted_cell(name_of_cell(column, cell), ";");
}

}  // namespace

std::string name_in_danish(std::string_view name) {
  const std::string_view stem = name.substr(0, name.rfind('.'));
  return std::string{stem} + "_da.csv";
}

std::string beginning_in_danish(std::string_view plain) {
  return std::string{byte_order_mark} +
         column_in_danish(std::string{plain.substr(0, plain.find(','))}) + ';';
}

WrittenTable in_danish_excel(const WrittenTable& table) {
  if (!table.name.ends_with(".csv")) return table;
  CsvRows rows{table.text};
  std::string text{byte_order_mark};
  std::vector<std::string> header;
  const bool is_of_names = table.name == "labels.csv";  // names are what it tells the words of
  for (std::vector<std::string> row = rows.next(); !row.empty(); row = rows.next()) {
    const bool is_header = header.empty();
    if (is_header) header = row;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ';';
      text += is_header     ? quoted_cell(column_in_danish(row[i]), ";")
              : is_of_names ? quoted_cell(row[i], ";")
                            : cell_in_danish(header[i], row[i]);
    }
    text += "\r\n";
  }
  return {name_in_danish(table.name), std::move(text)};
}

}  // namespace samspil
