#include "model/storage/document_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "model/storage/csv_cells.hpp"

namespace samspil {
namespace {

/// Texts and numbers as they are; null is empty.
std::string cell_of(const Json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return csv_cell(value.get<std::string>());
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
  return csv_cell(std::optional{value.get<double>()});
}

/// Kroner in whole øre.
std::string ore_of(double kroner) {
  const double ore = std::round(100 * kroner);
  return fmt::format("{:.2f}", ore == 0 ? 0.0 : ore / 100);
}
std::string ore_of(const Json& kroner) {
  return kroner.is_null() ? "" : ore_of(kroner.get<double>());
}

std::string header(std::initializer_list<const char*> columns) {
  std::string line;
  for (const char* column : columns) line += (line.empty() ? "" : ",") + std::string{column};
  return line + '\n';
}

/// The named figures of one row, with a comma behind each.
std::string cells_of(const Json& row, std::initializer_list<const char*> names) {
  std::string cells;
  for (const char* name : names) cells += cell_of(row.at(name)) + ',';
  return cells;
}

/// "refund_ladder,weeks_1_4" of "refund_ladder.weeks_1_4"; the second is empty where there is one.
std::string rule_cells(const std::string& rule) {
  const std::size_t point = rule.find('.');
  if (point == std::string::npos) return csv_cell(rule) + ',';
  return csv_cell(rule.substr(0, point)) + ',' + csv_cell(rule.substr(point + 1));
}

/// One row for each payer that a family's line moves, and for the municipality where it has units.
///   sign  1: as the line has it; -1: less of it
void add_family_line(std::string& text, const std::string& start, const Json& line, int sign) {
  const Json& units = line.at("units");
  const bool is_counted = units.is_number_integer();  // else by what it costs
  for (const auto& [payer, paid] : line.at("payers").items()) {
    const double kroner = sign * paid.get<double>();
    const bool has_units = is_counted && payer == "municipality";
    if (kroner == 0 && !has_units) continue;
    text += start + cells_of(line, {"member", "service", "department"}) + payer + ',' +
            cells_of(line, {"account_type", "account_function"}) + rule_cells(line.at("rule")) +
            ',' + (has_units ? std::to_string(sign * units.get<int>()) : "") + ',' +
            (is_counted ? cell_of(line.at("unit")) : "") + ',' + ore_of(kroner) + '\n';
  }
}

constexpr const char* family_columns =
    "year,member,service,department,payer,account_type,account_function,rule,rule_state,units,"
    "unit,";

std::string family_lines_csv(const Json& document) {
  std::string text = std::string{family_columns} + "amount_kr\n";
  for (const Json& year : document.at("years")) {
    const std::string start = cell_of(year.at("year")) + ',';
    for (const Json& line : year.at("services")) add_family_line(text, start, line, 1);
  }
  return text;
}

/// Positive = this family costs less.
std::string family_against_csv(const Json& document) {
  std::string text = "family," + std::string{family_columns} + "less_expenditure_kr\n";
  const Json& theirs = document.at("against").at("years");
  const Json& ours = document.at("years");
  for (std::size_t y = 0; y < ours.size(); ++y) {
    const std::string year = cell_of(ours[y].at("year")) + ',';
    for (const Json& line : theirs[y].at("other_services")) {
      add_family_line(text, "other," + year, line, 1);
    }
    for (const Json& line : ours[y].at("services")) {
      add_family_line(text, "this," + year, line, -1);
    }
  }
  return text;
}

/// A row for each position where the line moves anything; position 0 is now and has no year.
void add_case_line(std::string& text, const char* kind, const Json& line, bool one_off,
                   const Json& years) {
  const std::string account =
      cells_of(line, {"title", "payer", "department", "account_type", "account_function"});
  const Json& by_year = line.at("by_year");
  for (std::size_t i = 0; i < by_year.size(); ++i) {
    const double kroner = by_year[i];
    if (kroner == 0) continue;
    text += std::string{kind} + ',' + account + (one_off ? "yes," : "no,") + std::to_string(i) +
            ',' + cell_of(years[i]) + ',' + ore_of(kroner) + ',' +
            ore_of(line.at("by_year_discounted")[i]) + '\n';
  }
}

std::string case_lines_csv(const Json& document) {
  std::string text =
      header({"kind", "name", "payer", "department", "account_type", "account_function", "one_off",
              "position", "year", "less_expenditure_kr", "discounted_kr"});
  const Json& years = document.at("committee").at("years");
  for (const Json& line : document.at("costs")) {
    add_case_line(text, "cost", line, line.at("one_off"), years);
  }
  for (const Json& line : document.at("consequences")) {
    add_case_line(text, "consequence", line, false, years);
  }
  return text;
}

void add_case_result(std::string& text, const std::string& purse, const Json& result) {
  text +=
      purse + ',' + ore_of(result.at("cumulated").back()) + ',' + ore_of(result.at("npv")) + ',' +
      cells_of(result, {"payback_simple", "payback_discounted", "break_even_success_rate",
                        "break_even_success_rate_undiscounted", "successes_needed"}) +
      ore_of(result.at("mean")) + ',' + ore_of(result.at("p5")) + ',' + ore_of(result.at("p50")) +
      ',' + ore_of(result.at("p95")) + ',' + cell_of(result.at("probability_of_saving")) + '\n';
}

std::string case_results_csv(const Json& document) {
  std::string text =
      header({"purse", "net_result_kr", "npv_kr", "payback_years", "payback_discounted_years",
              "break_even_success_rate", "break_even_undiscounted", "successes_needed", "mean_kr",
              "p05_kr", "p50_kr", "p95_kr", "probability_of_saving"});
  for (const auto& [payer, result] : document.at("payers").items()) {
    const Json& yearly = result.at("yearly");
    const bool is_moved =
        std::any_of(yearly.begin(), yearly.end(), [](const Json& kroner) { return kroner != 0; });
    if (is_moved) add_case_result(text, payer, result);
  }
  add_case_result(text, "public", document.at("total"));
  return text;
}

}  // namespace

std::vector<WrittenTable> family_tables(const Json& document) {
  std::vector<WrittenTable> tables{{"family_lines.csv", family_lines_csv(document)}};
  if (!document.at("against").is_null()) {
    tables.push_back({"family_against.csv", family_against_csv(document)});
  }
  return tables;
}

std::vector<WrittenTable> case_tables(const Json& document) {
  return {{"case_lines.csv", case_lines_csv(document)},
          {"case_results.csv", case_results_csv(document)}};
}

}  // namespace samspil
