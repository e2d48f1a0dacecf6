// Every input with a range is in the list, under the name by which it is explained, and its setter
// moves it and nothing else.
#include "model/inputs/uncertain_inputs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "model/inputs/lever_slots.hpp"
#include "model/loading/load.hpp"
#include "tests/inputs/input_folder.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

class UncertainInputs : public testing::Test {
 protected:
  Scenario scenario_ = test::shipped_scenario();
  std::vector<UncertainInput> inputs_ = uncertain_inputs(scenario_);
};

TEST_F(UncertainInputs, HaveOneNameEach) {
  std::set<std::pair<std::string, bool>> names;  // A margin and a service may share a name.
  for (const UncertainInput& input : inputs_) {
    const bool is_margin =
        std::any_of(scenario_.population.margins.begin(), scenario_.population.margins.end(),
                    [&](const Margin& margin) { return margin.name == input.name; });
    EXPECT_TRUE(names.emplace(input.name, is_margin).second) << input.name;
  }
}

TEST_F(UncertainInputs, HoldEveryAssumedNumber) {
  std::set<std::string> names;
  for (const UncertainInput& input : inputs_) names.insert(input.name);
  for (const ParameterRow& row : scenario_.parameter_table.rows) {
    EXPECT_TRUE(names.contains(row.name)) << row.name;
  }
  for (const CatalogueRow& row : scenario_.catalogue.rows) {
    EXPECT_TRUE(names.contains(std::string{service_names[index_of(row.service)]}));
  }
  for (const Margin& margin : scenario_.population.margins) {
    EXPECT_EQ(names.contains(margin.name), margin.fitted) << margin.name;
  }
  for (const Strategy& strategy : scenario_.strategies) {
    for (const LeverSlot& slot : lever_slots) {
      const std::string& id = stated_by(strategy, (strategy.levers.*slot.quantity).base_file);
      EXPECT_TRUE(names.contains(id + "." + std::string{slot.name})) << slot.name;
    }
    for (const CoreElement& element : strategy.elements) {
      EXPECT_TRUE(names.contains(stated_by(strategy, element.base_file) + "." + element.name))
          << element.name;
    }
    for (const Effect& effect : strategy.effects) {
      EXPECT_TRUE(names.contains(stated_effect_name(strategy, effect)));
    }
  }
}

/// Whether the second may move when the first does: shares of one whole.
bool share_a_whole(const std::string& one, const std::string& other) {
  const auto whole = whole_of(one);
  return whole && whole == whole_of(other);
}

TEST_F(UncertainInputs, AreMovedByTheirSettersAndAlone) {
  std::size_t moved = 0;
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    const UncertainInput& input = inputs_[i];
    if (!input.can_move()) continue;
    ++moved;
    for (const double value : {input.low, input.high}) {
      Scenario other = scenario_;
      input.set(other, value);
      const std::vector<UncertainInput> now = uncertain_inputs(other);
      ASSERT_EQ(now.size(), inputs_.size());
      EXPECT_EQ(now[i].value, value) << input.name;
      for (std::size_t j = 0; j < now.size(); ++j) {
        if (j == i || share_a_whole(input.name, now[j].name)) continue;
        EXPECT_EQ(now[j].value, inputs_[j].value) << input.name << " moved " << now[j].name;
      }
    }
  }
  EXPECT_GT(moved, 600U);
}

TEST_F(UncertainInputs, ReachTheNumbersOfTheModelAndKeepWholesWhole) {
  for (const UncertainInput& input : inputs_) {
    if (!input.can_move()) continue;
    Scenario other = scenario_;
    input.set(other, input.high);
    std::vector<ParameterSlot> slots = parameter_slots(other.parameters);
    std::map<std::string_view, double> sums;
    for (const ParameterSlot& slot : slots) {
      if (const auto whole = whole_of(slot.name)) sums[*whole] += *slot.value;
    }
    for (const auto& [whole, sum] : sums) EXPECT_NEAR(sum, 1, 1e-9) << input.name << ' ' << whole;
    for (const ParameterRow& row : other.parameter_table.rows) {
      const auto slot = std::find_if(slots.begin(), slots.end(),
                                     [&](const ParameterSlot& s) { return s.name == row.name; });
      ASSERT_NE(slot, slots.end());
      EXPECT_EQ(*slot->value, row.quantity.value) << row.name << " after " << input.name;
    }
  }
}

TEST_F(UncertainInputs, KnowWhatTheyReach) {
  const auto reach = [&](const std::string& name) {
    return std::find_if(inputs_.begin(), inputs_.end(),
                        [&](const UncertainInput& input) { return input.name == name; })
        ->reach;
  };
  EXPECT_EQ(reach("initial_two_parents"), Reach::population);
  EXPECT_EQ(reach("frailty_spread"), Reach::population);
  EXPECT_EQ(reach("initial_condition_child_disability"), Reach::families);  // births too
  EXPECT_EQ(reach("birth_under_30"), Reach::families);
  EXPECT_EQ(reach("foster_family"), Reach::families);
  EXPECT_EQ(reach("sammen_om_familien.intake_share"), Reach::strategy);
  EXPECT_EQ(reach("familiens_fremtid.job_entry.effort"), Reach::strategy);
}

