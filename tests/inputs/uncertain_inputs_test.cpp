// Every input with a range is in the list, under the name by which it is explained, and its setter
// moves it and nothing else.
#include "model/inputs/uncertain_inputs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "model/inputs/lever_slots.hpp"
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
      EXPECT_TRUE(names.contains(strategy.id + "." + std::string{slot.name})) << slot.name;
    }
    for (const CoreElement& element : strategy.elements) {
      EXPECT_TRUE(names.contains(strategy.id + "." + element.name)) << element.name;
    }
    for (const Effect& effect : strategy.effects) {
      EXPECT_TRUE(names.contains(effect_name(strategy, effect)));
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
  EXPECT_EQ(reach("birth_under_30"), Reach::families);
  EXPECT_EQ(reach("foster_family"), Reach::families);
  EXPECT_EQ(reach("sammen_om_familien.intake_share"), Reach::strategy);
  EXPECT_EQ(reach("familiens_fremtid.job_entry.effort"), Reach::strategy);
}

}  // namespace
}  // namespace samspil
