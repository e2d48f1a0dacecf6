#include "model/pages/case_page.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "model/render/text.hpp"
#include "model/result/case_document.hpp"
#include "tests/support/published_case.hpp"

namespace samspil::test {
namespace {

Json document_of(const InvestmentCase& investment) {
  return case_document(investment, appraise(investment));
}

void expect_in(const std::string& text, std::initializer_list<const char*> parts) {
  for (const char* part : parts) EXPECT_NE(text.find(part), std::string::npos) << part << text;
}

TEST(CasePage, ShowsTheFiguresOfTheDocumentAndAddsNothing) {
  Json document = document_of(published_case());
  document["payers"]["municipality"]["npv"] = 7'654'321.0;
  document["expected_successes"] = 12.5;
  document["committee"]["permanent"]["all_years"]["total"] = 4'321'000.0;
  expect_in(as_text(case_page(document, Language::en)), {"7,654", "12.5 successes", "4,321"});
}

TEST(CasePage, HasItsTitleInTheLanguageOfTheReaderElseAsItIs) {
  Json document = document_of(published_case());
  const auto begins_with = [&](const char* title, Language language) {
    return as_text(case_page(document, language)).starts_with(title);
  };
  EXPECT_TRUE(begins_with("Eksempel på", Language::da));
  document["title_da"] = nullptr;
  EXPECT_TRUE(begins_with("Example of", Language::da));
  document["title"] = nullptr;
  EXPECT_TRUE(begins_with("En investeringscase", Language::da));
}

TEST(CasePage, HasAColumnForEachPurseThatMovesAndForThePublicWhereThereAreSeveral) {
  InvestmentCase investment = plain_case();
  investment.costs = {cost_of(0, 100'000)};
  investment.consequences = {saving_of({50'000, 50'000})};
  EXPECT_EQ(as_text(case_page(document_of(investment), Language::en)).find("Public total"),
            std::string::npos);
  investment.costs.push_back(cost_of(0, 100'000, Payer::state));
  expect_in(as_text(case_page(document_of(investment), Language::en)), {"Public total", "State"});
}

TEST(CasePage, TellsRowsAndWhereTheyComeFromInDetail) {
  InvestmentCase investment = plain_case();
  investment.costs = {cost_of(0.5, 100)};
  investment.consequences = {saving_of({7, 8})};
  investment.consequences[0].account.source = "a report";
  expect_in(as_text(case_detail_page(document_of(investment), Language::en)),
            {"Cost\n", "100 kr. at time 0.5", "running", "Source: not given", "7; 8", "a report"});
}

}  // namespace
}  // namespace samspil::test
