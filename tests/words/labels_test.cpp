// Every name that a screen may print has a word in words.csv: at compile time where it is an
// enumerator, at run time where it stands in a shipped file.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/costs/prices.hpp"
#include "model/inputs/input_list.hpp"
#include "model/inputs/known_flows.hpp"
#include "model/inputs/lever_slots.hpp"
#include "model/inputs/scenario.hpp"
#include "model/population/target_group.hpp"
#include "model/simulation/run.hpp"
#include "model/words/words.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

static_assert(are_labelled("service", service_names));
static_assert(are_labelled("department", department_names));
static_assert(are_labelled("payer", payer_names));
static_assert(are_labelled("labour_status", labour_status_names));
static_assert(are_labelled("outcome", outcome_names));
static_assert(are_labelled("programme_item", programme_item_names));
static_assert(are_labelled("mechanism", mechanism_names));
static_assert(are_labelled("hook", hook_names));
static_assert(are_labelled("channel", channel_names));
static_assert(are_labelled("grade", grade_names));
static_assert(are_labelled("account_type", account_type_names));
static_assert(are_labelled("settlement", settlement_names));
static_assert(are_labelled("role", coordination_role_names));
static_assert(are_labelled("effect_level", effect_level_names));
static_assert(are_labelled("design", design_names));
static_assert(are_labelled("margin", indicator_names));
static_assert(are_labelled("price_index", price_index_names));
static_assert(are_labelled("timing", timing_names));
static_assert(are_labelled("joint_financing", joint_financing_names));
static_assert(are_labelled("flow", flow_names));
static_assert(are_labelled("measure_order", measure_order_names));
static_assert(!are_labelled("payer", std::array<std::string_view, 1>{"nobody"}));

TEST(Labels, OfShippedRulesAndTheirStatesExist) {
  for (const Language language : {Language::en, Language::da}) {
    for (const PayerRule& rule : test::shipped_scenario().catalogue.rules) {
      EXPECT_NE(label(language, "payer_rule", rule.name), rule.name);
      for (const std::string_view state : rule_state_names(rule.kind)) {
        EXPECT_TRUE(state == "-" || label(language, "rule_state", state) != state) << state;
      }
    }
  }
}

TEST(Labels, OfShippedMainAreasAndUnitsExist) {
  for (const Language language : {Language::en, Language::da}) {
    for (const CatalogueRow& row : test::shipped_scenario().catalogue.rows) {
      EXPECT_FALSE(find_label(language, "main_area", row.main_area).empty()) << row.main_area;
      EXPECT_FALSE(find_label(language, "unit", row.price.unit).empty()) << row.price.unit;
    }
  }
}

TEST(Labels, OfEveryLeverAndOfTheUnitOfEveryInputExist) {
  for (const Language language : {Language::en, Language::da}) {
    for (const LeverSlot& slot : lever_slots) {
      EXPECT_FALSE(find_label(language, "lever", slot.name).empty()) << slot.name;
    }
    for (const Input& input : input_list(test::shipped_scenario())) {
      const std::string& unit = input.quantity.unit;
      // Those of rules and of the law are kr., which is the same in both languages.
      const bool is_told = !unit.empty() && unit != "kr." && unit != "%";
      EXPECT_TRUE(!is_told || !find_label(language, "unit", unit).empty()) << unit;
    }
  }
}

TEST(Words, OfAGroupAreItsNamesSorted) {
  const auto names = names_in_group("payer");
  EXPECT_EQ(names.size(), payer_names.size());
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_TRUE(names_in_group("no_such_group").empty());
}

TEST(Labels, OfFlowsFitTheirColumn) {
  for (const std::string_view name : flow_names) {
    for (const Language language : {Language::en, Language::da}) {
      EXPECT_LE(label(language, "flow", name).size(), 24U) << name;
    }
  }
}

TEST(Labels, OfOthersAreTheirOwnNames) {
  EXPECT_EQ(label(Language::da, "main_area", "own area"), "own area");
  EXPECT_TRUE(find_label(Language::da, "main_area", "own area").empty());
}

TEST(Words, AreFilledIn) {
  EXPECT_EQ(say(Language::en, "run.total_in", "1,000 kr."), "Total, 1,000 kr.");
  EXPECT_EQ(say(Language::da, "run.total_in", "1.000 kr."), "I alt, 1.000 kr.");
}

}  // namespace
}  // namespace samspil
