#include "model/costs/family_services.hpp"

#include <gtest/gtest.h>

#include "tests/support/family_cases.hpp"

namespace samspil {
namespace {

TEST(FamilyServices, SumsOneServiceOverYearsAndKeepsItsRulesApart) {
  FamilyCase family = test::adult_alone(2);
  test::add_spell(family, Service::cash_benefit, 1, 60, 1'000);
  family.programme = {{"Effort", Department::coordination, {5'000, 0}, 0}};
  const FamilyAccount account = account_of(family, test::shipped_catalogue());

  const std::vector<ServiceSum> services = summed_services(account);
  ASSERT_EQ(services.size(), 2U);
  EXPECT_EQ(services[0].all.units, 60);
  EXPECT_EQ(services[0].all.sum.gross, 60'000);
  ASSERT_EQ(services[0].parts.size(), 4U);
  EXPECT_EQ(services[0].parts[3].units, 8);
  EXPECT_EQ(rule_state_name(services[0].parts[3].rule), "weeks_from_53");
  EXPECT_EQ(services[1].line->kind, LineKind::programme);
  EXPECT_EQ(account.ladder[0].total, (StepWeeks{4, 22, 26, 8}));
}

TEST(FamilyServices, NamesEachRuleOnceWithWhatItDivides) {
  FamilyCase family = test::adult_alone(2);
  test::add_spell(family, Service::cash_benefit, 1, 60, 1'000);
  test::add_spell(family, Service::education_benefit, 61, 70, 1'000);
  const FamilyAccount account = account_of(family, test::shipped_catalogue());

  const std::vector<RuleUse> rules = rules_met(account);
  ASSERT_EQ(rules.size(), 1U);
  EXPECT_EQ(rules[0].name, "refund_ladder");
  EXPECT_EQ(rules[0].services,
            (std::vector<std::string_view>{"cash_benefit", "education_benefit"}));
}

}  // namespace
}  // namespace samspil
