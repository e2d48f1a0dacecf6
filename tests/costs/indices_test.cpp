// Prices at one level: the formula, the rounding, what has no way there, and the shipped indices.
#include "model/costs/indices.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "model/costs/prices.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

/// A catalogue of which the first price alone matters.
class Level : public testing::Test {
 protected:
  Level() {
    catalogue_.indices.rows = {{PriceIndex::net_price, 2019, 90, Grade::own, "Test", 2},
                               {PriceIndex::net_price, 2022, 99, Grade::own, "Test", 3},
                               {PriceIndex::psl, 2020, 50, Grade::own, "Test", 4},
                               {PriceIndex::psl, 2022, 100, Grade::own, "Test", 5}};
    for (std::size_t s = 0; s < service_count; ++s) {
      catalogue_.rows[s].service = static_cast<Service>(s);
    }
  }
  const CatalogueRow& price(double kroner, int level, PriceIndex index) {
    CatalogueRow& row = catalogue_.rows[0];
    row.price.value = kroner;
    row.price_level = level;
    row.index = index;
    return row;
  }

  Catalogue catalogue_;
  const PriceLevel level_{catalogue_};
};

TEST_F(Level, MovesByTheIndexOfTheRowAndRoundsToWholeKroner) {
  EXPECT_EQ(level_.price(price(1000, 2019, PriceIndex::net_price)), 1100);
  EXPECT_EQ(level_.price(price(1004, 2019, PriceIndex::net_price)), 1104);  // 1104.4
  EXPECT_EQ(level_.price(price(1005, 2019, PriceIndex::net_price)), 1106);  // 1105.5
  EXPECT_EQ(level_.price(price(1000, 2020, PriceIndex::psl)), 2000);
  EXPECT_EQ(level_.move_of(price(1000, 2020, PriceIndex::psl)), PriceMove::moved);
  catalogue_.price_level = 2019;
  EXPECT_EQ(level_.price(price(1100, 2022, PriceIndex::net_price)), 1000);
}

TEST_F(Level, NeverTakesAnotherIndexOrYear) {
  for (const auto& [year, index] : {std::pair{2020, PriceIndex::net_price},
                                    {2019, PriceIndex::psl},
                                    {2019, PriceIndex::none},
                                    {2019, PriceIndex::pl}}) {
    EXPECT_EQ(level_.price(price(1000, year, index)), 1000);
    EXPECT_EQ(level_.move_of(price(1000, year, index)), PriceMove::own_level);
  }
  catalogue_.price_level = 2023;
  EXPECT_EQ(level_.move_of(price(1000, 2022, PriceIndex::psl)), PriceMove::own_level);
}

TEST_F(Level, LeavesAPriceOfThatLevelAsWritten) {
  EXPECT_EQ(level_.price(price(1000, 2022, PriceIndex::none)), 1000);
  EXPECT_EQ(level_.move_of(price(1000, 2022, PriceIndex::pl)), PriceMove::as_written);
}

TEST_F(Level, IsThatOfThePricesThatAreSplit) {
  price(1000, 2019, PriceIndex::net_price);
  catalogue_.rules = {
      {"half", RuleKind::fixed, {{0, {0.5, 0, 0.5, 0}, 0, 2000, 9999, "", Grade::own, "", 2}}}};

  const PayerPrices split = split_prices(catalogue_)[0][0];

  EXPECT_EQ(std::accumulate(split.begin(), split.end(), Ore{0}), 1100);
  EXPECT_EQ(split[index_of(Payer::state)], 550);
}

TEST(PriceMoves, CountEveryPriceOnce) {
  for (const int level : {2015, 2022, 2023, 2024, 2040}) {
    Catalogue catalogue = test::shipped_scenario().catalogue;
    catalogue.price_level = level;

    const PriceMoves moves = count_moves(catalogue);

    EXPECT_EQ(std::accumulate(moves.moved_by.begin(), moves.moved_by.end(), moves.as_written) +
                  moves.own_level.size(),
              service_count);
    EXPECT_EQ(moves.moved_by[index_of(PriceIndex::none)], 0U);
    for (const Service service : moves.own_level) {
      EXPECT_NE(catalogue.rows[index_of(service)].price_level, level);
    }
  }
}

/// Every shipped price can stand at the level of its run.
TEST(PriceMoves, LeaveNoShippedPriceAtALevelOfItsOwn) {
  for (const int level : {2021, 2022, 2023, 2024}) {
    Catalogue catalogue = test::shipped_scenario().catalogue;
    catalogue.price_level = level;
    EXPECT_TRUE(count_moves(catalogue).own_level.empty()) << level;
  }
}

class ShippedIndices : public testing::Test {
 protected:
  double moved(double kroner, PriceIndex index, int from, int to) const {
    return at_level(kroner, indices_, index, from, to).value();
  }
  const IndexTable indices_ = test::shipped_scenario().catalogue.indices;
};

/// Rates that were published for both years and of which the index was not made.
TEST_F(ShippedIndices, MoveOtherBenefitsToTheirPublishedRates) {
  constexpr auto index = PriceIndex::satsregulering;
  EXPECT_NEAR(moved(4465, index, 2022, 2023), 4550, 4);    // sickness benefit a week
  EXPECT_NEAR(moved(11944, index, 2023, 2024), 12326, 2);  // cash benefit, other than providers
  EXPECT_NEAR(moved(15172, index, 2023, 2024), 15658, 2);  // cash benefit, single parent
  EXPECT_NEAR(moved(19360, index, 2022, 2024), 20370, 4);  // disability pension, single
  EXPECT_NEAR(moved(4355, index, 2019, 2022), 4465, 4);    // sickness benefit a week
  EXPECT_NEAR(moved(4300, index, 2018, 2019), 4355, 4);
}

TEST_F(ShippedIndices, RiseByWhatTheirSourcesSay) {
  EXPECT_EQ(moved(100'000, PriceIndex::pl, 2022, 2023), 102'500);
  EXPECT_NEAR(moved(100'000, PriceIndex::pl, 2023, 2024), 104'000, 1);
  // 0.4, 0.5, 0.5, 1.2, 1.9, 1.3, 1.1, 1.2 and 4.3 per cent.
  EXPECT_NEAR(moved(100'000, PriceIndex::pl, 2013, 2022),
              100'000 * 1.004 * 1.005 * 1.005 * 1.012 * 1.019 * 1.013 * 1.011 * 1.012 * 1.043, 2);
  EXPECT_NEAR(moved(100'000, PriceIndex::psl, 2022, 2023), 103'000, 50);  // "3.0 per cent"
  EXPECT_NEAR(moved(100'000, PriceIndex::psl, 2021, 2022), 101'200, 50);  // "1.2 per cent"
  EXPECT_NEAR(moved(100'000, PriceIndex::psl, 2023, 2024), 103'500, 50);  // "3.5 per cent"
  // (107.9 + 109.5 + … + 116.0) / (98.7 + 99.8 + … + 99.8), months of 2022 and 2015.
  EXPECT_EQ(moved(1'200'000, PriceIndex::net_price, 2015, 2022), 1'362'396);
}

TEST_F(ShippedIndices, StayUnknownWhereAYearIsNotWhole) {
  for (const int year : {2013, 2014, 2024}) {
    EXPECT_EQ(indices_.find(PriceIndex::net_price, year), nullptr) << year;
  }
}

}  // namespace
}  // namespace samspil
