#include "model/io/csv.hpp"

#include <gtest/gtest.h>

#include "model/storage/csv_cells.hpp"

namespace samspil {
namespace {

using Cells = std::vector<std::string>;

struct Parsed {
  CsvTable table;
  std::vector<std::string> told;
};

Parsed parse(const std::string& text) {
  std::vector<Problem> problems;
  Parsed parsed{parse_csv(text, "t.csv", problems), {}};
  for (const Problem& problem : problems) parsed.told.push_back(problem.text(Language::en));
  return parsed;
}

TEST(ParseCsv, ReadsQuotesCommasAndLineBreaksInCells) {
  const Parsed parsed = parse("a,b\r\n\"1,\"\"x\"\"\",\"two\nlines\"\r\n\n3,\n");

  EXPECT_TRUE(parsed.told.empty());
  EXPECT_EQ(parsed.table.header.cells, (Cells{"a", "b"}));
  ASSERT_EQ(parsed.table.rows.size(), 2U);
  EXPECT_EQ(parsed.table.rows[0].cells, (Cells{"1,\"x\"", "two\nlines"}));
  EXPECT_EQ(parsed.table.rows[0].line, 2);
  EXPECT_EQ(parsed.table.rows[1].cells, (Cells{"3", ""}));
  EXPECT_EQ(parsed.table.rows[1].line, 5);
}

TEST(ParseCsv, NeedsNoLineBreakAtTheEnd) {
  EXPECT_EQ(parse("a,b\n1,2").table.rows.at(0).cells, (Cells{"1", "2"}));
  EXPECT_EQ(parse("a,b\n1,\"2\"").table.rows.at(0).cells, (Cells{"1", "2"}));
  EXPECT_EQ(parse("a,b\n1,").table.rows.at(0).cells, (Cells{"1", ""}));
}

TEST(ParseCsv, ReadsBackWhatIsWritten) {
  const std::vector<Cells> rows{{"h1", "h2", "h3"}, {"", "a,b", "\"q\""}, {"x\ny", "\r", " z "}};
  std::string text;
  for (const Cells& row : rows) {
    for (const std::string& cell : row) text += (&cell == &row[0] ? "" : ",") + csv_cell(cell);
    text += '\n';
  }

  const Parsed parsed = parse(text);

  EXPECT_TRUE(parsed.told.empty());
  EXPECT_EQ(parsed.table.header.cells, rows[0]);
  ASSERT_EQ(parsed.table.rows.size(), 2U);
  EXPECT_EQ(parsed.table.rows[0].cells, rows[1]);
  EXPECT_EQ(parsed.table.rows[1].cells, rows[2]);
}

TEST(ParseCsv, TellsEveryFaultAndLeavesItsRowOut) {
  const Parsed parsed = parse("a,b\n1\n1,2\"\n\"1\"x,2\n1,2\n\"1,2\n");

  EXPECT_EQ(
      parsed.told,
      (std::vector<std::string>{
          "t.csv:2: 1: 1 cells, 2 expected; give every column of the header one cell; quote a "
          "cell with a comma",
          "t.csv:3: a quote inside a cell that does not begin with one; put the whole cell in "
          "quotes and write each quote in it twice",
          "t.csv:4: text after the closing quote of a cell; write each quote inside a cell "
          "twice",
          "t.csv:6: a quote is never closed; end the cell with a quote"}));
  ASSERT_EQ(parsed.table.rows.size(), 1U);
  EXPECT_EQ(parsed.table.rows[0].line, 5);
}

TEST(ParseCsv, ReadsWhatASpreadsheetWrites) {
  for (const char* text :
       {"a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "sep=;\na;b\n1;2\n", "sep=,\na,b\n1,2\n",
        "sep=\t\r\na\tb\r\n1\t2\r\n", "a;b\r1;2\r", "a;b;;\n1;2;;\n;;;\n", "a,b\n1,2,,\n,\n",
        "\"a\";\"b\"\r\n\"1\";2\r\n"}) {
    const Parsed parsed = parse(text);
    EXPECT_TRUE(parsed.told.empty()) << text;
    EXPECT_EQ(parsed.table.header.cells, (Cells{"a", "b"})) << text;
    ASSERT_EQ(parsed.table.rows.size(), 1U) << text;
    EXPECT_EQ(parsed.table.rows[0].cells, (Cells{"1", "2"})) << text;
  }
  EXPECT_EQ(parse("sep=;\na;b\n1;2\n").table.rows.at(0).line, 3);
}

TEST(ParseCsv, MayHaveDecimalCommasWhereNoCommaDividesCells) {
  EXPECT_FALSE(parse("a,b\n1,2\n").table.decimal_commas);
  EXPECT_TRUE(parse("a;b\n1,5;2\n").table.decimal_commas);
  EXPECT_EQ(parse("a;b\n1,5;2\n").table.rows.at(0).cells, (Cells{"1,5", "2"}));
  EXPECT_TRUE(parse("a\tb\n1\t2\n").table.decimal_commas);
}

TEST(ParseCsv, TellsOfACellTooMany) {
  EXPECT_EQ(parse("a;b\n1;2;3;\n").told,
            (std::vector<std::string>{"t.csv:2: 1: 3 cells, 2 expected; give every column of the "
                                      "header one cell; quote a cell with a comma"}));
}

TEST(ParseCsv, TakesNoMoreRowsThanAnyInputHas) {
  std::string text = "a,b\n";
  for (int i = 0; i < 2'001; ++i) text += "1,2\n";
  const Parsed parsed = parse(text);

  EXPECT_EQ(parsed.told,
            std::vector<std::string>{"t.csv:2002: more than 2000 rows; give a file of fewer rows"});
  EXPECT_TRUE(parsed.table.rows.empty());
  EXPECT_EQ(parse(text.substr(0, text.size() - 4)).table.rows.size(), 2'000U);
}

}  // namespace
}  // namespace samspil
