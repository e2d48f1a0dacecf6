#include "model/report/strategy_difference.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/loading/load.hpp"
#include "model/render/text.hpp"
#include "model/words/numbers.hpp"
#include "samspil_build_info.hpp"

namespace samspil {
namespace {

class ShippedPairs : public testing::Test {
 protected:
  static std::vector<Strategy> shipped() {
    const std::filesystem::path folder{build_info::source_scenarios_dir};
    std::vector<Strategy> strategies;
    for (const std::string& id : shipped_strategies(folder)) {
      strategies.push_back(load_strategy(folder / "strategies" / (id + ".toml"), folder));
    }
    return strategies;
  }
};

TEST_F(ShippedPairs, DifferInSomethingThatIsNamedWithBothValuesAndGrades) {
  const std::vector<Strategy> strategies = shipped();
  ASSERT_GE(strategies.size(), 13U);
  for (const Strategy& left : strategies) {
    for (const Strategy& right : strategies) {
      const StrategyDifferences found = strategy_differences(left, right, Language::en);
      SCOPED_TRACE(left.id + " and " + right.id);
      EXPECT_EQ(found.rows.empty(), left.id == right.id);
      for (const StrategyDifference& row : found.rows) {
        EXPECT_FALSE(row.name.empty());
        EXPECT_NE(row.left, row.right) << row.name;
        if (row.kind != StrategyDifference::Kind::effect) continue;
        const std::string both = row.left + row.right;
        EXPECT_TRUE(both.find("(assumed)") != std::string::npos ||
                    both.find("(derived)") != std::string::npos)
            << row.name << ": " << both;
      }
      EXPECT_EQ(strategy_differences(right, left, Language::en).rows.size(), found.rows.size());
    }
  }
}

TEST_F(ShippedPairs, FitThePageInBothLanguages) {
  const std::vector<Strategy> strategies = shipped();
  for (const Language language : {Language::en, Language::da}) {
    const std::string text = difference_text(strategies.front(), strategies.back(), language);
    std::size_t from = 0;
    while (from < text.size()) {
      const std::size_t to = std::min(text.find('\n', from), text.size());
      EXPECT_LE(display_width(text.substr(from, to - from)), page_width)
          << text.substr(from, to - from);
      from = to + 1;
    }
  }
}

TEST_F(ShippedPairs, OfRoleAndSignAreTold) {
  const std::vector<Strategy> strategies = shipped();
  const auto named = [&](const std::string& id) {
    return *std::find_if(strategies.begin(), strategies.end(),
                         [&](const Strategy& strategy) { return strategy.id == id; });
  };

  const std::string text = difference_text(named("familiens_fremtid"),
                                           named("familiens_fremtid_med_myndighed"), Language::en);

  EXPECT_NE(text.find("Own authority"), std::string::npos) << text;
  EXPECT_NE(text.find("measure_start [substitution, early_prevention, respite]"),
            std::string::npos);
  EXPECT_EQ(text.find("caseload"), std::string::npos) << "inherited, so the same";
}

TEST(StrategyDifferences, SeeAGradeAloneAndNoRangeOrSource) {
  Strategy left;
  left.levers.wage = {100, "kr. per caseworker-year", 50, 150, Grade::measured, "a report", 3};
  Strategy right = left;
  right.levers.wage.low = 60;
  right.levers.wage.source = "another";
  EXPECT_TRUE(strategy_differences(left, right, Language::en).rows.empty());

  right.levers.wage.grade = Grade::own;
  const auto rows = strategy_differences(left, right, Language::en).rows;

  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].name, "wage");
}

}  // namespace
}  // namespace samspil
