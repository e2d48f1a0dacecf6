// The assumptions named are the right ones: what runs of their own say, one input at a time.
#include "model/appraisal/what_matters.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "model/appraisal/saving.hpp"
#include "model/inputs/lever_slots.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

class Matters : public testing::Test {
 protected:
  Matters() {
    scenario_.population.candidates = 800;
    scenario_.population.families = 120;
    scenario_.years = 2;
    // Only levers and effects of the strategies are assumed: they leave the population alone, so
    // that a run of its own lives the same families.
    for (ParameterRow& row : scenario_.parameter_table.rows) row.quantity.grade = Grade::derived;
    for (CatalogueRow& row : scenario_.catalogue.rows) row.price.grade = Grade::derived;
    for (Margin& margin : scenario_.population.margins) margin.target.grade = Grade::derived;
  }

  double net(const Scenario& scenario, std::size_t strategy) const {
    const Appraisal appraisal = appraise(scenario, run_scenario(scenario, 0, {}));
    const Saving& centre = appraisal.strategies[strategy].at(EffectLevel::centre);
    return appraisal.kroner(total(centre.net_result, part_of(Purse::municipality)));
  }

  double change(const Input& input, std::size_t strategy) const {
    Scenario low = scenario_, high = scenario_;
    input.set(low, input.quantity.low);
    input.set(high, input.quantity.high);
    return net(high, strategy) - net(low, strategy);
  }

  ParameterRow& parameter(const std::string& name) {
    auto& rows = scenario_.parameter_table.rows;
    return *std::find_if(rows.begin(), rows.end(),
                         [&](const ParameterRow& row) { return row.name == name; });
  }

  WhatMatters find() const { return find_what_matters(scenario_, {}, 0, {}); }

  Scenario scenario_ = test::small_scenario();
};

TEST_F(Matters, AreThoseThatRunsOfTheirOwnSay) {
  const WhatMatters found = find();
  ASSERT_EQ(found.strategies.size(), scenario_.strategies.size());
  std::size_t searched = 0;
  int uncertain = 0;
  for (std::size_t s = 0; s < found.strategies.size(); ++s) {
    std::vector<std::pair<double, std::string>> expected;
    for (const Input& input : input_list(scenario_)) {
      const auto& of = input.strategies;
      if (input.quantity.grade != Grade::assumed || !input.can_move()) continue;
      if (std::find(of.begin(), of.end(), s) == of.end()) continue;
      expected.emplace_back(change(input, s), input.name);
    }
    searched += expected.size();
    std::stable_sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) {
      return std::fabs(a.first) > std::fabs(b.first);
    });
    const auto& matters = found.strategies[s].matters;
    ASSERT_EQ(matters.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_EQ(matters[i].name, expected[i].second);
      EXPECT_NEAR(matters[i].change, expected[i].first, 0.01);
      ASSERT_TRUE(matters[i].standard_error.has_value());
      uncertain += *matters[i].standard_error > 0;  // nought where every site pays alike
    }
  }
  EXPECT_GT(uncertain, 0);
  EXPECT_EQ(found.searched, searched);
  EXPECT_EQ(found.population_only, 0U);
}

/// A number of a base is one assumption, and named by both strategies that stand on it.
TEST_F(Matters, SearchAnInputOfSeveralStrategiesOnce) {
  scenario_.strategies.resize(1);
  const std::size_t alone = find().searched;
  scenario_.strategies.push_back(scenario_.strategies[0]);
  scenario_.strategies[1].id = "copy";
  Strategy& copy = scenario_.strategies[1];
  copy.base_ids["base.toml"] = scenario_.strategies[0].id;
  for (const LeverSlot& slot : lever_slots) {
    (copy.levers.*slot.quantity).base_file = "base.toml";
  }
  for (CoreElement& element : copy.elements) element.base_file = "base.toml";
  for (Effect& effect : copy.effects) effect.base_file = "base.toml";

  const WhatMatters found = find();

  EXPECT_EQ(found.searched, alone);
  ASSERT_EQ(found.strategies[1].matters.size(), found.strategies[0].matters.size());
  for (std::size_t i = 0; i < found.strategies[0].matters.size(); ++i) {
    EXPECT_EQ(found.strategies[1].matters[i].name, found.strategies[0].matters[i].name);
    EXPECT_EQ(found.strategies[1].matters[i].change, found.strategies[0].matters[i].change);
  }
}

TEST_F(Matters, HoldAnInputOfAllArmsIfItIsAssumed) {
  Quantity& price = scenario_.catalogue.rows[index_of(Service::early_prevention)].price;
  price.low = 0;
  price.high = 100'000'000;
  const auto are_led_by_it = [](const WhatMatters& found) {
    return std::all_of(found.strategies.begin(), found.strategies.end(), [](const auto& strategy) {
      return strategy.matters.front().name == "early_prevention";
    });
  };
  EXPECT_FALSE(are_led_by_it(find()));
  price.grade = Grade::assumed;
  EXPECT_TRUE(are_led_by_it(find()));
}

TEST_F(Matters, MoveAParameterAsARunOfTheSameFamiliesDoes) {
  scenario_.comparison.terms = Terms::as_described;  // so runs a world
  ParameterRow& row = parameter("early_prevention_stop");
  row.quantity.low = 0;
  row.quantity.high = 50;
  row.quantity.grade = Grade::assumed;
  for (Strategy& strategy : scenario_.strategies) {
    for (const LeverSlot& slot : lever_slots) (strategy.levers.*slot.quantity).grade = Grade::own;
    for (CoreElement& element : strategy.elements) element.fidelity.grade = Grade::own;
    for (Effect& effect : strategy.effects) {
      effect.grade = effect.months.grade = Grade::own;
    }
  }
  const WhatMatters found = find();
  ASSERT_EQ(found.searched, 1U);
  const test::World world{scenario_};
  const auto net_at = [&](double stop) {
    Scenario moved = scenario_;
    moved.parameters.measures.stop[index_of(ChildMeasure::early_prevention)] = stop;
    const auto counts = world.run(moved, test::all_arms(moved));
    const Ore saving = static_cast<Ore>(counts[3].moments[index_of(Purse::municipality)].saving);
    return as_kroner(saving);
  };
  ASSERT_EQ(found.strategies[0].matters.size(), 1U);
  EXPECT_NEAR(found.strategies[0].matters[0].change, net_at(50) - net_at(0), 0.01);
}

TEST_F(Matters, ScaleToTheFamiliesOfTheRun) {
  const Matter whole = find().strategies[0].matters.front();
  const WhatMatters part = find_what_matters(scenario_, {40, 80, 8, 3}, 0, {});
  EXPECT_EQ(part.screened_families, 40U);
  EXPECT_EQ(part.compared_families, 80U);
  const Matter& first = part.strategies[0].matters.front();
  EXPECT_EQ(first.name, whole.name);
  EXPECT_LT(std::fabs(first.change / whole.change - 1), 0.5);
}

TEST_F(Matters, LeaveOutWhatOnlyMakesTheStartingFamilies) {
  parameter("initial_two_parents").quantity.grade = Grade::assumed;
  const WhatMatters found = find();
  EXPECT_EQ(found.population_only, 1U);
}

}  // namespace
}  // namespace samspil
