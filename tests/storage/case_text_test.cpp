// A contrast written as an investment case, read back and reckoned.
#include "model/storage/case_text.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/appraisal/investment_case.hpp"
#include "model/loading/readers.hpp"
#include "model/result/contrast_case.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

class CaseText : public testing::Test {
 protected:
  CaseText() {
    scenario_.population.title_da = "En \"målgruppe\"\n\x7f";
    scenario_.population.title_en = "A \"group\" \\";
    contrast_.cells = CostCells{scenario_.catalogue, scenario_.years};
    double kroner = -7'777.777;
    for (auto& group : contrast_.by_cell) {
      auto& cells = group[index_of(Adjustment::as_published)];
      for (std::size_t i = 0; i < contrast_.cells.count(); ++i) cells.push_back(kroner += 123.4567);
      cells[1] = -0.001;
    }
  }
  InvestmentCase made(Language language) const {
    return contrast_case(scenario_, contrast_, language);
  }
  InvestmentCase read_back(Language language) const {
    Problems problems;
    InvestmentCase back =
        read_investment_case({"case.toml", case_text(made(language), language)}, problems);
    for (const Problem& problem : problems) ADD_FAILURE() << problem.text(Language::en);
    return back;
  }
  /// What one adult and one child cost less, all years [kr.], by payer and department.
  double contrast_of(Payer payer, std::optional<Department> department) const {
    double sum = 0;
    const CostCells& cells = contrast_.cells;
    for (const auto& group : contrast_.by_cell) {
      for (int year = 1; year <= cells.years; ++year) {
        for (std::size_t a = 0; a < cells.accounts.size(); ++a) {
          if (department && cells.accounts[a].department != *department) continue;
          sum += group[index_of(Adjustment::as_published)][cells.of(year, payer, a)];
        }
      }
    }
    return sum;
  }

  Scenario scenario_ = test::fake_scenario();
  ContrastResult contrast_{CostLines{scenario_.catalogue, scenario_.years}, {}, {}, {}, {}, 0, 0};
};

TEST_F(CaseText, ReadsBackAsItWasToTheOre) {
  for (const Language language : {Language::en, Language::da}) {
    const InvestmentCase before = made(language), after = read_back(language);
    EXPECT_EQ(after.title_da, before.title_da);
    EXPECT_EQ(after.title_en, before.title_en);
    EXPECT_EQ(after.participants, before.participants);
    EXPECT_EQ(after.success_rate, before.success_rate);
    EXPECT_EQ(after.discount_rate, before.discount_rate);
    EXPECT_EQ(after.first_year, before.first_year);
    EXPECT_EQ(after.price_level, before.price_level);
    EXPECT_EQ(after.seed, before.seed);
    ASSERT_EQ(after.consequences.size(), before.consequences.size());
    for (std::size_t i = 0; i < after.consequences.size(); ++i) {
      const CaseConsequence &own = after.consequences[i], &was = before.consequences[i];
      EXPECT_EQ(own.per_success, was.per_success);
      EXPECT_EQ(own.account.name, was.account.name);
      EXPECT_EQ(own.account.payer, was.account.payer);
      EXPECT_EQ(own.account.department, was.account.department);
      EXPECT_EQ(own.account.account_type, was.account.account_type);
    }
  }
}

/// Rounded cell by cell: each is off by half an øre at most.
TEST_F(CaseText, ComesToTheContrastOfEveryPayerButForRounding) {
  const CaseAppraisal appraised = appraise(read_back(Language::en));
  const double half_ore = 0.005 * static_cast<double>(contrast_.cells.count());
  for (const Payer payer : {Payer::municipality, Payer::region, Payer::state}) {
    const double expected = case_participants * contrast_of(payer, std::nullopt);
    EXPECT_NEAR(appraised.payers[index_of(payer)].cumulated.back(), expected,
                case_participants * 2 * half_ore);
    EXPECT_GT(std::fabs(expected), 1000);
  }
}

TEST_F(CaseText, ComesToTheSumOfItsRowsToTheOre) {
  const InvestmentCase investment = made(Language::en);
  std::int64_t ore = 0;
  for (const CaseConsequence& row : investment.consequences) {
    for (const double kroner : row.per_success) ore += std::llround(kroner * 100);
  }
  const double expected = case_participants * static_cast<double>(ore) / 100;
  EXPECT_NEAR(appraise(read_back(Language::en)).total.cumulated.back(), expected, 0.005);
}

TEST_F(CaseText, SaysThatItIsAnAssociationAboveEverything) {
  const std::string english = case_text(made(Language::en), Language::en);
  EXPECT_TRUE(english.starts_with(case_text_begin));
  EXPECT_LT(english.find("AN ASSOCIATION, NO EFFECT"), english.find("[case]"));
  const std::string danish = case_text(made(Language::da), Language::da);
  EXPECT_LT(danish.find("EN SAMMENHÆNG, INGEN EFFEKT"), danish.find("[case]"));
  for (const InvestmentCase& read : {read_back(Language::en), read_back(Language::da)}) {
    EXPECT_NE(read.title_en.find("not an effect"), std::string::npos);
    EXPECT_NE(read.title_da.find("ikke en effekt"), std::string::npos);
    EXPECT_FALSE(read.consequences.front().account.source.empty());
  }
}

TEST_F(CaseText, HasNoRowWithoutAContrast) {
  for (auto& group : contrast_.by_cell) group.fill({});
  EXPECT_TRUE(made(Language::en).consequences.empty());
}

}  // namespace
}  // namespace samspil
