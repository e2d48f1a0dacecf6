// A strategy on a base says only what differs; the rest is the base's, with the file it stands in.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/inputs/lever_slots.hpp"
#include "model/loading/load.hpp"
#include "model/loading/readers.hpp"
#include "samspil_build_info.hpp"
#include "tests/inputs/input_folder.hpp"

namespace samspil {
namespace {

using Lines = std::vector<std::string>;

std::string effect(const std::string& hook, const std::string& mechanism, const char* own_fields) {
  return "\n[[effect]]\nhook = \"" + hook + "\"\nmechanism = \"" + mechanism + "\"\n" + own_fields +
         R"(
unit = "hazard ratio"
grade = "own"
rationale_da = "a"
rationale_en = "a"
source = "a"
)";
}

const std::string variant =
    R"(id = "variant"
base = "own"
title_da = "Variant"
title_en = "Variant"

[levers]
role = "authority"
caseload = { value = 12, unit = "families per caseworker", low = 6, high = 20, grade = "own", source = "Other" }

[[element]]
name = "core"
lost = 2
weight = 0.5
fidelity = { value = 5, unit = "1-6", low = 3, high = 6, grade = "own", source = "Other" }
)" + effect("job_entry", "effort", "centre = 1.2\nlow = 0.9\nhigh = 1.5") +
    effect("measure_start", "substitution", "centre = 0.9\nlow = 0.7\nhigh = 1.1");

std::string on_base(const std::string& id, const std::string& base) {
  return "id = \"" + id + "\"\nbase = \"" + base + "\"\ntitle_da = \"T\"\ntitle_en = \"T\"\n";
}

/// What differs from the base was not tried, though the base was.
TEST(Base, IsToldToBeWhatWasTried) {
  const InputFolder inputs;
  inputs.replace("strategies/own.toml", "tried_on_en = \"Nobody\"",
                 "tried_on_en = \"Nobody\"\ntried_on_populations = [\"furesoe\"]");
  inputs.write("strategies/a.toml", on_base("a", "own"));
  inputs.write("strategies/b.toml", on_base("b", "a"));
  inputs.write("strategies/c.toml", on_base("c", "a") + "tried_on_en = \"Us\"\n");
  for (const char* file : {"strategies/a.toml", "strategies/b.toml"}) {
    const Strategy strategy = load_strategy(inputs.path(file));
    EXPECT_EQ(strategy.tried_on_en, "Not tried by itself; its base, Own, was tried on: Nobody");
    EXPECT_EQ(strategy.tried_on_da, "Ikke prøvet for sig; grundlaget, Egen, er prøvet på: Ingen");
    EXPECT_TRUE(strategy.tried_on_populations.empty());
  }
  EXPECT_EQ(load_strategy(inputs.path("strategies/c.toml")).tried_on_en, "Us");
  EXPECT_EQ(load_strategy(inputs.path("strategies/c.toml")).tried_on_da, "Us");
}

TEST(Base, GivesWhatTheFileDoesNotSay) {
  const InputFolder inputs;
  inputs.write("strategies/variant.toml", variant);

  const Strategy base = load_strategy(inputs.path("strategies/own.toml"));
  const Strategy own = load_strategy(inputs.path("strategies/variant.toml"));

  EXPECT_EQ(own.id, "variant");
  EXPECT_EQ(own.levers.role, CoordinationRole::authority);
  EXPECT_EQ(own.levers.authority, base.levers.authority);
  EXPECT_EQ(own.levers.caseload.value, 12);
  EXPECT_EQ(own.levers.caseload.base_file, "");
  EXPECT_EQ(own.levers.wage.value, base.levers.wage.value);
  EXPECT_EQ(own.levers.wage.line, base.levers.wage.line);
  EXPECT_EQ(own.levers.wage.base_file, inputs.path("strategies/own.toml").string());
  ASSERT_EQ(own.elements.size(), 1U);
  EXPECT_EQ(own.elements[0].lost, 2);
  ASSERT_EQ(own.effects.size(), 2U);
  EXPECT_EQ(own.effects[0].centre, 1.2);
  EXPECT_EQ(own.effects[0].base_file, "");
  EXPECT_EQ(own.effects[1].hook, Hook::measure_start);
}

TEST(Base, ReplacesAllEffectsOfAHookAndMechanismAndKeepsTheRest) {
  const InputFolder inputs;
  inputs.write("strategies/variant.toml", variant);
  inputs.write(
      "strategies/third.toml",
      on_base("third", "variant") + effect("job_entry", "effort",
                                           "component = \"joint_plan\"\ncentre = 1.1\nlow = 1\n"
                                           "high = 1.2"));

  const Strategy third = load_strategy(inputs.path("strategies/third.toml"));

  ASSERT_EQ(third.effects.size(), 2U);
  EXPECT_EQ(third.effects[0].hook, Hook::measure_start);
  EXPECT_EQ(third.effects[0].base_file, inputs.path("strategies/variant.toml").string());
  EXPECT_EQ(third.effects[1].component, Component::joint_plan);
  EXPECT_EQ(third.levers.wage.base_file, inputs.path("strategies/own.toml").string());
  EXPECT_EQ(third.base_texts.size(), 2U);
}

TEST(Base, MayBeAShippedStrategyOrAFileBesideTheOneThatNamesIt) {
  const InputFolder inputs;
  inputs.write("one.toml", on_base("one", "familiens_fremtid"));
  inputs.write("two.toml", on_base("two", "one.toml"));
  const std::filesystem::path shipped{build_info::source_scenarios_dir};

  const Strategy two = load_strategy(inputs.path("two.toml"), shipped);

  EXPECT_EQ(two.levers.caseload.value, 8);
  EXPECT_EQ(two.base_texts.size(), 2U);
}

