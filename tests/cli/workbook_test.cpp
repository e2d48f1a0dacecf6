// Workbooks as commands write them: whole, the user's own once they stand there, and no input.
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

class WorkbookOf : public Program {
 protected:
  WorkbookOf() {
    write("case.toml", shipped("examples/case.toml", "[", "["));
    write("with.toml", shipped("examples/family_strategy.toml", "[", "["));
    write("without.toml", shipped("examples/family_baseline.toml", "[", "["));
  }

  void expect_written(const std::string& words, const std::string& file) const {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 0) << words << outcome.err;
    EXPECT_EQ(read(file).substr(0, 4), "PK\x03\x04") << words;
    EXPECT_NE(outcome.err.find("written: " + file), std::string::npos) << outcome.err;
  }
  void expect_refused(const std::string& words) const {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 2) << words;
    EXPECT_EQ(outcome.out, "") << words;
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
  }
};

TEST_F(WorkbookOf, EveryCommandIsWrittenWhole) {
  expect_written("case case.toml --xlsx c.xlsx", "c.xlsx");
  expect_written("family with.toml --xlsx f.xlsx", "f.xlsx");
  expect_written("family with.toml --against without.toml --xlsx g.xlsx", "g.xlsx");
  ASSERT_EQ(run("run small.toml --families 40 --years 1 --out r.h5").exit, 0);
  expect_written("report r.h5 --xlsx r.xlsx", "r.xlsx");
  const Outcome made = run("new case --xlsx empty.xlsx");
  EXPECT_EQ(made.exit, 0) << made.err;
  EXPECT_EQ(read("empty.xlsx").substr(0, 4), "PK\x03\x04");
}

/// Cells are filled in by hand: the program cannot know what it would eat.
TEST_F(WorkbookOf, AUserIsNotReplacedUnlessAskedTo) {
  ASSERT_EQ(run("case case.toml --xlsx c.xlsx").exit, 0);
  const std::string before = read("c.xlsx");
  expect_refused("case case.toml --xlsx c.xlsx");
  expect_refused("new case --xlsx c.xlsx");
  expect_refused("case case.toml --xlsx case.toml --force");
  expect_refused("family with.toml --against without.toml --xlsx without.toml --force");
  EXPECT_EQ(read("c.xlsx"), before);
  EXPECT_EQ(run("case case.toml --xlsx c.xlsx --force").exit, 0);
  EXPECT_EQ(read("c.xlsx"), before);
}

TEST_F(WorkbookOf, AUserIsToldThatItMayBeFilledIn) {
  ASSERT_EQ(run("case case.toml --xlsx c.xlsx").exit, 0);
  const std::string told = run("case case.toml --xlsx c.xlsx --lang da").err;
  EXPECT_NE(told.find("står der i forvejen og kan være udfyldt"), std::string::npos) << told;
}

TEST_F(WorkbookOf, AnotherEndingIsRefused) {
  for (const char* name : {"c.csv", "c", "c.xls"}) {
    expect_refused(std::string{"case case.toml --force --xlsx "} + name);
    EXPECT_EQ(read(name), "");
  }
}

TEST_F(WorkbookOf, NoOtherKindThanACaseIsBegun) {
  expect_refused("new family --xlsx f.xlsx");
  expect_refused("new case case2.toml --xlsx f.xlsx");
  EXPECT_EQ(read("f.xlsx"), "");
}

TEST_F(WorkbookOf, AFaultyInputIsNotBegun) {
  write("faulty.toml", "[case]\n");
  expect_refused("case faulty.toml --xlsx c.xlsx");
  write("none.h5", "nothing");
  expect_refused("report none.h5 --xlsx c.xlsx");
  EXPECT_EQ(read("c.xlsx"), "");
}

}  // namespace
}  // namespace samspil::test
