// A report's page says what its document does: every number on it is a figure of the document, no
// text of it is left in the other language, and it reads as it did.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "model/core/lower_case.hpp"
#include "model/pages/report_page.hpp"
#include "model/pages/run_page.hpp"
#include "model/pages/workbook_run.hpp"
#include "model/render/text.hpp"
#include "model/result/explain_document.hpp"
#include "tests/golden/numbers.hpp"
#include "tests/golden/printed.hpp"
#include "tests/golden/report_text.hpp"
#include "tests/golden/text.hpp"

namespace samspil::test {
namespace {

/// With draws and two strategies; one strategy, inputs moved one by one; without mechanisms; with a
/// cohort. Each is run for its screen too.
const std::vector<std::string> reported{"run_draws", "run_matters", "run_detail", "run_all",
                                        "run_cohort"};

const Screen& screen_called(const std::string& name) {
  const auto found = std::find_if(screens().begin(), screens().end(),
                                  [&](const Screen& screen) { return screen.name == name; });
  return *found;
}

/// A true minus is one; a dash between two years is none.
std::string in_ascii(std::string text) {
  for (const auto& [from, to] : {std::pair{"−", "-"}, std::pair{"–", " "}}) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;) {
      text.replace(at, std::string{from}.size(), to);
    }
  }
  return text;
}

class ReportOf : public testing::TestWithParam<std::string> {};

TEST_P(ReportOf, HasNoNumberThatIsNotOfTheDocument) {
  const Json document = document_of(screen_called(GetParam()));
  const Figures figures{document};
  const auto reads = [&](PrintedNumber number) {
    if (figures.reads(number)) return true;
    number.value = -number.value;  // told by words, or by the sign of budgets
    return figures.reads(number);
  };
  std::size_t count = 0;
  for (const Language language : {Language::en, Language::da}) {
    for (const Sign sign : {Sign::saving, Sign::budget}) {
      std::string all;
      for (const std::string& text : texts_of(report_page(document, language, sign))) {
        all += in_ascii(text) + " | ";
      }
      for (const PrintedNumber& number :
           numbers_in(without_words(all, document, language), language)) {
        EXPECT_TRUE(reads(number)) << number.value << " in \"" << number.text << '"';
        ++count;
      }
    }
  }
  EXPECT_GT(count, 1000U);
}

TEST_P(ReportOf, HasFiguresOfTheDocumentBehindItsTables) {
  const Json document = document_of(screen_called(GetParam()));
  const Figures figures{document};
  for (const Sign sign : {Sign::saving, Sign::budget}) {
    for (const auto& [value, where] : numbers_behind(report_page(document, Language::en, sign))) {
      EXPECT_TRUE(figures.holds(value) || figures.holds(-value)) << value << ", " << where;
    }
  }
}

bool has_letters(const std::string& text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }) > 3;
}

/// Words that are the same in both languages, or names.
bool is_common(const std::string& text) {
  static const std::set<std::string> same{"Region",      "Effekt",   "Evaluation",
                                          "Supervision", "mio. kr.", "Baseline"};
  return same.contains(text);
}

/// Every text of a workbook: its sheets' names, cells, charts, and what may stand in a cell.
std::vector<std::string> texts_in(const Workbook& book) {
  std::vector<std::string> texts{book.title, book.footer};
  for (const Sheet& sheet : book.sheets) {
    texts.push_back(sheet.name);
    for (const auto& [place, cell] : sheet.cells) {
      if (const auto* said = std::get_if<std::string>(&cell.content)) texts.push_back(*said);
    }
    for (const SheetChart& chart : sheet.charts) {
      for (const std::string& text : {chart.title, chart.axis, chart.description}) {
        texts.push_back(text);
      }
    }
    for (const CellRule& rule : sheet.rules) texts.push_back(rule.what);
  }
  return texts;
}

TEST_P(ReportOf, LeavesNoTextInTheOtherLanguage) {
  const Json document = document_of(screen_called(GetParam()));
  const std::vector<std::string> english = texts_of(report_page(document, Language::en));
  const std::set<std::string> known{english.begin(), english.end()};
  const std::string all = document.dump();
  for (const std::string& text : texts_of(report_page(document, Language::da))) {
    if (!known.contains(text) || !has_letters(text) || is_common(text)) continue;
    const bool is_of_document = all.find(Json(text).dump()) != std::string::npos;
    EXPECT_TRUE(is_of_document || !has_letters(without_words(text, document, Language::da)))
        << text;
  }
}

TEST_P(ReportOf, LeavesNoTextOfItsWorkbookInTheOtherLanguage) {
  const Json document = document_of(screen_called(GetParam()));
  std::set<std::string> known;
  for (const std::string& text : texts_in(run_sheets(document, "r.h5", Language::en))) {
    known.insert(text);
  }
  const std::string all = document.dump();
  for (const std::string& text : texts_in(run_sheets(document, "r.h5", Language::da))) {
    if (!known.contains(text) || !has_letters(text) || is_common(text)) continue;
    const bool is_of_document = all.find(Json(text).dump()) != std::string::npos;
    EXPECT_TRUE(is_of_document || !has_letters(without_words(text, document, Language::da)))
        << text;
  }
}

