// RiskPaths on the unchanged engine, against the cohort that its rates give without chance. The
// rates: openM++, RiskPaths, parameters/Default/RiskPaths.dat, of the Generations and Gender
// Survey.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "bench/riskpaths_model.hpp"

namespace samspil::bench {
namespace {

using namespace riskpaths;

struct Cohort {
  std::array<double, age_groups> pregnancies{};
  std::array<double, 5> entered{};
};

/// The cohort in small steps of age; who entered a status in one step moves on together.
Cohort exact_cohort() {
  constexpr int steps_per_year = 80;
  constexpr double step = 1.0 / steps_per_year;
  struct Entered {
    std::size_t status;
    int at;  ///< Step.
    double share;
  };
  Cohort cohort;
  std::vector<Entered> women{{never_in_union, 0, 1.0}};
  const int steps = static_cast<int>((last_age - first_age) * steps_per_year);
  for (int now = 0; now < steps; ++now) {
    const auto group = static_cast<std::size_t>(now * step / age_step);
    std::array<double, 5> entering{};
    for (Entered& same : women) {
      const double duration = (now - same.at) * step;
      std::size_t interval = 0;
      while (duration >= leaving[same.status].until[interval]) ++interval;
      const double bears = pregnancy_rate(group, same.status, interval);
      const double moves = leaving_rate(group, same.status, interval);
      const double gone = same.share * -std::expm1(-(bears + moves) * step);
      same.share -= gone;
      cohort.pregnancies[group] += gone * bears / (bears + moves);
      if (moves > 0) entering[same.status + 1] += gone * moves / (bears + moves);
    }
    for (std::size_t status = 1; status < entering.size(); ++status) {
      if (entering[status] > 0) women.push_back({status, now + 1, entering[status]});
      cohort.entered[status] += entering[status];
    }
  }
  return cohort;
}

TEST(RiskPaths, HasTheCohortOfItsRatesAsItsLimit) {
  constexpr std::uint64_t women = 200'000;
  RunPlan plan;
  plan.units = women;
  plan.units_per_block = 4096;
  plan.draws = plan.arms = 1;
  const RiskPaths::Tally tally = run_sum(RiskPaths{}, plan);
  const Cohort exact = exact_cohort();

  const auto expect_share = [](std::int64_t count, double share, const char* what, std::size_t i) {
    const double sigma = std::sqrt(share * (1 - share) / women);
    // Steps of an eightieth of a year tell a share to some thousandths of itself.
    EXPECT_NEAR(static_cast<double>(count) / women, share, 5 * sigma + 0.004 * share) << what << i;
  };
  EXPECT_EQ(tally.women, women);
  double childless = 1;
  for (std::size_t i = 0; i < age_groups; ++i) {
    expect_share(tally.pregnancies[i], exact.pregnancies[i], "pregnancies at ages ", i);
    childless -= exact.pregnancies[i];
  }
  for (std::size_t i = 1; i < 5; ++i) {
    expect_share(tally.entered[i], exact.entered[i], "entered status ", i);
  }
  expect_share(tally.childless(), childless, "childless", 0);
}

TEST(RiskPaths, IsTheSameOnAnyNumberOfThreads) {
  RunPlan plan;
  plan.units = 20'000;
  plan.units_per_block = 512;
  plan.draws = plan.arms = 1;
  const RiskPaths::Tally one = run_sum(RiskPaths{}, plan);
  plan.execution = 3;
  const RiskPaths::Tally three = run_sum(RiskPaths{}, plan);
  EXPECT_EQ(one.pregnancies, three.pregnancies);
  EXPECT_EQ(one.entered, three.entered);
}

}  // namespace
}  // namespace samspil::bench
