#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "model/loading/load.hpp"
#include "tests/inputs/input_folder.hpp"

namespace samspil {
namespace {

using Lines = std::vector<std::string>;

TEST(CheckFile, KnowsTheKindByTheContent) {
  const InputFolder inputs;
  std::filesystem::copy_file(inputs.path("strategies/own.toml"), inputs.path("a"));
  std::filesystem::copy_file(inputs.path("prices/payer_rules.csv"), inputs.path("b.txt"));
  inputs.replace("a", "value = 8,", "value = -8,");
  inputs.set_first_row("b.txt", "half_state",
                       "half_state,fixed,-,2,0,0,0,0,2022,2022,Law,own,,Test");

  EXPECT_EQ(inputs.faults("a"),
            Lines{"a:12: levers.caseload.value: -8 is below 0; write a number from 0 to 1000"});
  EXPECT_EQ(inputs.faults("b.txt"),
            Lines{"b.txt:2: half_state.municipality: 2 is above 1; write a number from 0 to 1"});
}

TEST(CheckFile, RefusesAnInputOfNoKnownKind) {
  const InputFolder inputs;
  inputs.write("recipe.toml", "flour = 3\n");
  inputs.write("recipe.csv", "flour,eggs\n3,2\n");
  const std::string told =
      ": is no input that is known; give a scenario, strategy, population, family, investment "
      "case, price list, payer rules, rates, indices, parameters, known flows, a calibration or a "
      "rule of evidence";

  EXPECT_EQ(inputs.faults("recipe.toml"), Lines{"recipe.toml" + told});
  EXPECT_EQ(inputs.faults("recipe.csv"), Lines{"recipe.csv" + told});
}

TEST(CheckFile, TellsWhatIsNoTextFile) {
  const InputFolder inputs;
  inputs.write("empty.toml", "");
  inputs.write("binary.csv", std::string("a,b\0c", 5));

  EXPECT_EQ(inputs.faults("none.toml"),
            Lines{"none.toml: the file does not exist; give the path of an existing file; `samspil "
                  "new` writes one to begin with"});
  EXPECT_EQ(inputs.faults("prices"), Lines{"prices: is a folder; give the path of a file in it"});
  EXPECT_EQ(
      inputs.faults("empty.toml"),
      Lines{"empty.toml: the file is empty; copy a shipped one, such as scenarios/default.toml"});
  EXPECT_EQ(inputs.faults("binary.csv"),
            Lines{"binary.csv: is a binary file; give a text file in UTF-8"});
}

TEST(LoadStrategy, ThrowsWithEveryFault) {
  const InputFolder inputs;
  inputs.replace("strategies/own.toml", "value = 8,", "value = -8,");
  inputs.replace("strategies/own.toml", "authority = false\n", "");

  try {
    load_strategy(inputs.path("strategies/own.toml"));
    FAIL() << "a bad strategy was taken";
  } catch (const InputError& error) {
    ASSERT_EQ(error.problems().size(), 2U);
    EXPECT_EQ(error.problems()[0].name, "levers.authority");
    EXPECT_EQ(error.problems()[1].name, "levers.caseload.value");
  }
}

}  // namespace
}  // namespace samspil
