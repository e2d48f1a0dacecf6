#include "model/result/strategy_difference.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/loading/load.hpp"
#include "model/pages/strategy_difference_page.hpp"
#include "model/render/text.hpp"
#include "model/words/numbers.hpp"
#include "samspil_build_info.hpp"

namespace samspil {
namespace {

constexpr const char* lists[]{"levers", "elements", "effects"};

std::size_t count(const Json& difference) {
  std::size_t rows = 0;
  for (const char* list : lists) rows += difference.at(list).size();
  return rows;
}

std::string page_text(const Strategy& left, const Strategy& right, Language language) {
  return as_text(strategy_difference_page(strategy_difference(left, right), language));
}

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
      const Json found = strategy_difference(left, right);
      SCOPED_TRACE(left.id + " and " + right.id);
      EXPECT_EQ(count(found) == 0, left.id == right.id);
      for (const char* list : lists) {
        for (const Json& row : found.at(list)) EXPECT_NE(row.at("left"), row.at("right")) << row;
      }
      for (const Json& row : found.at("effects")) {
        const Json& told = row.at(row.at("left").is_null() ? "right" : "left");
        EXPECT_TRUE(told.at("grade") == "assumed" || told.at("grade") == "derived") << row;
      }
      EXPECT_EQ(count(strategy_difference(right, left)), count(found));
    }
  }
}

TEST_F(ShippedPairs, FitThePageInBothLanguages) {
  const std::vector<Strategy> strategies = shipped();
  for (const Language language : {Language::en, Language::da}) {
    for (const Strategy& right : strategies) {
      const std::string text = page_text(strategies.front(), right, language);
      for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        EXPECT_LE(display_width(text.substr(from, to - from)), page_width)
            << text.substr(from, to - from);
        from = to + 1;
      }
    }
  }
}

TEST_F(ShippedPairs, OfRoleAndSignAreTold) {
  const std::vector<Strategy> strategies = shipped();
  const auto named = [&](const std::string& id) {
    return *std::find_if(strategies.begin(), strategies.end(),
                         [&](const Strategy& strategy) { return strategy.id == id; });
  };

  const std::string text =
      page_text(named("familiens_fremtid"), named("familiens_fremtid_med_myndighed"), Language::en);

  EXPECT_NE(text.find("Own authority"), std::string::npos) << text;
  EXPECT_NE(
      text.find("Start of home-based measures [substitution, Early prevention, Respite care]"),
      std::string::npos);
  EXPECT_EQ(text.find("caseload"), std::string::npos) << "inherited, so the same";
}

TEST(StrategyDifference, SeesAGradeAloneAndNoRangeOrSource) {
  Strategy left;
  left.levers.wage = {100, "kr. per caseworker-year", 50, 150, Grade::measured, "a report", 3};
  Strategy right = left;
  right.levers.wage.low = 60;
  right.levers.wage.source = "another";
  EXPECT_EQ(count(strategy_difference(left, right)), 0U);

  right.levers.wage.grade = Grade::own;
  const Json found = strategy_difference(left, right);

  ASSERT_EQ(count(found), 1U);
  EXPECT_EQ(found.at("levers")[0].at("name"), "wage");
}

}  // namespace
}  // namespace samspil