TEST_P(ReportOf, FillsInEveryPlace) {
  const Json document = document_of(screen_called(GetParam()));
  for (const Language language : {Language::en, Language::da}) {
    for (const std::string& text : texts_of(report_page(document, language))) {
      EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << text;
      EXPECT_EQ(text.find(".."), std::string::npos) << text;
      EXPECT_EQ(text.find("report."), std::string::npos) << text;
    }
  }
}
INSTANTIATE_TEST_SUITE_P(Every, ReportOf, testing::ValuesIn(reported),
                         [](const auto& of) { return of.param; });

TEST(GoldenReport, ReadsAsItDidInBothLanguages) {
  const Json document = document_of(screen_called("run_draws"));
  for (const Language language : {Language::en, Language::da}) {
    std::string all;
    for (const std::string& text : texts_of(report_page(document, language))) {
      // The version and the commit are those of the build.
      all += text.find("Samspil ") == std::string::npos ? text + '\n' : "Samspil …\n";
    }
    expect_golden(language == Language::da ? "report.da.txt" : "report.en.txt", all);
  }
}

/// The other sign turns every amount and nothing else.
TEST(ReportSign, OfBudgetsTurnsTheAmounts) {
  const Json document = document_of(screen_called("run_draws"));
  const ReportPage saving = report_page(document, Language::en, Sign::saving);
  const ReportPage budget = report_page(document, Language::en, Sign::budget);
  const auto& ours = std::get<BarsFigure>(saving.second.front().figures.front().drawn);
  const auto& theirs = std::get<BarsFigure>(budget.second.front().figures.front().drawn);
  ASSERT_EQ(ours.bars.size(), theirs.bars.size());
  for (std::size_t i = 0; i < ours.bars.size(); ++i) {
    EXPECT_EQ(ours.bars[i].range.middle, -*theirs.bars[i].range.middle);
    if (!ours.bars[i].range.low) continue;
    EXPECT_EQ(ours.bars[i].range.low, -*theirs.bars[i].range.high);
  }
  EXPECT_EQ(ours.axis.below, theirs.axis.above);
  EXPECT_NE(budget.second.front().sub.find("plus is more expenditure"), std::string::npos);
  EXPECT_NE(saving.second.front().sub.find("minus is more expenditure"), std::string::npos);
}

std::vector<Table> tables_of(const Json& document, Language language, Sign sign) {
  std::vector<Table> tables;
  for (const Page& page :
       {run_page(document, language, sign), run_detail(document, language, sign)}) {
    for (const PagePart& part : page.parts()) {
      if (const auto* table = std::get_if<Table>(&part)) tables.push_back(*table);
    }
  }
  return tables;
}

/// Of rows that are called so, in order.
std::vector<double> values_of(const std::vector<Table>& tables, const std::string& called) {
  std::vector<double> values;
  for (const Table& table : tables) {
    for (const Row& row : table.rows) {
      if (row.label != called) continue;
      for (const Cell& cell : row.cells) values.push_back(cell.value.value_or(0));
    }
  }
  return values;
}

std::vector<double> turned(std::vector<double> values) {
  for (double& value : values) value = 0 - value;
  return values;
}

/// What is saved is turned on the screen too, low and high change places, and what was never saved
/// (costs without a strategy, errors, prices, people) stays.
TEST(ScreenSign, OfBudgetsTurnsWhatIsSavedAndNothingElse) {
  const Json document = document_of(screen_called("run_draws"));
  for (const Language language : {Language::en, Language::da}) {
    const auto word = [&](Key key) { return std::string{phrase(key, language)}; };
    const auto named = [&](const char* group, const char* name) {
      return std::string{label(language, group, name)};
    };
    const auto ours = tables_of(document, language, Sign::saving);
    const auto theirs = tables_of(document, language, Sign::budget);
    ASSERT_EQ(ours.size(), theirs.size());
    for (const std::string& row :
         {named("answer", "costs"), named("answer", "net"), word("run.cumulated")}) {
      const std::vector<double> saved = values_of(ours, row);
      ASSERT_FALSE(saved.empty()) << row;
      EXPECT_EQ(values_of(theirs, row), turned(saved)) << row;
    }
    const std::vector<double> back = values_of(ours, named("answer", "gives_back"));
    EXPECT_EQ(values_of(theirs, word("run.other_spending")), turned(back));
    const std::string low = named("draws", "p05"), high = named("draws", "p95");
    EXPECT_EQ(values_of(theirs, low), turned(values_of(ours, high)));
    EXPECT_EQ(values_of(theirs, high), turned(values_of(ours, low)));
    const std::string drift = say(language, "run.cost_of", named("payer", "municipality"),
                                  word(money_unit(document.at("largest_amount")).word));
    ASSERT_FALSE(values_of(ours, drift).empty());
    EXPECT_EQ(values_of(theirs, drift), values_of(ours, drift));
  }
}

TEST(ScreenSign, StandsInEveryHeading) {
  const Json document = document_of(screen_called("run_draws"));
  for (const auto& [language, less, more] :
       {std::tuple{Language::en, "less expenditure", "more expenditure"},
        {Language::da, "mindreudgift", "merudgift"}}) {
    const std::string other = lower_case(as_text(run_page(document, language, Sign::budget)) +
                                         as_text(run_detail(document, language, Sign::budget)));
    EXPECT_EQ(other.find(less), std::string::npos);
    EXPECT_NE(other.find(more), std::string::npos);
    EXPECT_NE(other.find(language == Language::da ? "plus betyder flere" : "positive means more"),
              std::string::npos);
    const std::string ours = lower_case(as_text(run_page(document, language)));
    EXPECT_NE(ours.find(less), std::string::npos);
  }
}

}  // namespace
}  // namespace samspil::test
