// What the reports say that a programme costs, from its parts.
#include <gtest/gtest.h>

#include <cmath>

#include "model/costs/caseload_costing.hpp"
#include "model/loading/load.hpp"
#include "samspil_build_info.hpp"

namespace samspil {
namespace {

long long whole(double kroner) { return std::llround(kroner); }

/// Randers: 25 children per caseworker instead of 40-45; about 60 minutes more per child and week.
CaseloadChange randers(double present_caseload) { return {present_caseload, 25, 60, 250, 1924}; }

TEST(LowerCaseload, CostsByMinutesWhatRandersReckoned) {
  EXPECT_EQ(whole(cost_by_minutes(randers(40))), 325'000);
  EXPECT_EQ(whole(4 * cost_by_minutes(randers(40))), 1'300'000);
  EXPECT_EQ(whole(cost_by_minutes(randers(40)) / 25), 13'000);  // a child and year
}

TEST(LowerCaseload, CostsLessByHeadcountAtTheSameWage) {
  EXPECT_EQ(whole(randers(40).hours_per_year * randers(40).hour_price), 481'000);
  EXPECT_EQ(whole(cost_by_headcount(randers(40))), 180'375);
  EXPECT_EQ(whole(cost_by_headcount(randers(45))), 213'778);
  EXPECT_EQ(whole(cost_by_headcount(randers(40)) / 1000), 180);
  EXPECT_EQ(whole(cost_by_headcount(randers(45)) / 1000), 214);
}

TEST(LowerCaseload, CostsNothingWhereItIsNotLowered) {
  EXPECT_EQ(cost_by_headcount({25, 25, 0, 250, 1924}), 0);
  EXPECT_EQ(cost_by_minutes({25, 25, 0, 250, 1924}), 0);
}

TEST(LowerCaseload, OfTheShippedStrategyIsThatOfRanders) {
  const Strategy strategy = load_strategy(std::filesystem::path{build_info::source_scenarios_dir} /
                                          "strategies" / "sammen_om_familien.toml");
  const Levers& levers = strategy.levers;
  const CaseloadChange change{levers.present_caseload.value, levers.caseload.value,
                              levers.minutes_per_case_week.value, levers.minute_hour_price.value,
                              levers.hours_per_year.value};
  EXPECT_EQ(whole(cost_by_minutes(change)), 325'000);
  EXPECT_EQ(whole(cost_by_minutes(change)), whole(levers.wage.value));
  EXPECT_GT(cost_by_headcount(change), 180'375);
  EXPECT_LT(cost_by_headcount(change), 213'778);
}

// Table 3.5 of "Familiens Fremtid" (Furesø evaluation), KORA, 2017: 23 started families, two years
// and seven months.
constexpr long long teaching = 225'000, evaluation = 1'768'233;
constexpr long long wages = 6'595'374, materials = 56'625, it_and_audit = 163'100;
constexpr double families = 23, months = 31;

TEST(Furesoe, GivesBackItsSumsToTheKrone) {
  const long long development = teaching + evaluation;
  const long long operation = wages + materials + it_and_audit;
  EXPECT_EQ(development, 1'993'233);
  EXPECT_EQ(operation, 6'815'099);
  EXPECT_EQ(whole(static_cast<double>(development) / families), 86'662);
  EXPECT_EQ(whole(static_cast<double>(operation) * 12 / months / families), 114'700);
}

/// A full caseworker-year costs what the report says, and nothing comes on top of it.
TEST(Furesoe, IsWhatTheShippedStrategyPaysAtFullCaseload) {
  const Strategy strategy = load_strategy(std::filesystem::path{build_info::source_scenarios_dir} /
                                          "strategies" / "familiens_fremtid.toml");
  const Levers& levers = strategy.levers;
  EXPECT_EQ(levers.wage.value * (1 + levers.supervision_share.value) / levers.caseload.value +
                levers.material.value,
            114'700);
  EXPECT_EQ(levers.preparation_once.value + levers.development_once.value, 0);
  EXPECT_EQ(whole(levers.training_once.value), whole(static_cast<double>(teaching) / families));
  EXPECT_EQ(whole(levers.evaluation_per_family.value),
            whole(static_cast<double>(evaluation) / families));
}

}  // namespace
}  // namespace samspil
