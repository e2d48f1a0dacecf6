// Every number of a screen, and every cell of a table, is a figure of the document behind it: what
// people read can be taken up by a program, and no page reckons anything.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <variant>

#include "model/pages/calibration_page.hpp"
#include "model/pages/case_page.hpp"
#include "model/pages/contrast_page.hpp"
#include "model/pages/family_page.hpp"
#include "model/pages/flows_page.hpp"
#include "model/pages/optimum_page.hpp"
#include "model/pages/panel_page.hpp"
#include "model/pages/run_page.hpp"
#include "model/pages/study_page.hpp"
#include "tests/golden/numbers.hpp"
#include "tests/golden/printed.hpp"

namespace samspil::test {
namespace {

TEST(NumbersOfAText, AreReadInTheStyleOfTheLanguage) {
  const auto values = [](const std::string& text, Language language) {
    std::vector<double> all;
    for (const PrintedNumber& number : numbers_in(text, language)) all.push_back(number.value);
    return all;
  };
  EXPECT_EQ(values("-1,234.5 ± 3; 7-9, (-2) p5", Language::en),
            (std::vector<double>{-1234.5, 3, 7, 9, -2}));
  EXPECT_EQ(values("-1.234,5 ± 3; 2023, 0,25 %", Language::da),
            (std::vector<double>{-1234.5, 3, 2023, 0.25}));
}

/// The pages behind a screen.
std::vector<Page> pages_of(const Screen& screen, const Json& document, Language language) {
  const std::string command = screen.words.substr(0, screen.words.find(' '));
  if (command == "case") {
    return {case_page(document, language), case_detail_page(document, language)};
  }
  if (command == "family") return {family_page(document, language)};
  if (command == "study") return {study_page(document, language)};
  if (screen.name == "panel") return {panel_page(document, language)};
  if (screen.name == "optimum") return {optimum_page(document, language)};
  if (command == "calibrate") return {calibration_page(document, true, language)};
  if (command == "contrast") return {contrast_page(document, true, language)};
  if (screen.name == "flows") return {flows_page(document, language)};
  if (command == "population") return {population_page(document, language)};
  return {run_page(document, language), run_detail(document, language)};
}

/// Numbers behind the cells of its tables.
std::vector<std::pair<double, std::string>> cells_of(const Page& page) {
  std::vector<std::pair<double, std::string>> cells;
  for (const PagePart& part : page.parts()) {
    const Table* table = std::get_if<Table>(&part);
    if (table == nullptr) continue;
    for (const Row& row : table->rows) {
      for (const Cell& cell : row.cells) {
        if (cell.value) cells.emplace_back(*cell.value, row.label + ": " + cell.text);
      }
    }
  }
  return cells;
}

class ScreenNumbers : public testing::TestWithParam<Screen> {};

TEST_P(ScreenNumbers, AreFiguresOfTheDocument) {
  const Screen& screen = GetParam();
  const Json document = document_of(screen);
  const Figures figures{document};
  for (const Language language : {Language::en, Language::da}) {
    const std::string text = without_words(printed(screen, language).out, document, language);
    const std::vector<PrintedNumber> numbers = numbers_in(text, language);
    EXPECT_GT(numbers.size(), 10U);
    for (const PrintedNumber& number : numbers) {
      EXPECT_TRUE(figures.reads(number))
          << screen.words << ": " << number.value << " in \"" << number.text << '"';
    }
  }
}

TEST_P(ScreenNumbers, StandBehindCellsAsInTheDocument) {
  const Screen& screen = GetParam();
  const Json document = document_of(screen);
  const Figures figures{document};
  for (const Page& page : pages_of(screen, document, Language::en)) {
    for (const auto& [value, where] : cells_of(page)) {
      const bool is_percent = figures.holds(value / 100);
      EXPECT_TRUE(is_percent || figures.holds(value))
          << screen.words << ": " << value << ", " << where;
    }
  }
}

std::vector<Screen> screens_of_documents() {
  std::vector<Screen> all;
  for (const Screen& screen : screens()) {
    if (!screen.json.empty()) all.push_back(screen);
  }
  return all;
}
INSTANTIATE_TEST_SUITE_P(Every, ScreenNumbers, testing::ValuesIn(screens_of_documents()),
                         [](const auto& of) { return of.param.name; });

using Cells = std::vector<std::string>;

std::vector<Cells> rows_of(const std::string& table) {
  std::vector<Cells> rows{{""}};
  bool is_quoted = false;
  for (const char c : table) {
    if (c == '"') is_quoted = !is_quoted;
    if (c == ',' && !is_quoted) {
      rows.back().emplace_back();
    } else if (c == '\n' && !is_quoted) {
      rows.push_back({""});
    } else if (c != '"') {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

/// Nothing where the cell is no number.
std::optional<double> number_of(const std::string& cell) {
  char* end = nullptr;
  const double value = std::strtod(cell.c_str(), &end);
  if (cell.empty() || *end != '\0') return std::nullopt;
  return value;
}

constexpr const char* tables_and_document = "run small --draws 3 --csv number_tables --json";

std::vector<Cells> table(const std::string& name) { return rows_of(written(name + ".csv")); }

/// Tables of which the document tells sums, means or nothing:
///   cells.csv               the ledger; tests/cli/csv_totals_test.cpp adds up every total from it
///   cashable.csv            department by payer; their sums are held below
///   draws.csv, draw_outcomes.csv  run by run; their means are held below
///   inputs.csv              draw by draw
///   drawn_inputs.csv        range and source of every input, which `samspil explain` tells
///   labels.csv              words
TEST(TableCells, AreFiguresOfTheDocument) {
  const Json document = document_of(tables_and_document);
  const Figures figures{document};
  for (const char* name : {"outcomes", "week_48", "net_results", "freed_hours", "population",
                           "prices", "law_and_prices", "stands_on"}) {
    const std::vector<Cells> rows = table("number_tables/" + std::string{name});
    int numbers = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      for (std::size_t column = 0; column < rows[i].size(); ++column) {
        const std::optional<double> value = number_of(rows[i][column]);
        if (!value) continue;
        ++numbers;
        // The document tells what a purse pays with a minus.
        const double sign = rows[0][column] == "programme_cost_kr" ? -1 : 1;
        EXPECT_TRUE(figures.holds(sign * *value))
            << name << ".csv:" << i + 1 << ": " << rows[i][column];
      }
    }
    EXPECT_GT(numbers, 5) << name;
  }
}

/// Sums of a column over the rows of a table, by what stands in others.
std::map<Cells, double> sums_of(const char* name, const Cells& by, const std::string& column) {
  const std::vector<Cells> rows = table(name);
  const auto position = [&](const std::string& heading) {
    const auto found = std::find(rows.front().begin(), rows.front().end(), heading);
    EXPECT_NE(found, rows.front().end()) << name << " has no " << heading;
    return static_cast<std::size_t>(found - rows.front().begin());
  };
  std::map<Cells, double> sums;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    Cells key;
    for (const std::string& heading : by) key.push_back(rows[i][position(heading)]);
    sums[key] += std::stod(rows[i][position(column)]);
  }
  EXPECT_GT(sums.size(), 5U) << name;
  return sums;
}

/// Holds lists by budget year under names (payers, outcomes) against sums by strategy, level, year
/// and that name. What is nought has no row.
void expect_sums(const Json& document, const std::string& strategy, const std::string& level,
                 const Json& by_name, std::map<Cells, double>& sums, double runs = 1) {
  for (const auto& [name, by_year] : by_name.items()) {
    for (std::size_t year = 0; year < by_year.size(); ++year) {
      const std::string in_year = document.at("years")[year].dump();
      const double mean = sums[Cells{strategy, level, in_year, name}] / runs;
      EXPECT_NEAR(by_year[year].get<double>(), mean, 0.01)
          << strategy << ' ' << level << ' ' << in_year << ' ' << name;
    }
  }
}

const Cells by_payer{"strategy", "effect_level", "year", "payer"};

TEST(TableCells, OfWhatLeavesTheBudgetSumToTheDocument) {
  const Json document = document_of(tables_and_document);
  for (const char* part : {"in_budget", "not_cashable", "after_horizon"}) {
    auto sums = sums_of("number_tables/cashable", by_payer, part + std::string{"_kr"});
    for (const Json& strategy : document.at("strategies")) {
      for (const auto& [level, parts] : strategy.at("cashable_result").items()) {
        expect_sums(document, strategy.at("id"), level, parts.at(part).at("by_payer"), sums);
      }
    }
  }
}

/// Without draws the runs told one by one are the replicates, of which the document tells the mean.
TEST(TableCells, OfReplicatesAverageToTheDocument) {
  const Json document =
      document_of("run small --draws 1 --replicates 3 --csv replicate_tables --json");
  const double runs = document.at("draw_tables").at("runs");
  for (const char* part : {"gross_saving", "programme_cost", "net_result"}) {
    auto sums = sums_of("replicate_tables/draws", by_payer, part + std::string{"_kr"});
    for (const Json& strategy : document.at("strategies")) {
      expect_sums(document, strategy.at("id"), "centre", strategy.at(part).at("by_payer"), sums,
                  runs);
    }
  }
  auto counts = sums_of("replicate_tables/draw_outcomes",
                        {"strategy", "effect_level", "year", "outcome"}, "count");
  expect_sums(document, "baseline", "none", document.at("baseline").at("counts").at("outcomes"),
              counts, runs);
  for (const Json& strategy : document.at("strategies")) {
    for (const auto& [level, own] : strategy.at("by_level").items()) {
      expect_sums(document, strategy.at("id"), level, own.at("outcomes"), counts, runs);
    }
  }
}

TEST(TableCells, OfDrawsAverageToTheMeansOfTheirUncertainty) {
  const Json document = document_of(tables_and_document);
  const double draws = document.at("draws");
  auto sums = sums_of("number_tables/draws", by_payer, "net_result_kr");
  for (const Json& strategy : document.at("strategies")) {
    for (const char* payer : {"municipality", "region", "state"}) {
      const Json& yearly = strategy.at("uncertainty").at(payer).at("yearly");
      for (std::size_t year = 0; year < yearly.size(); ++year) {
        const std::string in_year = document.at("years")[year].dump();
        const double sum = sums[Cells{strategy.at("id"), "centre", in_year, payer}];
        EXPECT_NEAR(yearly[year].at("mean").get<double>(), sum / draws, 0.01) << payer << in_year;
      }
    }
  }
}

}  // namespace
}  // namespace samspil::test
