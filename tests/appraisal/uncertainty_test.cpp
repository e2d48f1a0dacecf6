#include "model/appraisal/uncertainty.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "model/core/random.hpp"
#include "model/core/statistics.hpp"
#include "model/inputs/distribution.hpp"
#include "model/inputs/quantile.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

TEST(Uncertainty, HasTheSmallestDrawThatSoManyDoNotExceed) {
  std::vector<double> draws;
  for (int draw = 0; draw < 100; ++draw) draws.push_back(59 - draw);  // -40, -39, …, 59
  const Uncertainty of = uncertainty_of(draws, std::nullopt, std::nullopt);
  EXPECT_DOUBLE_EQ(of.mean, 9.5);
  EXPECT_DOUBLE_EQ(of.p05, -36);
  EXPECT_DOUBLE_EQ(of.p50, 9);
  EXPECT_DOUBLE_EQ(of.p95, 54);
  EXPECT_DOUBLE_EQ(of.probability_of_saving, 0.59);  // nought is no saving
  EXPECT_FALSE(of.luck_share);
}

/// Where no whole number of draws is so large a share, the next draw above.
TEST(Uncertainty, HasTheNextDrawAboveAsPercentile) {
  const Uncertainty of = uncertainty_of({7, 6, 5, 4, 3, 2, 1}, std::nullopt, std::nullopt);
  EXPECT_EQ(of.p05, 1);
  EXPECT_EQ(of.p50, 4);
  EXPECT_EQ(of.p95, 7);
  std::vector<double> hundred(100);
  for (std::size_t i = 0; i < hundred.size(); ++i) hundred[i] = static_cast<double>(i + 1);
  for (const int p : {1, 7, 14, 28, 29, 55, 56, 57, 58, 100}) {
    EXPECT_EQ(percentile(hundred, p / 100.0), p);  // a rounding above is no next draw
  }
}

/// Expected savings of a normal distribution seen through luck of another: what is found is the
/// distribution without luck.
TEST(Uncertainty, IsThatOfTheExpectedSavingWithoutLuck) {
  constexpr int n = 20'000;
  constexpr double middle = 2, inputs = 3, luck = 4;
  const auto normal = [](int draw, std::uint64_t who) {
    const double u = uniform(
        keyed_block({9, static_cast<std::uint32_t>(draw)}, Identity{who}, 0, BlockNumber{0})[0]);
    return quantile(Distribution{DistributionKind::normal, {0, 1}},
                    std::min(std::max(u, 1e-9), 1 - 1e-9));
  };
  std::vector<double> draws;
  for (int d = 0; d < n; ++d) draws.push_back(middle + inputs * normal(d, 1) + luck * normal(d, 2));

  const Uncertainty of = uncertainty_of(draws, luck * luck, std::nullopt);

  const double five_sigma = 5 * std::sqrt(25.0 / n);
  EXPECT_NEAR(of.mean, middle, five_sigma);
  EXPECT_NEAR(of.p50, middle, 1.3 * five_sigma);
  EXPECT_NEAR(of.p05, middle - 1.6449 * inputs, 2 * five_sigma);
  EXPECT_NEAR(of.p95, middle + 1.6449 * inputs, 2 * five_sigma);
  EXPECT_NEAR(of.probability_of_saving, 0.5 * std::erfc(-middle / inputs / std::sqrt(2.0)), 0.02);
  EXPECT_NEAR(*of.luck_share, 16.0 / 25, 0.03);
  EXPECT_NEAR(variance_of(freed_of_luck(draws, luck * luck)), variance_of(draws) - luck * luck,
              1e-9);
}

TEST(Uncertainty, IsNoneWhereLuckIsMoreThanDrawsDiffer) {
  const Uncertainty of = uncertainty_of({-1, 0, 4}, 1e6, 5.0);
  EXPECT_EQ(of.p05, 1);
  EXPECT_EQ(of.p95, 1);
  EXPECT_EQ(of.probability_of_saving, 1);
  EXPECT_EQ(of.luck_share, 1.0);
  EXPECT_EQ(of.monte_carlo_error, 5.0);
}

TEST(Uncertainty, OfEqualDrawsIsTheirValue) {
  const Uncertainty of = uncertainty_of({-3, -3, -3}, 0.0, 0.0);
  EXPECT_EQ(of.mean, -3);
  EXPECT_EQ(of.p05, -3);
  EXPECT_EQ(of.p95, -3);
  EXPECT_EQ(of.probability_of_saving, 0);
  EXPECT_FALSE(of.luck_share);
}

TEST(Uncertainty, IsNothingOfOneDraw) {
  const RunResult result = test::fake_run(test::fake_scenario(), 3, 2);
  for (const auto& budget : budget_uncertainties(result, 1, Discounting{})) EXPECT_FALSE(budget);
}

TEST(Uncertainty, IsPaidBackWhereTheCumulatedResultStaysAbove) {
  EXPECT_EQ(paid_back_in(std::vector<double>{-1, 2, -3, 0}), 4);
  EXPECT_EQ(paid_back_in(std::vector<double>{-1, 2, 3, 4}), 2);
  EXPECT_EQ(paid_back_in(std::vector<double>{0, 2}), 1);
  EXPECT_FALSE(paid_back_in(std::vector<double>{5, -1}));
}

