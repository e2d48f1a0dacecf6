// Tables as a Danish Excel opens them.
#include "model/storage/excel_csv.hpp"

#include <gtest/gtest.h>

#include "model/io/csv.hpp"

namespace samspil {
namespace {

TEST(ExcelCsv, HasSemicolonsCommasWholeOereAndDanishNames) {
  const WrittenTable plain{"changes.csv",
                           "strategy,effect_level,year,department,payer,line,less_expenditure_kr,"
                           "units\n"
                           "ours,centre,2023,child_family,municipality,foster_family,"
                           "284615.41120000003,0.35000000000000375\n"
                           "\"a;b\",none,2024,child_family,state,foster_family,-0.001,3.6\n"};
  const WrittenTable danish = in_danish_excel(plain);
  EXPECT_EQ(danish.name, "changes_da.csv");
  EXPECT_EQ(danish.text,
            "\xEF\xBB\xBFstrategi;effekt;år;forvaltning;betaler;linje;mindreudgift_kr;"
            "mængde\r\n"
            "ours;Middelskøn;2023;Børn og familie;Kommunen;Plejefamilie;284615,41;0,35\r\n"
            "\"a;b\";ingen;2024;Børn og familie;Staten;Plejefamilie;0,00;3,6\r\n");
}

TEST(ExcelCsv, IsReadBackWithTheSameNumbers) {
  const WrittenTable danish =
      in_danish_excel({"x.csv", "name,amount_kr\nfirst,1234.5\nsecond,-7\n"});
  std::vector<Problem> problems;
  const CsvTable table = parse_csv(danish.text.substr(3), "x", problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_TRUE(table.decimal_commas);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells[1], "1234,50");
  EXPECT_EQ(table.rows[1].cells[1], "-7,00");
}

/// Its names are what the other tables are joined by.
TEST(ExcelCsv, LeavesTheNamesThatLabelsAreOf) {
  EXPECT_EQ(
      in_danish_excel({"labels.csv", "kind,name,en,da\naccount_type,service,Service,Ydelse\n"})
          .text,
      "\xEF\xBB\xBFslags;navn;engelsk;dansk\r\naccount_type;service;Service;Ydelse\r\n");
}

TEST(ExcelCsv, NamesHowAPriceWasMoved) {
  EXPECT_EQ(
      in_danish_excel({"prices.csv", "service,move,index\ncash_benefit,moved,satsregulering\n"})
          .text,
      "\xEF\xBB\xBFydelse;omregning;indeks\r\nKontanthjælp;omregnet;satsreguleringen\r\n");
}

TEST(ExcelCsv, LeavesWhatIsNoTable) {
  const WrittenTable json{"run.json", "{}"};
  EXPECT_EQ(in_danish_excel(json).name, "run.json");
  EXPECT_EQ(in_danish_excel(json).text, "{}");
}

TEST(ExcelCsv, KnowsItsOwnBeginning) {
  EXPECT_EQ(beginning_in_danish("strategy,effect_level,"), "\xEF\xBB\xBFstrategi;");
}

}  // namespace
}  // namespace samspil
