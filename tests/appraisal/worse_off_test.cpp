#include "model/appraisal/worse_off.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/inputs/distribution.hpp"
#include "model/inputs/quantile.hpp"
#include "tests/statistics.hpp"

namespace samspil {
namespace {

constexpr std::uint32_t replicates = 48;

double normal(std::uint32_t a, std::uint64_t b) {
  const double u = uniform(keyed_block({23, a}, Identity{b}, 0, BlockNumber{0})[0]);
  return quantile(Distribution{DistributionKind::normal, {0, 1}},
                  std::min(std::max(u, 1e-9), 1 - 1e-9));
}

/// Families whose expected days more are `expected(family)`, each seen through luck of one standard
/// deviation `luck` in 48 replicates; work days alone.
FamilyReplicates made_up(std::size_t families, const auto& expected, double luck) {
  FamilyReplicates again{replicates, 1, std::vector<std::uint32_t>(families),
                         std::vector<ReplicateSums>(families * family_outcome_count)};
  for (std::size_t f = 0; f < families; ++f) {
    again.groups[f] = 1U << (f % 2);
    for (std::uint32_t r = 0; r < replicates; ++r) {
      again.sums[f * family_outcome_count].add(std::llround(expected(f) + luck * normal(r, f)));
    }
  }
  return again;
}

WorseOffShare share_of(const FamilyReplicates& again) {
  return *worse_off(again, 0, FamilyOutcome::work_days).all;
}

/// A plain share would call one family in six worse off of those who lose nothing.
TEST(WorseOff, IsNobodyWhereOnlyLuckDiffers) {
  const FamilyReplicates again = made_up(
      2'000, [](std::size_t) { return 0.0; }, 200);
  int plain = 0;
  for (std::size_t f = 0; f < again.families(); ++f) {
    plain += static_cast<double>(again.of(f, 0, FamilyOutcome::work_days).sum) / replicates <
             -worse_off_days;
  }
  test::expect_binomial(plain, 2'000, 0.166);
  const WorseOffShare of = share_of(again);
  EXPECT_EQ(of.families, 2'000U);
  EXPECT_LT(of.share, 0.01);
  EXPECT_LT(of.told_apart, 0.015);
}

/// Who loses just the threshold is told worse off by mistake in 5 %.
TEST(WorseOff, IsToldByMistakeInOneOfTwentyAtTheThreshold) {
  const WorseOffShare of = share_of(made_up(
      4'000, [](std::size_t) { return -worse_off_days; }, 200));
  const double t_share = 0.0483;  // beyond 1.696 of Student's t with 47 degrees of freedom
  test::expect_binomial(std::llround(of.told_apart * 4'000), 4'000, t_share);
  EXPECT_LT(of.better_told_apart, 0.002);
}

TEST(WorseOff, IsTheShareOfThoseWhoLose) {
  const auto expected = [](std::size_t f) { return 100 * normal(1'000, f); };
  const WorseOffShare of = share_of(made_up(4'000, expected, 300));
  const double share = 0.5 * std::erfc(worse_off_days / 100 / std::sqrt(2.0));
  EXPECT_NEAR(of.share, share, 5 * std::sqrt(share * (1 - share) / 4'000));
  EXPECT_LT(of.told_apart, of.share);  // some are too near to tell
  EXPECT_GT(of.told_apart, 0.15);
  EXPECT_NEAR(of.told_apart, of.better_told_apart, 0.05);
}

TEST(WorseOff, IsToldByGroupWhereThatIsLargeEnough) {
  const auto expected = [](std::size_t f) { return f % 2 == 0 ? -100.0 : 0.0; };
  const WorseOff of = worse_off(made_up(100, expected, 1), 0, FamilyOutcome::work_days);
  EXPECT_EQ(of.all->share, 0.5);
  EXPECT_EQ(of.groups[0]->share, 1);
  EXPECT_EQ(of.groups[1]->share, 0);
  EXPECT_EQ(of.groups[0]->families, 50U);
  EXPECT_FALSE(of.groups[2]);
  EXPECT_FALSE(worse_off(made_up(98, expected, 1), 0, FamilyOutcome::work_days).groups[0]);
}

TEST(WorseOff, JudgesNobodyByFewReplicates) {
  FamilyReplicates again = made_up(
      10, [](std::size_t) { return -100.0; }, 1);
  EXPECT_FALSE(worse_off(again, 0, FamilyOutcome::home_days).all);  // never lived
  again.sums[0].count = fewest_replicates - 1;
  EXPECT_EQ(share_of(again).families, 9U);
}

}  // namespace
}  // namespace samspil
