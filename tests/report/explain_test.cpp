#include "model/report/explain.hpp"

#include <gtest/gtest.h>

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
    for (const Explanation& explanation : matching(all_, query)) found.push_back(explanation.name);
    return found;
  }

  Scenario scenario_ = test::fake_scenario();
  std::vector<Explanation> all_ = explanations(scenario_, Language::en);
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

TEST_F(Explain, NamesTheFunctionThatReadsAnInputAndWhatAMechanismSwitches) {
  const auto text = [&](const char* name) {
    return explanation_text(matching(all_, name).front(), Language::en);
  };
  EXPECT_NE(text("birth_under_30").find("birth_rate in model/dynamics/hazards.hpp"),
            std::string::npos);
  EXPECT_NE(text("first.fade_rate").find("relapse"), std::string::npos);
  EXPECT_NE(text("relapse").find("first.fade_rate, second.fade_rate"), std::string::npos);
  EXPECT_NE(text("coupling").find("coupling_job_entry_calm_child"), std::string::npos);
  EXPECT_EQ(text("coupling").find("severity_drift"), std::string::npos);
  EXPECT_NE(text("tax").find("income_tax"), std::string::npos);
}

TEST_F(Explain, TellsValueUnitRangeGradeAndSource) {
  const std::string text = explanation_text(matching(all_, "birth_under_30").front(), Language::en);

  for (const char* part : {"0.07", "1/year", "0.05 - 0.09", "derived", "made up"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
}

/// Rules, rates and indices are told row by row under one name each.
TEST_F(Explain, TellsTheNumbersOfTheListAndNoOther) {
  std::set<std::string> explained, listed;
  for (const Explanation& e : all_) {
    if (e.entry.value) explained.insert(e.drawn_name.empty() ? e.name : e.drawn_name);
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
