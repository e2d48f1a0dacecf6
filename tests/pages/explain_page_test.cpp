#include "model/pages/explain_page.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "model/render/text.hpp"
#include "model/result/explain_document.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

class ExplainPage : public testing::Test {
 protected:
  std::string text(const std::string& name, Language language = Language::en) const {
    return as_text(explain_page(entries_named(all_, name), language));
  }

  Json all_ = explain_document(test::fake_scenario());
};

TEST_F(ExplainPage, NamesTheFunctionThatReadsAnInputAndWhatAMechanismSwitches) {
  EXPECT_NE(text("birth_under_30").find("birth_rate in model/dynamics/hazards.hpp"),
            std::string::npos);
  EXPECT_NE(text("first.fade_rate").find("relapse"), std::string::npos);
  EXPECT_NE(text("relapse").find("first.fade_rate, second.fade_rate"), std::string::npos);
  EXPECT_NE(text("coupling").find("coupling_job_entry_calm_child"), std::string::npos);
  EXPECT_EQ(text("coupling").find("severity_drift"), std::string::npos);
  EXPECT_NE(text("tax").find("income_tax"), std::string::npos);
}

TEST_F(ExplainPage, TellsValueUnitRangeGradeAndSource) {
  const std::string told = text("birth_under_30");
  for (const char* part : {"0.07", "1/year", "0.05 - 0.09", "derived", "made up"}) {
    EXPECT_NE(told.find(part), std::string::npos) << part;
  }
}

}  // namespace
}  // namespace samspil
