#include "model/appraisal/paired_error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

struct Site {
  Ore base;
  Ore arm;
};

PairedMoments moments_of(const std::vector<Site>& sites) {
  PairedMoments m;
  for (const auto& [base, arm] : sites) m += test::paired(base, arm);
  return m;
}

template <class Value>
double variance(const std::vector<Site>& sites, Value value) {
  double mean = 0;
  for (const Site& site : sites) mean += static_cast<double>(value(site));
  mean /= static_cast<double>(sites.size());
  double sum = 0;
  for (const Site& site : sites) sum += std::pow(static_cast<double>(value(site)) - mean, 2);
  return sum / static_cast<double>(sites.size() - 1);
}

TEST(PairedErrorOf, EqualsTheDirectComputationOnSyntheticSites) {
  std::vector<Site> sites;  // 30 sites × 4 draws
  for (std::int64_t i = 0; i < 120; ++i) {
    const Ore base = 400'000'000 + (i * 7919 % 1009) * 100'000;
    sites.push_back({base, base - 1'000'000 + (i * 104729 % 997) * 1'000});
  }
  const double saving = variance(sites, [](const Site& s) { return s.base - s.arm; });
  const double apart = variance(sites, [](const Site& s) { return s.base; }) +
                       variance(sites, [](const Site& s) { return s.arm; });

  const PairedError error = pooled_error(moments_of(sites), 30, 4);

  EXPECT_NEAR(error.standard_error.value(), std::sqrt(120 * saving) / 4 / 100, 1e-6);
  ASSERT_TRUE(error.variance_ratio.has_value());
  EXPECT_NEAR(*error.variance_ratio, apart / saving, 1e-9 * apart / saving);
}

TEST(PairedErrorOf, IsExactFarFromZero) {
  // A double would lose the spread of one øre beside 10^15.
  const PairedMoments moments =
      moments_of({{1'000'000'000'000'000, 0}, {1'000'000'000'000'001, 0}});

  EXPECT_NEAR(pooled_error(moments, 2, 1).standard_error.value(), std::sqrt(2 * 0.5) / 100, 1e-12);
}

TEST(PairedErrorOf, SaysNothingOfOneSite) {
  const PairedError error = pooled_error(moments_of({{5, 3}}), 1, 1);

  EXPECT_FALSE(error.standard_error.has_value());
  EXPECT_FALSE(error.variance_ratio.has_value());
}

}  // namespace
}  // namespace samspil