/// Strategies on bases: "variant" on "own" states its caseload, "copy" on "variant" nothing.
class SharedInputs : public testing::Test {
 protected:
  SharedInputs() {
    write("variant", "own",
          "[levers]\ncaseload = { value = 12, unit = \"families per caseworker\", low = 6, "
          "high = 20, grade = \"own\", source = \"Other\" }\n");
    write("copy", "variant", "");
  }

  void write(const std::string& id, const std::string& base, const std::string& rest) const {
    folder_.write("strategies/" + id + ".toml", "id = \"" + id + "\"\nbase = \"" + base +
                                                    "\"\ntitle_da = \"T\"\ntitle_en = \"T\"\n" +
                                                    rest);
  }
  Scenario of(const std::string& strategies, const std::string& present = "baseline") const {
    folder_.write("other.toml", scenario_text(strategies, present));
    return load_scenario(folder_.path("other.toml"), folder_.path(""));
  }
  static std::map<std::string, UncertainInput> by_name(const Scenario& scenario) {
    std::map<std::string, UncertainInput> inputs;
    for (UncertainInput& input : uncertain_inputs(scenario)) {
      const std::string name = input.name;
      inputs.emplace(name, std::move(input));
    }
    return inputs;
  }

  const InputFolder folder_;

 private:
  std::string scenario_text(const std::string& strategies, const std::string& present) const {
    std::ifstream stream{folder_.path("scenario.toml")};
    std::string text{std::istreambuf_iterator<char>{stream}, {}};
    const std::string old = "strategies = [\"own\"]";
    return text.replace(text.find(old), old.size(),
                        "strategies = [" + strategies + "]\ncompare_with = \"" + present + "\"");
  }
};

using Positions = std::vector<std::size_t>;

TEST_F(SharedInputs, StandOnceByTheStrategyThatStatesThem) {
  const Scenario scenario = of(R"("own", "variant", "copy")");
  const auto inputs = by_name(scenario);

  EXPECT_EQ(inputs.at("own.caseload").strategies, Positions{0});
  EXPECT_EQ(inputs.at("variant.caseload").strategies, (Positions{1, 2}));
  EXPECT_EQ(inputs.at("own.wage").strategies, (Positions{0, 1, 2}));
  EXPECT_EQ(inputs.at("own.core").strategies, (Positions{0, 1, 2}));
  EXPECT_EQ(inputs.at("own.job_entry.effort").strategies, (Positions{0, 1, 2}));
  for (const char* name : {"copy.caseload", "variant.wage", "copy.wage", "copy.core"}) {
    EXPECT_FALSE(inputs.contains(name)) << name;
  }
  Scenario moved = scenario;
  inputs.at("own.wage").set(moved, 123);
  for (const Strategy& strategy : moved.strategies) EXPECT_EQ(strategy.levers.wage.value, 123);
  inputs.at("variant.caseload").set(moved, 7);
  EXPECT_EQ(moved.strategies[0].levers.caseload.value,
            scenario.strategies[0].levers.caseload.value);
  EXPECT_EQ(moved.strategies[2].levers.caseload.value, 7);
}

TEST_F(SharedInputs, AreThoseOfABaseThatIsNotInTheScenarioToo) {
  const auto inputs = by_name(of(R"("copy")"));

  EXPECT_TRUE(inputs.contains("variant.caseload"));
  EXPECT_TRUE(inputs.contains("own.wage"));
}

TEST_F(SharedInputs, MoveEveryStrategyThatIsComparedWithThem) {
  const Scenario scenario = of(R"("own", "copy")", "variant");
  const auto inputs = by_name(scenario);

  EXPECT_EQ(inputs.at("variant.caseload").strategies, (Positions{0, 1}));
  Scenario moved = scenario;
  inputs.at("variant.caseload").set(moved, 7);
  EXPECT_EQ(moved.comparison.present_practice->levers.caseload.value, 7);
  EXPECT_EQ(moved.strategies[1].levers.caseload.value, 7);
  EXPECT_NE(moved.strategies[0].levers.caseload.value, 7);
}

/// The same when the scenario is read from the texts that a results file keeps.
TEST_F(SharedInputs, ComeBackFromTheTextsUnderTheSameNames) {
  const Scenario scenario = of(R"("copy", "variant")", "own");
  const auto first = uncertain_inputs(scenario);
  const auto again = uncertain_inputs(load_scenario(input_texts(scenario)));

  ASSERT_EQ(again.size(), first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(again[i].name, first[i].name);
    EXPECT_EQ(again[i].drawn_as, first[i].drawn_as);
    EXPECT_EQ(again[i].strategies, first[i].strategies);
  }
}

TEST_F(SharedInputs, AreTwoOfOneDrawWhereTwoFilesOfOneIdDiffer) {
  Scenario scenario = of(R"("own")", "own");
  scenario.comparison.present_practice->levers.wage.high += 1;
  const auto inputs = by_name(scenario);

  EXPECT_EQ(inputs.at("own.wage (2)").drawn_as, "own.wage");
  EXPECT_FALSE(inputs.contains("own.caseload (2)"));
}

TEST(EffectName, HoldsTheComponentWhereAnotherIsCalledTheSame) {
  Strategy strategy;
  strategy.id = "s";
  strategy.effects.resize(2);
  strategy.effects[1].component = Component::joint_plan;

  EXPECT_EQ(effect_name(strategy, strategy.effects[0]), "s.job_entry.effort");
  EXPECT_EQ(effect_name(strategy, strategy.effects[1]), "s.job_entry.effort.joint_plan");
}

}  // namespace
}  // namespace samspil
