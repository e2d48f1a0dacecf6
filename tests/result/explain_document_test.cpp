#include "model/result/explain_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "model/inputs/input_list.hpp"
#include "model/inputs/lever_slots.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

class Explain : public testing::Test {
 protected:
  std::vector<std::string> names(const std::string& query) const {
    std::vector<std::string> found;
    for (const Json& entry : entries_named(all_, query).at("entries")) {
      found.push_back(entry.at("name"));
    }
    return found;
  }

  Scenario scenario_ = test::fake_scenario();
  Json all_ = explain_document(scenario_);
};

TEST_F(Explain, FindsByNameDanishLabelAndParagraph) {
  EXPECT_EQ(names("birth_under_30"), (std::vector<std::string>{"birth_under_30"}));
  EXPECT_EQ(names("Familiebehandling"), (std::vector<std::string>{"family_treatment"}));
  EXPECT_EQ(names("§ 52").size(), service_count);
  EXPECT_TRUE(names("§ 5").empty());
  EXPECT_TRUE(names("no such thing").empty());
}

TEST_F(Explain, FindsALeverOfEveryStrategyAndTheMechanismOfTheSameName) {
  EXPECT_EQ(names("caseload"),
            (std::vector<std::string>{"first.caseload", "second.caseload", "caseload"}));
}

TEST_F(Explain, FindsAnEffectByHookAndByStrategy) {
  EXPECT_EQ(names("first.job_entry"), (std::vector<std::string>{"first.job_entry.effort"}));
  EXPECT_EQ(names("first.job_entry.effort"), (std::vector<std::string>{"first.job_entry.effort"}));
  EXPECT_EQ(names("effort"), (std::vector<std::string>{"effort"}));
}

/// Rules, rates and indices are told row by row under one name each.
TEST_F(Explain, TellsTheNumbersOfTheListAndNoOther) {
  std::set<std::string> explained, listed;
  for (const Json& entry : all_.at("entries")) {
    if (entry.at("value").is_null()) continue;
    explained.insert(entry.at(entry.contains("drawn_as") ? "drawn_as" : "name"));
  }
  for (const Input& input : input_list(scenario_)) {
    const bool is_row = input.kind == EntryKind::payer_rule || input.kind == EntryKind::rate ||
                        input.kind == EntryKind::index;
    const bool is_unstated = input.kind == EntryKind::lever && !is_stated(input.quantity);
    if (!is_row && !is_unstated) listed.insert(input.name);
  }
  EXPECT_EQ(explained, listed);
}

}  // namespace
}  // namespace samspil
