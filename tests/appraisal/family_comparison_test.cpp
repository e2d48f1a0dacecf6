// The constructed family of scenarios/examples, with every number worked out by hand from the law:
// benefit of 3,780 kr. a week, 208 weeks against 104; children for 0.7, 1.4, 2.1 and 2.1 million
// kr. against 0.7, 0.8, 0.9 and 0.9; a coordinator for 150,000 kr. in the first two years.
#include "model/appraisal/family_comparison.hpp"

#include <gtest/gtest.h>

#include "tests/support/family_cases.hpp"

namespace samspil {
namespace {

using Kroner = std::vector<double>;

class ConstructedFamily : public testing::Test {
 protected:
  static FamilyAccount account(const char* name) {
    const LoadedFamily loaded = test::shipped_family(name);
    return account_of(loaded.family, loaded.catalogue);
  }

  template <class Amount>
  static Kroner by_year(const std::vector<AccountSums>& years, Amount amount) {
    Kroner kroner;
    for (const AccountSums& year : years) kroner.push_back(as_kroner(amount(year)));
    return kroner;
  }
  Kroner saved(Payer payer) const {
    return by_year(comparison_.years, [payer](const AccountSums& y) { return y.all.of(payer); });
  }
  static Kroner refunds(const FamilyAccount& account) {
    Kroner kroner;
    for (const AccountYear& year : account.years) {
      kroner.push_back(
          as_kroner(year.sums.account_types[index_of(AccountType::revenue)].of(Payer::state)));
    }
    return kroner;
  }
  const PurseCourse& course(Payer payer) const { return comparison_.payers[index_of(payer)]; }

  FamilyAccount baseline_ = account("family_baseline");
  FamilyAccount strategy_ = account("family_strategy");
  FamilyComparison comparison_ = compare(strategy_, baseline_);
};

TEST_F(ConstructedFamily, GetsTheRefundsOfTheTable) {
  EXPECT_EQ(refunds(baseline_), (Kroner{0, 135'000, 415'000, 415'000}));
  EXPECT_EQ(refunds(strategy_), (Kroner{0, 0, 10'000, 10'000}));
  EXPECT_EQ(baseline_.children_refund, 96'500'000);
  EXPECT_EQ(strategy_.children_refund, 2'000'000);
}

TEST_F(ConstructedFamily, SavesByYearAndPayerWhatTheTableSays) {
  EXPECT_EQ(saved(Payer::municipality), (Kroner{-150'000, 315'000, 952'248, 952'248}));
  EXPECT_EQ(saved(Payer::state), (Kroner{0, 135'000, 444'312, 444'312}));
  EXPECT_EQ(by_year(comparison_.years, [](const AccountSums& y) { return y.all.of_public(); }),
            (Kroner{-150'000, 450'000, 1'396'560, 1'396'560}));
  EXPECT_EQ(by_year(comparison_.years, [](const AccountSums& y) { return y.all.gross; }),
            (Kroner{-150'000, 450'000, 1'396'560, 1'396'560}));
  EXPECT_EQ(comparison_.cumulated,
            (std::vector<Ore>{-15'000'000, 16'500'000, 111'724'800, 206'949'600}));
  EXPECT_EQ(comparison_.total.all.of(Payer::municipality), 206'949'600);
  EXPECT_EQ(comparison_.total.all.of(Payer::state), 102'362'400);
  EXPECT_EQ(comparison_.total.all.of_public(), 309'312'000);
  EXPECT_NEAR(1'023'624.0 / 3'093'120, 0.33, 0.005);  // The state's share, though it pays nothing.
}

TEST_F(ConstructedFamily, IsWorthWhatTheTableSays) {
  const auto at = [](const PurseCourse& purse, Timing timing) {
    return purse.npv[index_of(timing)];
  };
  EXPECT_NEAR(at(course(Payer::municipality), Timing::start), 1'902'155, 0.5);
  EXPECT_NEAR(at(course(Payer::state), Timing::start), 945'948.8, 0.05);
  EXPECT_NEAR(at(comparison_.all_public, Timing::start), 2'848'103, 0.5);
  EXPECT_NEAR(at(course(Payer::municipality), Timing::middle), 1'869'716, 0.5);
  EXPECT_NEAR(at(course(Payer::municipality), Timing::end),
              at(course(Payer::municipality), Timing::start) / 1.035, 1e-6);
}

TEST_F(ConstructedFamily, IsPaidBackAsTheTableSays) {
  EXPECT_NEAR(course(Payer::municipality).payback.value(), 1.476, 0.0005);
  EXPECT_EQ(course(Payer::state).payback, 0);
  EXPECT_EQ(course(Payer::region).payback, std::nullopt);
}

TEST_F(ConstructedFamily, ShowsWhatAverageSharesAndNoPoolingWouldMiss) {
  const AverageShareError& children = comparison_.children;
  EXPECT_EQ(children.municipality.by_rules, 205'500'000);
  EXPECT_NEAR(children.municipality.by_average, 2'540'476, 0.5);
  EXPECT_EQ(children.state.by_rules, 94'500'000);
  EXPECT_NEAR(children.state.by_average, 3'000'000 - 2'540'476, 0.5);
  const AverageShareError& ladder = comparison_.ladder;
  EXPECT_EQ(ladder.municipality.by_rules, 31'449'600);
  EXPECT_NEAR(ladder.municipality.by_average, 296'730, 1e-6);
  // Child by child no refund in either: the children would seem to save 3,000,000 kr.
  EXPECT_EQ(baseline_.children_refund_alone, 0);
  EXPECT_EQ(strategy_.children_refund_alone, 0);
  EXPECT_EQ(children.gross_saving, 300'000'000);
  EXPECT_EQ(comparison_.children_alone, 300'000'000);
  EXPECT_NEAR(ladder.municipality.missed_by(), 296'730 - 314'496, 1e-6);
}

TEST_F(ConstructedFamily, RelievesTheServiceFrameByTheGross) {
  EXPECT_EQ(comparison_.service_frame_relief, 270'000'000);
  EXPECT_EQ(comparison_.treasury_relief, 206'949'600);
  EXPECT_EQ(comparison_.budget_guarantee, 31'449'600);
}

TEST_F(ConstructedFamily, DiffersByNothingFromItself) {
  const FamilyComparison same = compare(baseline_, baseline_);
  EXPECT_EQ(same.total.all, AccountSum{});
  EXPECT_EQ(same.all_public.npv, (std::array<double, timing_count>{}));
  EXPECT_EQ(same.all_public.payback, std::nullopt);
}

TEST(PaybackOf, IsTheTimeFromWhichNothingIsOwed) {
  EXPECT_EQ(payback_of({-100, 50, 100}), 2.5);
  EXPECT_EQ(payback_of({-100, 40, 50}), std::nullopt);
  EXPECT_EQ(payback_of({10, 10}), 0);
  EXPECT_EQ(payback_of({0, 0}), std::nullopt);
  EXPECT_EQ(payback_of({-100, 200, -150, 100}), 3.5);  // Owed once more in year 3.
}

}  // namespace
}  // namespace samspil
