// The account of small families whose amounts can be followed by hand.
#include "model/costs/family_account.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/costs/indices.hpp"
#include "tests/support/family_cases.hpp"

namespace samspil {
namespace {

using test::add_spell;
using test::adult_alone;
using test::shipped_catalogue;

/// Ten kroner a week, so that shares of weeks are whole øre.
constexpr Ore ten = 1'000;

FamilyAccount account(const FamilyCase& family) { return account_of(family, shipped_catalogue()); }

Ore state(const FamilyAccount& account) { return account.total.all.of(Payer::state); }

// Table of an unbroken spell: LBK 221 of 12/02/2021, § 5, in weeks' benefit.
TEST(FamilyAccount, GivesTheTableOfAnUnbrokenSpell) {
  const std::vector<std::pair<int, Ore>> table{{4, 3'200},   {13, 6'800},   {26, 12'000},
                                               {52, 19'800}, {104, 30'200}, {156, 40'600},
                                               {208, 51'000}};
  for (const auto& [weeks, state_pays] : table) {
    FamilyCase family = adult_alone(4);
    add_spell(family, Service::cash_benefit, 1, weeks, ten);
    const FamilyAccount told = account(family);
    EXPECT_EQ(state(told), state_pays) << weeks;
    EXPECT_EQ(told.total.all.of(Payer::municipality), weeks * ten - state_pays) << weeks;
  }
}

/// 54 weeks on cash benefit, `between` weeks of something, 26 weeks more.
Ore state_after(int between, SpellKind kind) {
  FamilyCase family = adult_alone(4);
  add_spell(family, Service::cash_benefit, 1, 54, ten);
  add_spell(family, kind, 55, 54 + between);
  add_spell(family, Service::cash_benefit, 55 + between, 80 + between, ten);
  FamilyCase before = adult_alone(4);
  add_spell(before, Service::cash_benefit, 1, 54, ten);
  return state(account(family)) - state(account(before));
}

TEST(FamilyAccount, BeginsTheLadderAnewAfter52SelfSupportingWeeks) {
  EXPECT_EQ(state_after(52, SpellKind::self_support), 12'000);
  EXPECT_EQ(state_after(51, SpellKind::self_support), 5'200);
  EXPECT_EQ(state_after(52, SpellKind::subsidised_job), 5'200);
}

TEST(FamilyAccount, TakesWeeksBeforeTheFirstIntoTheLadder) {
  FamilyCase family = adult_alone(1);
  family.members[0].ladder_weeks_before = 52;
  add_spell(family, Service::cash_benefit, 1, 10, ten);
  EXPECT_EQ(state(account(family)), 2'000);

  family.members[0].self_support_weeks_before = 51;
  EXPECT_EQ(state(account(family)), 2'000);
  family.members[0].self_support_weeks_before = 52;
  EXPECT_EQ(state(account(family)), 4 * 800 + 6 * 400);
}

TEST(FamilyAccount, CountsAllBenefitsTogetherAndMirrorsTheShares) {
  FamilyCase family = adult_alone(1);
  add_spell(family, Service::cash_benefit, 1, 4, ten);
  add_spell(family, Service::unemployment_benefit, 5, 26, ten);
  add_spell(family, Service::sickness_benefit, 27, 52, ten);

  const FamilyAccount told = account(family);

  EXPECT_EQ(state(told), 19'800);
  EXPECT_EQ(told.ladder.at(0).years.at(0), (StepWeeks{4, 22, 26, 0}));
}

TEST(FamilyAccount, DoesNotCountAWageSubsidyButPlacesIt) {
  FamilyCase family = adult_alone(1);
  add_spell(family, Service::wage_subsidy, 1, 2, ten);  // Nothing counted yet: first step.
  add_spell(family, Service::cash_benefit, 3, 7, ten);  // Weeks 1 to 5.
  add_spell(family, Service::wage_subsidy, 8, 9, ten);  // Stands on week 5.

  EXPECT_EQ(state(account(family)), 2 * 800 + 4 * 800 + 400 + 2 * 400);
}

TEST(FamilyAccount, KeepsTheOlderShareOfAnOldPension) {
  FamilyCase family = adult_alone(2);
  add_spell(family, Service::disability_pension, 1, 60, ten);
  EXPECT_EQ(state(account(family)), 19'800 + 8 * 200);

  family.members[0].granted_before_2014 = true;
  const FamilyAccount told = account(family);
  EXPECT_EQ(state(told), 60 * 350);
  EXPECT_EQ(told.years.at(0).lines.at(0).what, "disability_pension_before_2014");
  EXPECT_EQ(told.ladder.at(0).years.at(0), StepWeeks{});
}

FamilyCase child_with(Service service, Ore weekly) {
  FamilyCase family = adult_alone(1);
  family.members[0].kind = MemberKind::child;
  add_spell(family, service, 1, 52, weekly);
  return family;
}

TEST(FamilyAccount, SharesHalfSchemesHealthAndTaxByTheirRules) {
  EXPECT_EQ(account(child_with(Service::lost_earnings, ten)).total.all.paid,
            (PayerPrices{26'000, 0, 26'000, 0}));
  EXPECT_EQ(account(child_with(Service::psychiatric_treatment, ten)).total.all.paid,
            (PayerPrices{0, 52'000, 0, 0}));
  EXPECT_EQ(account(child_with(Service::day_care, ten)).total.all.paid,
            (PayerPrices{49'400, 0, 0, 2'600}));
  const AccountSum tax = account(child_with(Service::income_tax, ten)).total.all;
  EXPECT_EQ(tax.gross, -52'000);
  EXPECT_EQ(tax.paid, (PayerPrices{-25'220, 0, -26'780, 0}));  // 515 of 1,000 øre a week
}

TEST(FamilyAccount, SharesTheTaxOfBenefitsAnotherWayThanThatOfWages) {
  FamilyCase family = child_with(Service::income_tax, ten);
  add_spell(family, Service::parental_benefit, 1, 20, 0);
  // 32 weeks of 515 øre to the state, 20 of 326.
  EXPECT_EQ(account(family).total.all.of(Payer::state), -(32 * 515 + 20 * 326));

  family.annual.push_back({0, Service::income_tax, {100'000}, 0});
  const Ore of_wages = account(family).total.all.of(Payer::state);
  family.spells[1].last_week = 27;  // most of the year
  const Ore of_benefits = account(family).total.all.of(Payer::state);
  EXPECT_EQ(of_benefits - of_wages, 7 * (515 - 326) + 51'540 - 32'610);
}

TEST(FamilyAccount, PricesByTheCatalogueUnlessAWeekHasItsOwnPrice) {
  FamilyCase family = child_with(Service::foster_family, 0);
  family.spells[0].weekly_amount.reset();
  const CatalogueRow& row = shipped_catalogue().rows[index_of(Service::foster_family)];

  const FamilyAccount told = account(family);

  EXPECT_EQ(told.total.all.gross,
            364 * static_cast<Ore>(PriceLevel{shipped_catalogue()}.price(row)) * 100);
  EXPECT_EQ(told.years[0].lines[0].units, 364);
  EXPECT_EQ(told.years[0].lines[0].unit, "day");
}

// Thresholds that follow the index psl, 118.3 in 2022 and 121.8 in 2023.
TEST(FamilyAccount, RegulatesThresholdsYearByYear) {
  FamilyCase family = child_with(Service::foster_family, 0);
  family.spells.clear();
  family.years = 2;
  family.annual.push_back({0, Service::residential_institution, {1'000'000'00, 1'000'000'00}, 0});
  Catalogue catalogue = shipped_catalogue();
  catalogue.law.regulated = {catalogue.law.expensive_cases, catalogue.law.expensive_cases};
  catalogue.law.regulated[1][0].above = 885'444'00;

  const FamilyAccount told = account_of(family, catalogue);

  EXPECT_EQ(told.years[0].sums.all.of(Payer::state), 35'000'00);
  EXPECT_EQ(told.years[1].sums.all.of(Payer::state), 28'639'00);
}

TEST(FamilyAccount, LetsTheStatePayInFullForARefugeeChildsFirstWeeks) {
  FamilyCase family = child_with(Service::family_treatment, ten);
  family.members[0].full_state_refund_weeks = 13;
  family.annual.push_back({0, Service::additional_costs, {52'000}, 0});

  const FamilyAccount told = account(family);

  // 13 of 52 weeks of each in full, then all and half of the rest for the municipality.
  EXPECT_EQ(told.total.all.paid, (PayerPrices{39'000 + 19'500, 0, 13'000 + 13'000 + 19'500, 0}));
  EXPECT_TRUE(std::any_of(told.years[0].lines.begin(), told.years[0].lines.end(),
                          [](const FamilyLine& line) { return line.law == "barnets lov § 203"; }));
}

// Serviceloven § 176 (barnets lov § 198), 2022 level, whole kroner.
TEST(FamilyAccount, RefundsExpensiveCasesByTheTable) {
  const std::vector<std::pair<Ore, Ore>> table{
      {860'000, 0},         {1'000'000, 35'000},  {1'400'000, 135'000}, {1'680'000, 205'000},
      {2'100'000, 415'000}, {2'120'000, 425'000}, {2'800'000, 935'000}, {3'500'000, 1'460'000}};
  for (const auto& [expense, refund] : table) {
    for (const Service service : {Service::foster_family, Service::adult_residential}) {
      FamilyCase family = adult_alone(1);
      family.annual.push_back({0, service, {expense * 100}, 0});
      const AccountSum told = account(family).total.all;
      EXPECT_EQ(told.of(Payer::state), refund * 100) << expense;
      EXPECT_EQ(told.of(Payer::municipality), (expense - refund) * 100) << expense;
      EXPECT_EQ(told.gross, expense * 100) << expense;
    }
  }
}

/// Half a year at 120,000 kr. a month, in whole kroner a week, against the same over the whole
/// year.
TEST(FamilyAccount, RefundsExpensiveCasesMonthByMonth) {
  FamilyCase half = adult_alone(1);
  FamilySpell& spell = half.spells.emplace_back();
  spell.service = Service::foster_family;
  spell.last_week = 26;
  spell.weekly_amount = 27'692 * 100;
  FamilyCase whole = half;
  whole.spells[0].last_week = 52;
  whole.spells[0].weekly_amount = 13'846 * 100;

  EXPECT_NEAR(static_cast<double>(account(half).total.all.of(Payer::state)), 72'500 * 100, 300);
  EXPECT_EQ(account(whole).total.all.of(Payer::state), 0);
}

TEST(FamilyAccount, CountsNoSecureUnitAsAnExpensiveCase) {
  FamilyCase family = adult_alone(1);
  family.annual.push_back({0, Service::secure_unit, {300'000'000}, 0});

  EXPECT_EQ(account(family).total.all.of(Payer::state), 0) << "paid by objective rates";
}

TEST(FamilyAccount, PoolsTheChildrenOfAHouseholdAndNoOthers) {
  FamilyCase family;
  family.years = 1;
  for (const char* id : {"one", "two", "three"}) {
    FamilyMember& child = family.members.emplace_back();
    child.id = id;
    child.kind = MemberKind::child;
    family.annual.push_back(
        {family.members.size() - 1, Service::residential_institution, {70'000'000}, 0});
  }

  const FamilyAccount together = account(family);
  EXPECT_EQ(together.children_refund, 41'500'000);
  EXPECT_EQ(together.children_refund_alone, 0);
  EXPECT_EQ(state(together), 41'500'000);

  family.members[2].household = "the father's";
  EXPECT_EQ(account(family).children_refund, 13'500'000);  // 1,400,000 kr. and 700,000 kr.
}

TEST(FamilyAccount, DoesNotPoolAdultsOrProgrammes) {
  FamilyCase family = adult_alone(1);
  family.members.push_back(family.members[0]);
  family.members[1].id = "other";
  for (const std::size_t member : {0U, 1U}) {
    family.annual.push_back({member, Service::social_pedagogical_support, {60'000'000}, 0});
  }
  family.programme.push_back({"effort", Department::coordination, {60'000'000}, 0});

  EXPECT_EQ(state(account(family)), 0);
  EXPECT_EQ(account(family).total.account_types[index_of(AccountType::service)].gross, 180'000'000);
}

}  // namespace
}  // namespace samspil
