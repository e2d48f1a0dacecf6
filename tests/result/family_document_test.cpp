// The constructed family of scenarios/examples, whose amounts are worked out by hand in
// tests/appraisal/family_comparison_test.cpp.
#include "model/result/family_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/family_cases.hpp"

namespace samspil {
namespace {

class FamilyDocument : public testing::Test {
 protected:
  LoadedFamily with_ = test::shipped_family("family_strategy");
  LoadedFamily without_ = test::shipped_family("family_baseline");
  AccountedFamily ours_{with_.family, with_.catalogue};
  AccountedFamily theirs_{without_.family, without_.catalogue};
  Json document_ = family_document(ours_, &theirs_);
};

TEST_F(FamilyDocument, BeginsWithItsFormat) {
  EXPECT_EQ(document_.begin().key(), "format");
  EXPECT_EQ(document_.at("format"), 1);
  EXPECT_TRUE(family_document(ours_, nullptr).at("against").is_null());
}

TEST_F(FamilyDocument, SumsServicesAndTheirRulesToTheTotal) {
  double all = 0;
  for (const Json& service : document_.at("services")) {
    double by_rule = 0;
    for (const Json& rule : service.at("rules")) by_rule += rule.at("gross").get<double>();
    EXPECT_EQ(by_rule, service.at("gross")) << service;
    all += by_rule;
  }
  EXPECT_EQ(all, document_.at("total").at("gross"));
}

TEST_F(FamilyDocument, HoldsWhatAPageWouldHaveToReckon) {
  const Json& against = document_.at("against");
  EXPECT_EQ(against.at("cumulated"), (Json{-150'000.0, 165'000.0, 1'117'248.0, 2'069'496.0}));
  EXPECT_EQ(against.at("children_saving_alone"), 3'000'000);
  EXPECT_EQ(document_.at("children_refund").at("pooled"), 20'000);
  EXPECT_EQ(against.at("children_refund").at("pooled"), 965'000);
  const Json& ladder = against.at("average_shares").at("ladder_benefits").at("municipality");
  EXPECT_NEAR(ladder.at("missed_by").get<double>(), 296'730 - 314'496, 1e-6);
  EXPECT_EQ(document_.at("ladder")[0].at("total").at("weeks_27_52"), 26);
}

TEST_F(FamilyDocument, TellsWhoseAServiceIsAndByWhichRules) {
  const Json& services = document_.at("services");
  const Json& benefit = services.front();
  EXPECT_EQ(benefit.at("kind"), "member");
  EXPECT_EQ(benefit.at("units"), 104);
  EXPECT_EQ(benefit.at("rules")[0].at("rule"), "refund_ladder");
  EXPECT_EQ(benefit.at("rules")[0].at("rule_state"), "weeks_1_4");
  EXPECT_EQ(services.back().at("kind"), "programme");
  const Json& refund = services[services.size() - 2];
  EXPECT_EQ(refund.at("kind"), "household");
  EXPECT_TRUE(refund.at("member").is_null());
}

TEST(FamilyDocumentOfDates, HasNoWeeksWhereTheDatesHoldNone) {
  FamilyCase family = test::adult_alone(1);
  test::add_spell(family, Service::cash_benefit, 9, 8, 1'000);
  family.spells[0].from = Date{2023, 3, 1};
  family.spells[0].to = Date{2023, 3, 2};
  const AccountedFamily ours{family, test::shipped_catalogue()};
  Json document = family_document(ours, nullptr);

  const Json& spell = document.at("dates")[0];
  EXPECT_EQ(spell.at("spell"), "cash_benefit");
  EXPECT_EQ(spell.at("from"), "2023-03-01");
  EXPECT_TRUE(spell.at("first_week").is_null());
}

}  // namespace
}  // namespace samspil
