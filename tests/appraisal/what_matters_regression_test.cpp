// The inputs named are the right ones: what runs of their own say, one input at a time; and the
// bars of the tornado are those of a linear input in closed form.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "model/appraisal/saving.hpp"
#include "model/appraisal/what_matters.hpp"
#include "model/costs/indices.hpp"
#include "model/inputs/drawn_inputs.hpp"
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
    // Only levers and effects of the strategies have a range: they leave the population alone, so
    // that a run of its own lives the same families.
    for (ParameterRow& row : scenario_.parameter_table.rows) fix(row.quantity);
    for (CatalogueRow& row : scenario_.catalogue.rows) fix(row.price);
    for (Margin& margin : scenario_.population.margins) fix(margin.target);
  }

  static void fix(Quantity& quantity) { quantity.low = quantity.high = quantity.value; }
  void fix_strategies() {
    for (Strategy& strategy : scenario_.strategies) {
      for (const LeverSlot& slot : lever_slots) fix(strategy.levers.*slot.quantity);
      for (CoreElement& element : strategy.elements) fix(element.fidelity);
      for (Effect& effect : strategy.effects) {
        effect.low = effect.high = effect.centre;
        fix(effect.months);
      }
    }
  }

  double net(const Scenario& scenario, std::size_t strategy) const {
    const Appraisal appraisal = appraise(scenario, run_scenario(scenario, 0, {}));
    const Saving& centre = appraisal.strategies[strategy].at(EffectLevel::centre);
    return appraisal.kroner(total(centre.net_result, part_of(Purse::municipality)));
  }

  double change(const Input& input, std::size_t strategy) const {
    Scenario low = scenario_, high = scenario_;
    input.set(low, drawn_quantile(input, 0.05));
    input.set(high, drawn_quantile(input, 0.95));
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
      if (!input.can_move()) continue;
      if (std::find(of.begin(), of.end(), s) == of.end()) continue;
      expected.emplace_back(change(input, s), input.name);
    }
    searched += expected.size();
    std::stable_sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) {
      return std::fabs(a.first) > std::fabs(b.first);
    });
    const auto& matters = found.strategies[s].matters;
    ASSERT_GE(matters.size(), 3U);
    EXPECT_LE(matters.size(), MatterSearch{}.named_inputs);
    const std::size_t own = index_of(Purse::municipality);
    EXPECT_NEAR(found.strategies[s].net[own], net(scenario_, s), 0.01);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_NEAR(matters[i].net_p95[own] - matters[i].net_p05[own], matters[i].change, 0.01);
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

TEST_F(Matters, HoldAnInputOfAllArmsWhateverItsGrade) {
  Quantity& price = scenario_.catalogue.rows[index_of(Service::early_prevention)].price;
  const auto are_led_by_it = [](const WhatMatters& found) {
    return std::all_of(found.strategies.begin(), found.strategies.end(), [](const auto& strategy) {
      return strategy.matters.front().name == "early_prevention";
    });
  };
  EXPECT_FALSE(are_led_by_it(find()));
  price.low = 0;
  price.high = 100'000'000;
  price.grade = Grade::measured;
  EXPECT_TRUE(are_led_by_it(find()));
}

TEST_F(Matters, MoveAParameterAsARunOfTheSameFamiliesDoes) {
  scenario_.comparison.terms = Terms::as_described;  // so runs a world
  ParameterRow& row = parameter("early_prevention_stop");
  row.quantity.low = 0;
  row.quantity.high = 50;
  fix_strategies();
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
  const Matter& own = found.strategies[0].matters[0];
  EXPECT_LT(0, own.p05);
  EXPECT_LT(own.p95, 50);
  EXPECT_NEAR(own.change, net_at(own.p95) - net_at(own.p05), 0.01);
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
  parameter("initial_two_parents").quantity.high = 1;
  const WhatMatters found = find();
  EXPECT_EQ(found.population_only, 1U);
}