/// Two arms of one strategy over one site and several draws, each with these results by year [kr.]
/// of the municipality's families; the second arm is without effect.
RunResult result_of(const std::vector<std::vector<int>>& effect,
                    const std::vector<std::vector<int>>& none) {
  RunResult result;
  result.arms = {{0, EffectLevel::none}, {1, EffectLevel::none}, {1, EffectLevel::centre}};
  result.draws = static_cast<std::uint32_t>(effect.size());
  result.sites = 1;
  const std::size_t years = effect.front().size();
  result.counts.resize(3);
  for (ArmCounts& arm : result.counts) arm.years.resize(years);
  result.accounts = RunAccounts{effect.size(), 3, years};
  for (std::size_t draw = 0; draw < effect.size(); ++draw) {
    for (const std::size_t arm : {1U, 2U}) {
      Ledger ledger;
      for (std::size_t year = 0; year < years; ++year) {
        LedgerCell cell;
        cell.year = static_cast<int>(year) + 1;
        cell.department = Department::child_family;
        cell.amount = -100 * (arm == 1 ? none : effect)[draw][year];
        ledger.push_back(cell);
      }
      result.accounts.add(draw, arm, ledger, result.counts[arm]);
    }
  }
  return result;
}

TEST(Uncertainty, CountsDrawsThatPayBackAndThatDoBetter) {
  const RunResult result =
      result_of({{-9, 10}, {1, 1}, {5, -9}, {-2, -2}}, {{-9, 0}, {1, 2}, {5, -10}, {-2, -2}});
  const auto all = budget_uncertainties(result, 2, {DiscountRate::flat(1), Timing::end});
  const BudgetUncertainty& of = *all[index_of(Purse::municipality)];
  EXPECT_DOUBLE_EQ(of.in_all.mean, (1 + 2 - 4 - 4) / 4.0);
  EXPECT_DOUBLE_EQ(of.in_all.probability_of_saving, 0.5);
  EXPECT_DOUBLE_EQ(of.probability_better_than_no_effect, 0.5);
  EXPECT_NEAR(of.probability_error, std::sqrt(0.5 * 0.5 / 6), 1e-12);
  EXPECT_EQ(of.payback_probability, (std::vector<double>{0.25, 0.5}));
  EXPECT_DOUBLE_EQ(of.yearly[0].mean, -5.0 / 4);
  EXPECT_DOUBLE_EQ(of.yearly[1].p95, 10);
  // At 100 % a year the first counts a half, the second a quarter.
  EXPECT_DOUBLE_EQ(of.net_present_value->mean, -5.0 / 4 / 2 + 0.0 / 4 / 4);
  EXPECT_DOUBLE_EQ(of.net_present_value->p95, 0.75);
  EXPECT_FALSE(of.in_all.monte_carlo_error);  // one site tells no luck
  const std::size_t children = first_department_budget + index_of(Department::child_family);
  EXPECT_DOUBLE_EQ(all[children]->in_all.mean, of.in_all.mean);
  EXPECT_DOUBLE_EQ(all[index_of(Purse::state)]->in_all.p95, 0);
}

TEST(Uncertainty, IsOfAllFamiliesWhereADrawLivesAPart) {
  RunResult result = result_of({{2}, {4}, {-3}}, {{1}, {1}, {1}});
  const auto of = [&] {
    return *budget_uncertainties(result, 2, Discounting{})[index_of(Purse::all_public)];
  };
  const double all = of().in_all.mean;
  result.sites = 10;
  result.sites_per_draw = 1;
  EXPECT_DOUBLE_EQ(of().in_all.mean, 10 * all);
  EXPECT_DOUBLE_EQ(of().in_all.p05, -30);
  EXPECT_DOUBLE_EQ(of().yearly[0].p95, 40);
}

/// The accounts of very many runs are not kept; what they saved is.
TEST(Uncertainty, OfThePursesOverAllYearsNeedsNoAccounts) {
  RunResult result = result_of({{2}, {4}, {-3}}, {{1}, {1}, {1}});
  result.savings.resize(9);
  for (std::size_t draw = 0; draw < 3; ++draw) {
    const auto own = result.accounts.of(draw, 2)[0].consequences;
    result.savings[3 * draw + 2][index_of(Purse::all_public)] = -own[0][0];
  }
  const auto kept = budget_uncertainties(result, 2, Discounting{});
  result.accounts = RunAccounts{};
  const auto without = budget_uncertainties(result, 2, Discounting{});
  EXPECT_EQ(without[0]->in_all.mean, kept[0]->in_all.mean);
  EXPECT_EQ(without[0]->in_all.p05, kept[0]->in_all.p05);
  EXPECT_TRUE(without[0]->yearly.empty());
  EXPECT_FALSE(without[0]->net_present_value);
  EXPECT_FALSE(without[first_department_budget]);
}

}  // namespace
}  // namespace samspil
