// Files to begin with: they work as they are, in both languages, and replace nothing.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/words/numbers.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

class New : public Program {};

TEST_F(New, WritesFilesWithoutAFaultInBothLanguages) {
  for (const std::string language : {"en", "da"}) {
    for (const std::string kind :
         {"municipality", "strategy", "prices", "rates", "indices", "family", "case", "scenario"}) {
      const bool is_table = kind == "prices" || kind == "rates" || kind == "indices";
      const std::string file = language + (is_table ? ".csv" : ".toml");
      const Outcome made = run("new " + kind + ' ' + file + " --force --lang " + language);
      ASSERT_EQ(made.exit, 0) << kind << made.err;
      EXPECT_NE(made.out.find(file), std::string::npos) << made.out;
      const Outcome checked = run("check " + file);
      EXPECT_EQ(checked.exit, 0) << kind << checked.out;
      if (kind == "family" || kind == "case") {
        EXPECT_EQ(run(kind + ' ' + file).exit, 0) << kind;
      }
      for (const std::string& line : lines_of(read(file))) {
        if (!is_table) {
          EXPECT_LE(display_width(line), 130U) << line;
        }
      }
    }
  }
}

TEST_F(New, BeginsAMunicipalityThatRuns) {
  ASSERT_EQ(run("new municipality").exit, 0);
  const Outcome table = run("run municipality.toml --draws 1 --families 400");
  ASSERT_EQ(table.exit, 0) << table.err;
  EXPECT_NE(table.out.find("Furesø"), std::string::npos) << table.out;
  std::string text = table.out;
  std::replace(text.begin(), text.end(), '\n', ' ');
  EXPECT_NE(text.find("families enrolled 40; caseworkers 4; families per caseworker 10"),
            std::string::npos)
      << table.out;
}

TEST_F(New, ReplacesNothingUnlessForced) {
  write("mine.toml", "mine");
  const Outcome refused = run("new case mine.toml");
  EXPECT_EQ(refused.exit, 2);
  EXPECT_EQ(read("mine.toml"), "mine");
  EXPECT_EQ(run("new case mine.toml --force").exit, 0);
  EXPECT_NE(read("mine.toml"), "mine");
}

TEST_F(New, NamesTheKindsThereAre) {
  const Outcome refused = run("new municipalty");
  EXPECT_EQ(refused.exit, 2);
  EXPECT_NE(refused.err.find("did you mean 'municipality'?"), std::string::npos) << refused.err;
}

TEST_F(New, IsNamedWhereAFileIsMissing) {
  EXPECT_NE(run("run none.toml").err.find("`samspil new`"), std::string::npos);
  EXPECT_NE(run("case none.toml").err.find("`samspil new`"), std::string::npos);
}

TEST_F(New, GivesTablesThatDanishExcelOpens) {
  const Outcome outcome = run("run small.toml --csv tables --csv-style excel-da");
  ASSERT_EQ(outcome.exit, 0) << outcome.err;
  const std::string changes = read("tables/changes_da.csv");
  EXPECT_EQ(changes.substr(0, 3), "\xEF\xBB\xBF");
  EXPECT_NE(changes.find(";mindreudgift_kr;"), std::string::npos) << changes.substr(0, 300);
  EXPECT_EQ(run("run small.toml --csv tables --csv-style excel-da").exit, 0);  // its own
  write("tables/changes_da.csv", "not ours");
  EXPECT_EQ(run("run small.toml --csv tables --csv-style excel-da").exit, 2);
}

}  // namespace
}  // namespace samspil::test
