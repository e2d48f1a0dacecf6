// [inputs]: numbers of one's own by the names under which they are explained.
#include "model/loading/own_inputs.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/inputs/input_list.hpp"
#include "model/loading/load.hpp"
#include "tests/inputs/input_folder.hpp"

namespace samspil {
namespace {

class OwnInputs : public ::testing::Test {
 protected:
  Scenario with(const std::string& rows) const {
    inputs_.write("scenario.toml", text_ + "\n[inputs]\n" + rows);
    return load_scenario(inputs_.path("scenario.toml"), inputs_.path(""));
  }
  std::string fault_of(const std::string& rows) const {
    inputs_.write("scenario.toml", text_ + "\n[inputs]\n" + rows);
    const std::vector<std::string> faults = inputs_.faults("scenario.toml");
    return faults.empty() ? "none" : faults.front();
  }

  static const Input& input(const std::vector<Input>& all, const std::string& name) {
    return *std::find_if(all.begin(), all.end(),
                         [&](const Input& one) { return one.name == name; });
  }

 private:
  InputFolder inputs_;
  std::string text_ =
      "title_en = \"Trial\"\nyears = 4\npopulation = \"small\"\nparameters = \"parameters.csv\"\n"
      "prices = \"2022\"\nstrategies = [\"own\"]\n";
};

TEST_F(OwnInputs, StandInPlaceAndAreCertain) {
  const Scenario scenario = with(
      "foster_family = 2000\n\"own.caseload\" = 12\n\"own.core\" = 5\n\"own.job_entry.effort\" = "
      "1.4\nchild_placed = 0.4\n");
  const std::vector<Input> all = input_list(scenario);
  for (const auto& [name, value] : {std::pair{"foster_family", 2000.0},
                                    {"own.caseload", 12.0},
                                    {"own.core", 5.0},
                                    {"own.job_entry.effort", 1.4},
                                    {"child_placed", 0.4}}) {
    const Input& own = input(all, name);
    EXPECT_EQ(own.quantity.value, value) << name;
    EXPECT_EQ(own.quantity.low, value) << name;
    EXPECT_EQ(own.quantity.high, value) << name;
    EXPECT_EQ(own.quantity.grade, Grade::own) << name;
    EXPECT_EQ(own.quantity.source, scenario.file) << name;
    EXPECT_GT(own.quantity.line, 6) << name;
    EXPECT_FALSE(own.can_move()) << name;
  }
  const Effect& effect = scenario.strategies[0].effects[0];
  EXPECT_EQ(effect.weak, 1.4);
  EXPECT_EQ(effect.strong, 1.4);
}

/// The kernel reads the numbers, and the table tells of them: both are moved.
TEST_F(OwnInputs, OfParametersReachTheNumbersThemselves) {
  const std::string name = "placement_reentry";
  Scenario scenario = with(name + " = 0.25\n");
  const std::vector<ParameterSlot> slots = parameter_slots(scenario.parameters);
  const auto slot = std::find_if(slots.begin(), slots.end(),
                                 [&](const ParameterSlot& one) { return one.name == name; });
  ASSERT_NE(slot, slots.end());
  EXPECT_EQ(*slot->value, 0.25);
  const std::vector<Input> all = input_list(scenario);
  EXPECT_EQ(input(all, name).quantity.value, 0.25);
}

TEST_F(OwnInputs, LeaveAllOthersAsTheyWere) {
  const std::vector<Input> before = input_list(with("")), after = input_list(with("shelter = 1\n"));
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].name == "shelter") continue;
    EXPECT_EQ(before[i].quantity.value, after[i].quantity.value) << before[i].name;
    EXPECT_EQ(before[i].quantity.grade, after[i].quantity.grade) << before[i].name;
  }
}

TEST_F(OwnInputs, OfNoKnownNameOrBeyondItsLimitsAreFaults) {
  EXPECT_NE(fault_of("foster_familly = 2000\n").find("foster_family"), std::string::npos);
  EXPECT_NE(fault_of("\"own.intake_share\" = 3\n").find("own.intake_share"), std::string::npos);
  EXPECT_NE(fault_of("foster_family = \"dear\"\n").find("foster_family"), std::string::npos);
  EXPECT_NE(fault_of("\"municipality_pays.local.2022.state\" = 1\n"), "none")
      << "law has its own files";
}

TEST_F(OwnInputs, AreReadAgainFromTheTextsOfAResult) {
  const Scenario scenario = with("foster_family = 2000\n");
  const Scenario again = load_scenario(input_texts(scenario));
  const std::vector<Input> all = input_list(again);
  EXPECT_EQ(input(all, "foster_family").quantity.value, 2000);
}

}  // namespace
}  // namespace samspil
