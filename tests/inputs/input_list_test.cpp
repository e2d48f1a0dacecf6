// Every number of a scenario that states a grade is in the list once, under the name by which it is
// explained, and its setter moves it and nothing else.
#include "model/inputs/input_list.hpp"

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

class Inputs : public testing::Test {
 protected:
  Scenario scenario_ = test::shipped_scenario();
  std::vector<Input> inputs_ = input_list(scenario_);
};

TEST_F(Inputs, HaveOneNameEach) {
  std::set<std::pair<EntryKind, std::string>> names;
  for (const Input& input : inputs_) {
    EXPECT_TRUE(names.emplace(input.kind, input.name).second) << input.name;
  }
}

TEST_F(Inputs, HoldEveryNumber) {
  std::set<std::string> names;
  std::map<EntryKind, std::size_t> count;
  for (const Input& input : inputs_) {
    names.insert(input.name);
    ++count[input.kind];
  }
  for (const ParameterRow& row : scenario_.parameter_table.rows) {
    EXPECT_TRUE(names.contains(row.name)) << row.name;
  }
  for (const CatalogueRow& row : scenario_.catalogue.rows) {
    EXPECT_TRUE(names.contains(std::string{service_names[index_of(row.service)]}));
  }
  for (const Margin& margin : scenario_.population.margins) {
    EXPECT_TRUE(names.contains(margin.name)) << margin.name;
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
      const std::string name =
          effect_name(strategy, effect).substr(strategy.id.size());  // by who states it
      EXPECT_TRUE(names.contains(stated_by(strategy, effect.base_file) + name)) << name;
    }
  }
  std::size_t rule_rows = 0;
  for (const PayerRule& rule : scenario_.catalogue.rules) rule_rows += rule.rows.size();
  EXPECT_EQ(count[EntryKind::payer_rule], rule_rows * (payer_count + 1));
  EXPECT_EQ(count[EntryKind::rate], scenario_.catalogue.rates.rows.size());
  EXPECT_EQ(count[EntryKind::index], scenario_.catalogue.indices.rows.size());
  EXPECT_EQ(count[EntryKind::evidence], index_of(Design::none) + common_factor_count);
  for (const char* name : {"refund_ladder.weeks_1_4.2016.state", "expensive_case_tier_1.2022",
                           "psl.2022", "evidence.correlation.effects"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
}

TEST_F(Inputs, LieWithinTheirLimitsAndSayWhereTheyStand) {
  for (const Input& input : inputs_) {
    const Quantity& q = input.quantity;
    EXPECT_LE(q.low, q.value) << input.name;
    EXPECT_LE(q.value, q.high) << input.name;
    const bool is_stated = input.kind != EntryKind::lever || q.line > 0;
    if (!is_stated) continue;
    EXPECT_GE(q.low, input.limits.lower) << input.name;
    EXPECT_LE(q.high, input.limits.upper) << input.name;
    EXPECT_FALSE(q.unit.empty()) << input.name;
    EXPECT_FALSE(q.source.empty()) << input.name;
    EXPECT_FALSE(input.file.empty()) << input.name;
    EXPECT_GT(q.line, 0) << input.name;
  }
}

/// Whether the second may move when the first does: shares of one whole, or what the rule of
/// evidence makes.
bool moves_with(const Input& one, const Input& other) {
  if (one.kind == EntryKind::evidence) return other.kind == EntryKind::effect;
  if (one.kind != other.kind) return false;
  const auto whole = whole_of(one.name);
  if (one.kind == EntryKind::parameter) return whole && whole == whole_of(other.name);
  return one.kind == EntryKind::payer_rule && one.quantity.line == other.quantity.line;
}

/// Another admissible value: an end of the range, where there is one.
double another_value(const Input& input) {
  const Quantity& q = input.quantity;
  if (q.low != q.value) return q.low;
  if (q.high != q.value) return q.high;
  return q.value > input.limits.lower ? (q.value + input.limits.lower) / 2
                                      : std::min(q.value + 1, input.limits.upper);
}

TEST_F(Inputs, AreMovedByTheirSettersAndAlone) {
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    const Input& input = inputs_[i];
    const double value = another_value(input);
    ASSERT_NE(value, input.quantity.value) << input.name;
    Scenario other = scenario_;
    input.set(other, value);
    const std::vector<Input> now = input_list(other);
    ASSERT_EQ(now.size(), inputs_.size());
    EXPECT_EQ(now[i].quantity.value, value) << input.name;
    for (std::size_t j = 0; j < now.size(); ++j) {
      if (j == i || now[j].quantity.value == inputs_[j].quantity.value) continue;
      EXPECT_TRUE(moves_with(input, now[j])) << input.name << " moved " << now[j].name;
    }
  }
}

TEST_F(Inputs, MoveWhatIsMadeOfThem) {
  const auto with = [&](const std::string& name, double value) {
    Scenario other = scenario_;
    std::find_if(inputs_.begin(), inputs_.end(), [&](const Input& input) {
      return input.name == name;
    })->set(other, value);
    return other;
  };
  const auto tier = [](const Scenario& scenario) {
    return scenario.catalogue.law.expensive_cases[0].above;
  };
  EXPECT_EQ(tier(with("expensive_case_tier_1.2022", 700'000)), 700'000'00);
  const Scenario half = with("refund_ladder.weeks_1_4.2016.municipality", 0.6);
  const Shares& shares = half.catalogue.rules.front().rows.front().shares;
  EXPECT_DOUBLE_EQ(shares[index_of(Payer::state)], 0.4);
  const Scenario none = with("evidence.prior_spread", 0);
  for (const Effect& effect : none.strategies.front().effects) {
    if (effect.observed == 0) continue;
    EXPECT_EQ(effect.low, effect.high) << hook_names[index_of(effect.hook)];
  }
}

TEST_F(Inputs, ReachTheNumbersOfTheModelAndKeepWholesWhole) {
  for (const Input& input : inputs_) {
    if (!input.can_move()) continue;
    Scenario other = scenario_;
    input.set(other, input.quantity.high);
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

TEST_F(Inputs, KnowWhatTheyReach) {
  const auto reach = [&](const std::string& name) {
    return std::find_if(inputs_.begin(), inputs_.end(),
                        [&](const Input& input) { return input.name == name; })
        ->reach;
  };
  EXPECT_EQ(reach("initial_two_parents"), Reach::population);
  EXPECT_EQ(reach("frailty_spread"), Reach::population);
  EXPECT_EQ(reach("initial_condition_child_disability"), Reach::families);  // births too
  EXPECT_EQ(reach("birth_under_30"), Reach::families);
  EXPECT_EQ(reach("foster_family"), Reach::families);
  EXPECT_EQ(reach("sammen_om_familien.intake_share"), Reach::strategy);
  EXPECT_EQ(reach("familiens_fremtid.job_entry.effort"), Reach::strategy);
  EXPECT_EQ(reach("evidence.error.randomised"), Reach::strategy);
  EXPECT_EQ(reach("evidence.correlation.effects"), Reach::draws);
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
  static std::map<std::string, Input> by_name(const Scenario& scenario) {
    std::map<std::string, Input> inputs;
    for (Input& input : input_list(scenario)) {
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
  const auto first = input_list(scenario);
  const auto again = input_list(load_scenario(input_texts(scenario)));

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
