// The rule that turns an observation into centre and range, against sums by hand.
#include "model/inputs/evidence.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace samspil {
namespace {

EvidenceRule rule_of_thumb() {
  EvidenceRule rule;
  rule.prior_spread.value = 0.2;
  rule.error[index_of(Design::randomised)].value = 0.1;
  rule.error[index_of(Design::quasi_experiment)].value = 0.2;
  rule.error[index_of(Design::before_after)].value = 0.6;
  rule.together[index_of(CommonFactor::effects)].value = 0.6;
  return rule;
}

Effect settled(double observed, Design design, Hook hook = Hook::placement_entry,
               double transfer = 1) {
  Strategy strategy;
  Effect effect;
  effect.hook = hook;
  effect.observed = observed;
  effect.design = design;
  effect.transfer = transfer;
  strategy.effects.push_back(effect);
  settle_effects(strategy, rule_of_thumb());
  return strategy.effects.front();
}

TEST(EvidenceRule, BelievesADesignAsFarAsItsErrorAllows) {
  const EvidenceRule rule = rule_of_thumb();
  EXPECT_DOUBLE_EQ(rule.shrinkage(Design::randomised), 0.8);
  EXPECT_DOUBLE_EQ(rule.shrinkage(Design::quasi_experiment), 0.5);
  EXPECT_DOUBLE_EQ(rule.shrinkage(Design::before_after), 0.1);
  EXPECT_EQ(rule.shrinkage(Design::none), 0);
  EXPECT_DOUBLE_EQ(rule.spread(Design::none), 0.2);
  EXPECT_NEAR(rule.spread(Design::quasi_experiment), 0.2 / std::sqrt(2), 1e-12);
}

/// A conference at the threshold of care (trial) and a key worker (matched families), by hand.
TEST(EvidenceRule, MakesCentreAndRangeOfAnObservation) {
  const Effect matched = settled(0.68, Design::quasi_experiment);
  EXPECT_NEAR(matched.centre, std::sqrt(0.68), 1e-6);
  EXPECT_NEAR(matched.low, std::sqrt(0.68) * std::exp(-1.644854 * 0.1414214), 1e-5);
  EXPECT_NEAR(matched.high, std::sqrt(0.68) * std::exp(1.644854 * 0.1414214), 1e-5);
  EXPECT_NEAR(settled(0.756, Design::randomised).centre, std::pow(0.756, 0.8), 1e-6);
  EXPECT_NEAR(settled(0.68, Design::quasi_experiment, Hook::placement_entry, 0.5).centre,
              std::pow(0.68, 0.25), 1e-6);
}

/// What is hoped for and what is added on the way are shrunk alike.
TEST(EvidenceRule, TreatsGoodAndBadAlike) {
  for (const Design design : {Design::randomised, Design::quasi_experiment, Design::before_after}) {
    const Effect good = settled(0.8, design), bad = settled(1 / 0.8, design);
    EXPECT_NEAR(good.centre * bad.centre, 1, 1e-6);
    EXPECT_NEAR(good.low * bad.high, 1, 1e-6);
  }
  EXPECT_EQ(settled(1, Design::none).centre, 1);
}

TEST(EvidenceRule, PutsWeakAndStrongOnEitherSideByWhatIsHopedFor) {
  const Effect placed = settled(1, Design::none, Hook::placement_entry);
  EXPECT_NEAR(placed.strong, std::exp(-1.644854 * 0.2 * std::sqrt(0.6)), 1e-5);
  EXPECT_NEAR(placed.weak * placed.strong, 1, 1e-6);
  const Effect jobs = settled(1, Design::none, Hook::job_entry);
  EXPECT_NEAR(jobs.strong * placed.strong, 1, 1e-6);
  const Effect activation = settled(2.4, Design::quasi_experiment, Hook::activation_start);
  EXPECT_EQ(activation.strong, activation.centre);
  EXPECT_EQ(activation.weak, activation.centre);
}

TEST(EvidenceRule, LeavesARatioThatIsStatedOutright) {
  Strategy strategy;
  Effect effect;
  effect.hook = Hook::job_entry;
  effect.centre = 1.1, effect.low = 1, effect.high = 1.4;
  strategy.effects.push_back(effect);
  settle_effects(strategy, rule_of_thumb());
  EXPECT_EQ(strategy.effects.front().centre, 1.1);
  EXPECT_NEAR(strategy.effects.front().strong, 1.1 * std::pow(1.4 / 1.1, std::sqrt(0.6)), 1e-5);
  EXPECT_NEAR(strategy.effects.front().weak, 1.1 * std::pow(1 / 1.1, std::sqrt(0.6)), 1e-5);
}

TEST(HopedDirection, IsUpForJobsReturnsAndEndsAndDownForTheRest) {
  const std::set<Hook> up{Hook::job_entry,    Hook::education_entry,    Hook::reunification,
                          Hook::measure_stop, Hook::adult_service_stop, Hook::recovery};
  for (std::size_t i = 0; i < hook_count; ++i) {
    const auto hook = static_cast<Hook>(i);
    const int hoped = hook == Hook::activation_start ? 0 : up.contains(hook) ? 1 : -1;
    EXPECT_EQ(hoped_direction(hook), hoped) << hook_names[i];
  }
}

TEST(RatioAt, RunsFromLowToHighThroughTheCentre) {
  EXPECT_EQ(ratio_at(0.5, 0.9, 2, 0), 0.9);
  EXPECT_NEAR(ratio_at(0.5, 0.9, 2, -ninety_per_cent), 0.5, 1e-6);
  EXPECT_NEAR(ratio_at(0.5, 0.9, 2, ninety_per_cent), 2, 1e-6);
}

}  // namespace
}  // namespace samspil
