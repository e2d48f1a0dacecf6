// The rules against average shares after refund, the service frame, the ladder's shares.
#include "model/appraisal/payer_split.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

constexpr std::size_t cash = index_of(Service::cash_benefit);
constexpr std::size_t institution = index_of(Service::residential_institution);

/// One arm beside the baseline, one year, with the use and the refund that a test sets.
class TwoArms : public testing::Test {
 protected:
  TwoArms() { catalogue_.indices.rows.clear(); }  // Prices are as the tests write them.

  Appraisal appraise_use(const ServiceUse& base, Ore base_refund, const ServiceUse& own,
                         Ore own_refund, Ore programme = 0,
                         Settlement settled = Settlement::expensive_children) {
    Appraisal appraisal;
    appraisal.years = 1;
    appraisal.references = {0, 0};
    const PriceTable prices = split_prices(catalogue_);
    std::array<Ore, programme_item_count> items{};
    for (const auto& [use, refund, cost] :
         {std::tuple{base, base_refund, Ore{0}}, std::tuple{own, own_refund, programme}}) {
      items[index_of(ProgrammeItem::staff)] = cost;
      Settlements settlements{};
      settlements[index_of(settled)] = refund;
      Ledger ledger;
      post_year(1, {use, settlements, items}, catalogue_, prices, ledger);
      appraisal.ledgers.push_back(std::move(ledger));
    }
    return appraisal;
  }

  Catalogue catalogue_ = test::shipped_scenario().catalogue;
};

// The constructed family's benefit: 208 weeks against 104 at 3,780 kr. The average share after
// refund is 75.48 % and misses the 80 % of the weeks that go.
TEST_F(TwoArms, MissTheLastWeeksOfALongBenefitByAverageShares) {
  catalogue_.rows[cash].price.value = 3780;
  ServiceUse base, own;
  base.in_state[cash] = {400, 2200, 2600, 15600};
  own.in_state[cash] = {400, 2200, 2600, 5200};

  const AverageShares shares = average_shares(appraise_use(base, 0, own, 0), catalogue_, 1);

  constexpr std::size_t m = index_of(Payer::municipality);
  EXPECT_EQ(shares.by_rules[m], 314'496'00);
  EXPECT_NEAR(as_kroner(shares.by_average[m]), 296'730, 1);
  EXPECT_EQ(shares.excess(Payer::municipality), -shares.excess(Payer::state));
}

// Its children: 6.3 mio. kr. with 965,000 refunded against 3.3 with 20,000.
TEST_F(TwoArms, PromiseTooMuchOfExpensiveCasesByAverageShares) {
  catalogue_.rows[institution].price.value = 1000;
  ServiceUse base, own;
  base.in_state[institution][0] = 630'000;
  own.in_state[institution][0] = 330'000;

  const Appraisal appraisal =
      appraise_use(base, 965'000'00, own, 20'000'00, /*programme=*/300'000'00);
  const AverageShares shares = average_shares(appraisal, catalogue_, 1);

  EXPECT_EQ(shares.by_rules[index_of(Payer::municipality)], 2'055'000'00);
  EXPECT_NEAR(as_kroner(shares.by_average[index_of(Payer::municipality)]), 2'540'476, 1);

  const AccountTable accounts = municipality_by_account_type(appraisal, 1);
  EXPECT_EQ(accounts[index_of(AccountType::service)][0], 2'700'000'00);
  EXPECT_EQ(accounts[index_of(AccountType::revenue)][0], -945'000'00);
}

// An adult's place at 1,000 kr. a day: 1.2 mio. kr. with 85,000 refunded against 0.8 with nothing.
TEST_F(TwoArms, SettleAdultsTogetherWithTheirServices) {
  constexpr std::size_t residential = index_of(Service::adult_residential);
  catalogue_.rows[residential].price.value = 1000;
  ServiceUse base, own;
  base.in_state[residential][0] = 120'000;
  own.in_state[residential][0] = 80'000;

  const AverageShares shares = average_shares(
      appraise_use(base, 85'000'00, own, 0, 0, Settlement::expensive_adults), catalogue_, 1);

  EXPECT_EQ(shares.by_rules[index_of(Payer::municipality)], 400'000'00 - 85'000'00);
  EXPECT_EQ(shares.by_rules[index_of(Payer::state)], 85'000'00);
  // A third of the expense goes, and with it a third of the refund by average shares.
  EXPECT_NEAR(as_kroner(shares.by_average[index_of(Payer::state)]), 85'000.0 / 3, 0.01);
}

TEST_F(TwoArms, AreTheSameWhereNothingChanges) {
  ServiceUse use;
  use.in_state[cash] = {400, 2200, 0, 0};
  const AverageShares shares = average_shares(appraise_use(use, 7, use, 7), catalogue_, 1);
  EXPECT_EQ(shares.by_rules, shares.by_average);
  EXPECT_EQ(shares.by_rules, (std::array<Ore, payer_count>{}));
}

// Everybody has lived before year 1: the steps of a first year are not those of beginners.
TEST(LadderShares, OfTheFirstYearCarryTheHistoryOfTheFamilies) {
  const Scenario scenario = test::small_scenario();
  const RunResult result = run_scenario(scenario, 0, {});
  for (const YearCounts& year : result.counts[0].years) {
    const LadderShares shares = ladder_shares(year, scenario.catalogue);
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0, 1e-12);
    EXPECT_GT(shares[3], 0.6);
    for (const double share : shares) EXPECT_GT(share, 0.002);
  }
}

TEST(AccountTypes, SumToTheMunicipalitysNetResult) {
  const Scenario scenario = test::small_scenario();
  const RunResult result = run_scenario(scenario, 0, {});
  const Appraisal appraisal = appraise(scenario, result);
  for (const StrategyAppraisal& strategy : appraisal.strategies) {
    const Saving& saving = strategy.at(EffectLevel::centre);
    Ore sum = 0;
    for (const auto& years : municipality_by_account_type(appraisal, saving.arm)) {
      sum = std::accumulate(years.begin(), years.end(), sum);
    }
    EXPECT_EQ(sum, total(saving.net_result, {.payer = Payer::municipality}));
    EXPECT_EQ(average_shares(appraisal, scenario.catalogue, saving.arm)
                  .by_rules[index_of(Payer::municipality)],
              total(saving.gross_saving, {.payer = Payer::municipality}));
  }
}

}  // namespace
}  // namespace samspil