class Tornado : public Matters {
 protected:
  Input input(const std::string& name) const {
    std::vector<Input> all = input_list(scenario_);
    return *std::find_if(all.begin(), all.end(),
                         [&](const Input& input) { return input.name == name; });
  }
  std::vector<std::vector<Matter>> bars(const std::string& name) const {
    return tornado_bars(scenario_, {input(name)}, {}, 0);
  }
  Quantity& price_of(Service service) { return scenario_.catalogue.rows[index_of(service)].price; }
};

/// The public net result is linear in a price: what a krone more moves is the units saved.
TEST_F(Tornado, OfAPriceIsTheUnitsSavedTimesItsRange) {
  Quantity& price = price_of(Service::mentor);
  price.low = 0;
  price.high = 4 * price.value;
  const RunResult run = run_scenario(scenario_, 0, {});
  const Appraisal appraisal = appraise(scenario_, run);
  const auto found = bars("mentor");
  const CatalogueRow& row_of_mentor = scenario_.catalogue.rows[index_of(Service::mentor)];
  const double level = PriceLevel{scenario_.catalogue}.price(row_of_mentor) / price.value;
  int moved = 0;
  for (std::size_t s = 0; s < found.size(); ++s) {
    const Saving& centre = appraisal.strategies[s].at(EffectLevel::centre);
    double units = 0;
    for (const UnitsToKroner& row :
         units_to_kroner(appraisal.reference_of(centre.arm), appraisal.ledgers[centre.arm])) {
      if (row.service == Service::mentor) units = static_cast<double>(row.units) / one_unit;
    }
    const Matter& bar = found[s].front();
    EXPECT_LT(bar.p05, bar.value);
    EXPECT_LT(bar.value, bar.p95);
    const std::size_t all = index_of(Purse::all_public);
    // At the level of the run a price is whole kroner, at either end and at its value.
    const double rounding = (1 + (bar.p95 - bar.p05) / price.value) * std::fabs(units) + 0.02;
    EXPECT_NEAR(bar.net_p95[all] - bar.net_p05[all], level * units * (bar.p95 - bar.p05), rounding);
    const double net = appraisal.kroner(total(centre.net_result, {}));
    EXPECT_NEAR(bar.net_p05[all] + level * units * (bar.value - bar.p05), net, rounding);
    moved += units != 0;
  }
  EXPECT_GT(moved, 0);
}

TEST_F(Tornado, OfAFixedInputHasABarOfNought) {
  for (const auto& strategy : bars("mentor")) {
    const Matter& bar = strategy.front();
    EXPECT_EQ(bar.p05, bar.value);
    EXPECT_EQ(bar.p95, bar.value);
    EXPECT_EQ(bar.net_p05, bar.net_p95);
    EXPECT_EQ(bar.change, 0);
    EXPECT_NE(bar.net_p05[0], 0);
  }
}

/// One price that is wide beside all else is what the draws follow, and comes first.
TEST_F(Tornado, IsOfWhatTheDrawsFollowWhereThereAreDraws) {
  scenario_.strategies.resize(1);
  fix_strategies();
  for (const Service service : {Service::early_prevention, Service::mentor, Service::respite}) {
    Quantity& price = price_of(service);
    price.low = 0.9 * price.value;
    price.high = 1.1 * price.value;
  }
  price_of(Service::early_prevention).high = 1'000'000;
  scenario_.draws = 24;
  const RunAndDraws all = run_with_draws(scenario_, 0, {});
  ASSERT_TRUE(all.draws);
  const MatterSearch two{400, 4000, 2, 2};

  const WhatMatters found = find_what_matters(scenario_, two, 0, {}, &*all.draws);

  EXPECT_TRUE(found.by_draws);
  EXPECT_EQ(found.screened_families, 0U);
  EXPECT_EQ(found.searched, all.draws->drawn_names.size());
  const auto& matters = found.strategies[0].matters;
  ASSERT_FALSE(matters.empty());
  EXPECT_LE(matters.size(), 2U);
  EXPECT_EQ(matters[0].name, "early_prevention");
  EXPECT_EQ(matters[0].p05, drawn_quantile(input("early_prevention"), 0.05));
  EXPECT_EQ(matters[0].p95, drawn_quantile(input("early_prevention"), 0.95));
}

}  // namespace
}  // namespace samspil
