#include "model/result/case_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/published_case.hpp"

namespace samspil::test {
namespace {

Json document_of(const InvestmentCase& investment) {
  return case_document(investment, appraise(investment));
}

TEST(CaseDocument, BeginsWithItsFormatAndBothTitles) {
  const Json document = document_of(published_case());
  EXPECT_EQ(document.begin().key(), "format");
  EXPECT_EQ(document.at("format"), 1);
  EXPECT_EQ(document.at("title"), document.at("title_en"));
  EXPECT_NE(document.at("title_da"), document.at("title_en"));
}

TEST(CaseDocument, HoldsWhatAPageWouldHaveToReckon) {
  InvestmentCase investment = published_case();
  investment.participants = {30, 10};
  const Json document = document_of(investment);

  EXPECT_EQ(document.at("participants_in_all"), 40);
  EXPECT_EQ(document.at("expected_successes"), 10);
  const Json& total = document.at("committee").at("total");
  EXPECT_EQ(total.at("all_years").at("service"), -2'800'000);
  EXPECT_NEAR(total.at("all_years").at("total").get<double>(), 10 * 330'000 - 2'800'000, 1e-6);
}

TEST(CaseDocument, NamesTheRatesAndTheUncertainInputs) {
  InvestmentCase investment = published_case();
  EXPECT_EQ(document_of(investment).at("discount_rates"), Json::array({0.035}));
  const Json means = document_of(investment).at("input_means");
  EXPECT_EQ(means.size(), 2U);
  EXPECT_NEAR(means.at("success_rate").get<double>(), 0.25, 1e-12);

  investment.discount_rate.reset();
  investment.uncertainty = {};
  EXPECT_EQ(document_of(investment).at("discount_rates"), (Json{0.035, 0.025, 0.015}));
  EXPECT_TRUE(document_of(investment).at("input_means").is_null());
}

TEST(CaseDocument, KeepsEveryRowOfTheFile) {
  InvestmentCase investment = plain_case();
  investment.costs = {cost_of(0.5, 100, Payer::state)};
  investment.consequences = {saving_of({7, 8})};
  investment.consequences[0].account.name = "Less";
  const Json document = document_of(investment);

  const Json& cost = document.at("costs")[0];
  EXPECT_TRUE(cost.at("title").is_null());
  EXPECT_EQ(cost.at("payer"), "state");
  EXPECT_EQ(cost.at("time"), 0.5);
  EXPECT_EQ(cost.at("amount"), 100);
  EXPECT_EQ(document.at("consequences")[0].at("title"), "Less");
  EXPECT_EQ(document.at("consequences")[0].at("per_success"), (Json{7.0, 8.0}));
}

}  // namespace
}  // namespace samspil::test
