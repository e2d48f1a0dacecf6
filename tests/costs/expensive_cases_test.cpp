// Expensive single cases: the table that follows from serviceloven § 176, 2022 level, and its laws.
#include "model/costs/expensive_cases.hpp"

#include <gtest/gtest.h>

#include <random>

#include "model/costs/settlement.hpp"
#include "tests/support/small_world.hpp"
#include "tests/support/still_life.hpp"
#include "tests/support/tiers_of_2022.hpp"

namespace samspil {
namespace {

constexpr Ore kroner = 100;
constexpr ExpensiveCaseTiers tiers = test::tiers_of_2022;

using Expense = MonthlyExpense<1>;

/// The same in each of the first `months` months.
Expense monthly(Ore each, std::size_t months = 12) {
  Expense expense;
  for (std::size_t month = 0; month < months; ++month) expense.parts[month] = each;
  return expense;
}

TEST(ExpensiveCases, SpreadOverTheYearGiveTheTableOf2022) {
  const std::vector<std::pair<Ore, Ore>> table{
      {860'000, 0},         {1'000'000, 35'000},  {1'400'000, 135'000}, {1'680'000, 205'000},
      {2'100'000, 415'000}, {2'120'000, 425'000}, {2'800'000, 935'000}, {3'500'000, 1'460'000}};
  for (const auto& [expense, refund] : table) {
    MonthlyExpense<12> spread;
    spread.parts.fill(expense * kroner);
    EXPECT_EQ(expensive_case_refund(spread, tiers), refund * kroner) << expense;
  }
}

/// Six months at 120,000 kr. lie above a twelfth of the first limit, though the year's 720,000 kr.
/// do not reach it: 6 × 25 % × (120,000 − 71,666.67) = 72,500 kr.
TEST(ExpensiveCases, AreReckonedMonthByMonth) {
  EXPECT_EQ(expensive_case_refund(monthly(120'000 * kroner, 6), tiers), 72'500 * kroner);
  EXPECT_EQ(expensive_case_refund(monthly(60'000 * kroner), tiers), 0);
}

TEST(ExpensiveCases, AreMonotoneNeverAboveTheExpenseAndNeverLowerTogetherOrGathered) {
  Ore before = 0;
  for (Ore each = 0; each < 35'000'000; each += 999'983) {
    const Ore refund = expensive_case_refund(monthly(each), tiers);
    EXPECT_GE(refund, before);
    EXPECT_LE(refund, 12 * each);
    EXPECT_GE(expensive_case_refund(monthly(2 * each, 6), tiers), refund);
    before = refund;
    for (Ore other = 0; other < 35'000'000; other += 2'999'989) {
      EXPECT_GE(expensive_case_refund(monthly(each + other), tiers),
                refund + expensive_case_refund(monthly(other), tiers));
    }
  }
}

/// So that a price by the week can be divided into thirds of days.
TEST(ExpensiveCases, DoNotDependOnTheScale) {
  MonthlyExpense<7> sevenths;
  for (std::size_t month = 0; month < 12; ++month) {
    sevenths.parts[month] = 7 * static_cast<Ore>(month) * 2'345'679;
  }
  Expense whole;
  for (std::size_t month = 0; month < 12; ++month) whole.parts[month] = sevenths.parts[month] / 7;
  EXPECT_EQ(expensive_case_refund(sevenths, tiers), expensive_case_refund(whole, tiers));
}

TEST(Months, CountEachDayOfASpanOnce) {
  for (const DaySpan span : {DaySpan{0, 364}, {0, 1}, {29, 32}, {363, 364}, {100, 100}, {5, 300}}) {
    MonthDays months{};
    add_days(months, span);
    for (int month = 0; month < months_per_year; ++month) {
      int thirds = 0;
      for (int third = 3 * span.begin; third < 3 * span.end; ++third) {
        thirds += third * 12 / 1092 == month;
      }
      EXPECT_EQ(months[static_cast<std::size_t>(month)], thirds) << span.begin << ' ' << month;
    }
  }
}

/// People, and what may count of their year.
class Households : public testing::Test {
 protected:
  std::size_t add(Role role, std::uint8_t household, std::uint16_t cost_factor = 100) {
    Person person = test::person_of(role, role == Role::child ? 10 : 40, 2023);
    person.household = household;
    person.cost_factor = cost_factor;
    people_.push_back(person);
    return people_.size() - 1;
  }
  std::size_t add_placed(std::uint8_t household, DaySpan days, std::uint16_t cost_factor = 100) {
    const std::size_t child = add(Role::child, household, cost_factor);
    add_days(cases_.note(child).on(Place::institution), days);
    return child;
  }
  Ore refund(Settlement which) const {
    Settlements settlements{};
    settle_expensive_cases(rules_, cases_, people_, settlements);
    return settlements[index_of(which)];
  }
  /// Of days at a price [øre], `times` over.
  static Ore refund_of(DaySpan days, Ore a_day, Ore times = 1) {
    MonthDays months{};
    add_days(months, days);
    MonthlyExpense<3> expense;
    for (std::size_t month = 0; month < 12; ++month) {
      expense.parts[month] = times * months[month] * a_day;
    }
    return expensive_case_refund(expense, tiers);
  }
  /// Of a seventh of a third of a day.
  Ore& price(CasePart part) { return rules_.case_price[part.number()]; }
  Ore institution_day() { return price(Place::institution) / 7 * one_unit; }

  PayerRules rules_{test::shipped_scenario().catalogue};
  std::vector<Person> people_;
  CaseUses cases_;
};

TEST_F(Households, ArePooledOverTheirChildren) {
  const DaySpan days{0, 300};
  add_placed(0, days);
  add(Role::parent, 0);
  add_placed(1, days);
  add_placed(0, days);

  ASSERT_GT(refund_of(days, institution_day()), 0);
  EXPECT_EQ(refund(Settlement::expensive_children),
            refund_of(days, institution_day(), 2) + refund_of(days, institution_day()));
}

TEST_F(Households, CountMeasuresInTheHomeAndTheCostOfTheCase) {
  const DaySpan year{0, days_per_year};
  const std::size_t dear = add_placed(0, year, 250);
  const std::size_t at_home = add(Role::child, 0);
  add_days(cases_.note(at_home).on(ChildMeasure::family_treatment), {0, 364});
  const Ore week = price(ChildMeasure::family_treatment) * one_unit;
  ASSERT_GT(week, 0);
  ASSERT_EQ(people_[dear].cost_factor, 250);

  const Ore together = refund(Settlement::expensive_children);

  MonthlyExpense<21> expected;
  for (std::size_t month = 0; month < 12; ++month) {
    expected.parts[month] = 91 * (price(Place::institution) * 250 + week);
  }
  EXPECT_EQ(together, expensive_case_refund(expected, tiers));
}

/// A child placed 30 weeks at 95,000 kr. a month: six whole months and 84 of the 91 thirds of days
/// of the seventh give 6 × 25 % × (95,000 − 71,666.67) + 25 % × (84/91 × 95,000 − 71,666.67), some
/// 39,000 kr., though the year's 657,700 kr. lie far below the first limit.
TEST_F(Households, OfAChildPlacedThirtyWeeksGetSomethingBack) {
  price(Place::institution) = Ore{95'000} * 21 / 91;
  add_placed(0, {0, 210});

  const double back = static_cast<double>(refund(Settlement::expensive_children)) / kroner;

  EXPECT_NEAR(back, 39'006, 5);
}

TEST_F(Households, CountNoSecureUnit) {
  const std::size_t child = add(Role::child, 0, 250);
  add_days(cases_.note(child).on(Place::secure), {0, days_per_year});

  EXPECT_EQ(refund(Settlement::expensive_children), 0) << "paid by objective rates";
}

TEST_F(Households, AdultsAreSettledEachAlone) {
  const DaySpan year{0, days_per_year};
  for (int i = 0; i < 2; ++i) {
    const std::size_t adult = add(Role::parent, 0);
    add_days(cases_.note(adult).on(AdultService::adult_residential), year);
  }
  const Ore day = price(AdultService::adult_residential) / 7 * one_unit;
  ASSERT_GT(refund_of(year, day), 0);

  EXPECT_EQ(refund(Settlement::expensive_adults), 2 * refund_of(year, day));
  EXPECT_EQ(refund(Settlement::expensive_children), 0);
}

/// What is left out unread would have been nothing.
TEST_F(Households, ThatMayGetNothingBackDoNot) {
  std::mt19937 random{20};
  const auto below = [&](int n) { return std::uniform_int_distribution{0, n - 1}(random); };
  for (int i = 0; i < 6; ++i) add(i < 4 ? Role::child : Role::parent, i % 2 != 0);
  int may = 0, get = 0, families = 2'000;
  for (int family = 0; family < families; ++family) {
    cases_.clear();
    std::array<std::uint32_t, 6> parts{};
    for (Person& person : people_) person.cost_factor = static_cast<std::uint16_t>(below(250));
    for (int notes = below(7); notes > 0; --notes) {
      const auto member = static_cast<std::size_t>(below(6));
      const CasePart part = member >= 4     ? CasePart{static_cast<AdultService>(below(10))}
                            : below(4) == 0 ? CasePart{static_cast<Place>(below(place_count))}
                                            : CasePart{static_cast<ChildMeasure>(below(5))};
      const std::uint32_t bit = std::uint32_t{1} << part.number();
      if ((parts[member] & bit) != 0) continue;
      parts[member] |= bit;
      add_days(cases_.note(member).on(part), {below(200), 200 + below(165)});
    }
    const bool gets =
        refund(Settlement::expensive_children) != 0 || refund(Settlement::expensive_adults) != 0;
    const bool may_get = may_be_refunded(rules_, parts, people_);
    ASSERT_TRUE(may_get || !gets) << family;
    may += may_get;
    get += gets;
  }
  EXPECT_GT(get, families / 50);
  EXPECT_LT(may, families * 3 / 4) << "else it saves nothing";
}

TEST_F(Households, SheltersAreNotCountedTwice) {
  const std::size_t adult = add(Role::parent, 0);
  add_days(cases_.note(adult).on(AdultService::shelter), {0, days_per_year});

  EXPECT_EQ(refund(Settlement::expensive_adults), 0);
}

}  // namespace
}  // namespace samspil