TEST(Base, InACircleIsOneLine) {
  const InputFolder inputs;
  inputs.write("strategies/a.toml", on_base("a", "b"));
  inputs.write("strategies/b.toml", on_base("b", "c"));
  inputs.write("strategies/c.toml", on_base("c", "b"));

  for (const char* file : {"strategies/a.toml", "strategies/b.toml"}) {
    EXPECT_EQ(
        inputs.faults(file),
        Lines{"strategies/c.toml:2: base: the bases go round: b -> c -> b; name a base that is "
              "not based on this strategy"});
  }
}

/// Nobody responsible: a strategy without a quantity.
std::string of_nobody(const InputFolder& inputs) {
  std::string text = read_input(inputs.path("strategies/own.toml")).text;
  text.erase(text.find("caseload = "));
  const std::string role = "role = \"coordinator\"";
  return text.replace(text.find(role), role.size(), "role = \"none\"");
}

TEST(Base, WithoutStaffStatesNoQuantity) {
  const InputFolder inputs;
  inputs.write("strategies/nobody.toml", of_nobody(inputs));

  const Strategy nobody = load_strategy(inputs.path("strategies/nobody.toml"));

  EXPECT_EQ(nobody.levers.role, CoordinationRole::none);
  for (const LeverSlot& slot : lever_slots) {
    EXPECT_FALSE(is_stated(nobody.levers.*slot.quantity)) << slot.name;
    EXPECT_EQ((nobody.levers.*slot.quantity).value, 0) << slot.name;
  }
}

TEST(Base, WithoutStaffLeavesEveryQuantityToThoseWhoHaveThem) {
  const InputFolder inputs;
  inputs.write("strategies/nobody.toml", of_nobody(inputs));
  inputs.write("strategies/staff.toml",
               on_base("staff", "nobody") + "[levers]\nrole = \"coordinator\"\n");

  const Lines faults = inputs.faults("strategies/staff.toml");

  const auto needed = std::count_if(lever_slots.begin(), lever_slots.end(),
                                    [](const LeverSlot& slot) { return !slot.optional; });
  EXPECT_EQ(std::count_if(faults.begin(), faults.end(),
                          [](const std::string& fault) { return fault.ends_with(" = ...`"); }),
            needed);
  EXPECT_EQ(std::count(faults.begin(), faults.end(),
                       "strategies/staff.toml:5: levers.caseload: is missing; write "
                       "`caseload = ...`"),
            1);
}

TEST(Base, TellsItsFaultsInItsOwnFile) {
  const InputFolder inputs;
  inputs.write("strategies/variant.toml", variant);
  inputs.replace("strategies/own.toml", "value = 8,", "value = -8,");

  EXPECT_EQ(inputs.faults("strategies/variant.toml"),
            Lines{"strategies/own.toml:12: levers.caseload.value: -8 is below 0; write a number "
                  "from 0 to 1000"});
}

TEST(Base, StillNeedsATitleAndAGrade) {
  const InputFolder inputs;
  inputs.write("strategies/variant.toml", variant);
  inputs.replace("strategies/variant.toml", "title_en = \"Variant\"\n", "");
  inputs.replace("strategies/variant.toml", "title_da = \"Variant\"\n", "");
  inputs.replace("strategies/variant.toml", "grade = \"own\"\nrationale", "rationale");

  EXPECT_EQ(inputs.faults("strategies/variant.toml").size(), 2U);
}

TEST(Base, IsKeptWithTheTextsOfAScenario) {
  const InputFolder inputs;
  inputs.write("strategies/variant.toml", variant);
  inputs.write("strategies/third.toml", on_base("third", "variant"));
  inputs.replace("scenario.toml", "strategies = [\"own\"]",
                 "strategies = [\"third\"]\ncompare_with = \"variant\"");
  const Scenario scenario = load_scenario(inputs.path("scenario.toml"), inputs.path(""));

  const Scenario again = load_scenario(input_texts(scenario));

  ASSERT_EQ(again.strategies.size(), 1U);
  EXPECT_EQ(again.strategies[0].levers.caseload.value, 12);
  EXPECT_EQ(again.strategies[0].effects.size(), 2U);
  EXPECT_EQ(again.comparison.present_practice->id, "variant");
  EXPECT_EQ(input_texts(again), input_texts(scenario));
}

TEST(AllShipped, AreReadInPlaceOfThoseNamedAndAgainFromTheirTexts) {
  const std::filesystem::path shipped{build_info::source_scenarios_dir};
  const Scenario all = load_scenario(shipped / "default.toml", shipped, Strategies::all_shipped);
  const Scenario with = load_scenario(shipped / "default.toml", shipped, Strategies::with_shipped);

  EXPECT_EQ(all.strategies.size(), shipped_strategies(shipped).size());
  EXPECT_GE(all.strategies.size(), 13U);
  EXPECT_EQ(with.strategies.size(), all.strategies.size());
  EXPECT_EQ(with.strategies[0].id, "familien_paa_vej");
  const Scenario again = load_scenario(input_texts(all));
  ASSERT_EQ(again.strategies.size(), all.strategies.size());
  for (std::size_t i = 0; i < all.strategies.size(); ++i) {
    EXPECT_EQ(again.strategies[i].id, all.strategies[i].id);
    EXPECT_EQ(again.strategies[i].effects.size(), all.strategies[i].effects.size());
  }
}

}  // namespace
}  // namespace samspil
