// Counts of few people leave no trace in a document of real families.
#include "model/result/small_counts.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace samspil {
namespace {

Json pair(const Json& baseline, const Json& strategy) {
  return {
      {"baseline", baseline},
      {"strategy", strategy},
      {"difference", {1, 1}},
      {"difference_per_100_families", {1, 1}},
      {"difference_per_100_family_years", 1},
      {"difference_per_100_enrolled", nullptr},
      {"a_year",
       {{"baseline", 6}, {"strategy", 7}, {"difference", 1}, {"difference_per_100_families", 1}}}};
}

TEST(SmallCounts, AreThoseBelowFiveButForNought) {
  EXPECT_TRUE(is_of_too_few("children_placed", 4.99));
  EXPECT_TRUE(is_of_too_few("children_placed", 0.01));
  EXPECT_FALSE(is_of_too_few("children_placed", 5));
  EXPECT_FALSE(is_of_too_few("children_placed", 0));
  EXPECT_TRUE(is_of_too_few("placement_days", 4.9 * 364));
  EXPECT_FALSE(is_of_too_few("placement_days", 5 * 364));
  EXPECT_FALSE(is_of_too_few("caseworker_quarter_days", 4));
}

TEST(SmallCounts, TakeWhatWouldTellThemAlong) {
  Json document{{"outcomes", {{"children_placed", pair({4, 9}, {6, 9})}}}};
  suppress_small_counts(document);
  const Json& count = document["outcomes"]["children_placed"];
  EXPECT_TRUE(count["baseline"][0].is_null());
  EXPECT_TRUE(count["strategy"][0].is_null());
  EXPECT_TRUE(count["difference"][0].is_null());
  EXPECT_TRUE(count["difference_per_100_families"][0].is_null());
  EXPECT_EQ(count["baseline"][1], 9);
  EXPECT_TRUE(count["a_year"]["baseline"].is_null());  // it and year 2 would tell year 1
}

TEST(SmallCounts, HideWhatTheLastPlacementsOfAFewCost) {
  Json document{{"baseline", {{"last_placements", {812'000.0}}}}};
  suppress_small_counts(document);
  EXPECT_TRUE(document["baseline"]["last_placements"].is_null());
}

TEST(SmallCounts, AloneAmongStatusesHideTheNextSmallest) {
  Json document{
      {"week_48",
       {{"sickness", {3}}, {"education", {8}}, {"unemployment", {20}}, {"flexjob", {0}}}}};
  suppress_small_counts(document);
  EXPECT_TRUE(document["week_48"]["sickness"][0].is_null());
  EXPECT_TRUE(document["week_48"]["education"][0].is_null());
  EXPECT_EQ(document["week_48"]["unemployment"][0], 20);
  EXPECT_EQ(document["week_48"]["flexjob"][0], 0);
}

TEST(SmallCounts, TakeAlongTheSumsThatTellThem) {
  const Json many = {30};
  Json lists{{"outcomes", {{"parents_in_work", {33}}, {"children", many}}},
             {"week_48", {{"ordinary_job", many}, {"flexjob", {3}}, {"sickness", {4}}}}};
  suppress_small_counts(lists);
  EXPECT_TRUE(lists["outcomes"]["parents_in_work"][0].is_null());
  EXPECT_EQ(lists["outcomes"]["children"][0], 30);

  Json pairs{{"outcomes",
              {{"parents_in_work", pair({33, 40}, {34, 41})},
               {"week_48",
                {{"flexjob", pair({3, 10}, {4, 11})}, {"cash_benefit", pair({2, 30}, {2, 31})}}},
               {"week_48_together",
                {{"cash_and_education", pair({9, 40}, {9, 41})},
                 {"sickness_and_course", pair({9, 40}, {9, 41})}}}}}};
  suppress_small_counts(pairs);
  const Json& outcomes = pairs["outcomes"];
  EXPECT_TRUE(outcomes["parents_in_work"]["baseline"][0].is_null());
  EXPECT_TRUE(outcomes["parents_in_work"]["a_year"]["baseline"].is_null());
  EXPECT_EQ(outcomes["parents_in_work"]["baseline"][1], 40);
  EXPECT_TRUE(outcomes["week_48_together"]["cash_and_education"]["strategy"][0].is_null());
  EXPECT_EQ(outcomes["week_48_together"]["sickness_and_course"]["strategy"][0], 9);
}

TEST(SmallCounts, LeaveMoneyAlone) {
  Json document{{"net_result", {{"public", {3, -2}}}}, {"families", 4}, {"kroner", 4}};
  suppress_small_counts(document);
  EXPECT_EQ(document["net_result"]["public"][0], 3);
  EXPECT_EQ(document["kroner"], 4);
  EXPECT_TRUE(document["families"].is_null());
}

}  // namespace
}  // namespace samspil
