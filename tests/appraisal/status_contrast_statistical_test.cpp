#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

#include "model/appraisal/status_contrast.hpp"
#include "tests/statistics.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

constexpr Ore ore = 100;

const std::vector<Coefficient>& kroner(const StatusContrast& contrast, ContrastGroup group,
                                       Adjustment adjustment) {
  return contrast[index_of(group)].kroner[index_of(adjustment)].by_outcome;
}

/// Made-up adults and children, one of each to a family. `make` sets what each is and costs [kr.].
template <class Make>
FollowedGroup made_up(std::size_t families, const Make& make) {
  FollowedGroup group{CostLines{test::shipped_scenario().catalogue, 4}, {}, {}, {}, families};
  std::mt19937 chance{20221129};
  for (std::size_t i = 0; i < 2 * families; ++i) {
    TargetPerson person;
    person.origin = static_cast<std::uint32_t>(i / 2);
    person.is_child = i % 2 == 1;
    person.age = static_cast<std::uint8_t>(person.is_child ? chance() % 20 : 20 + chance() % 30);
    person.frailty = static_cast<float>(chance() % 1000) / 500;
    std::vector<Ore> costs(group.lines.count());
    costs[group.lines.of_total()] = make(person, chance) * ore;
    group.people.push_back(person);
    group.costs.insert(group.costs.end(), costs.begin(), costs.end());
  }
  return group;
}

void expect_within_errors(const Coefficient& own, double expected) {
  EXPECT_GT(own.standard_error, 0);
  EXPECT_NEAR(own.value, expected, test::allowed_errors * own.standard_error);
}

TEST(StatusContrast, OfAConstantCostIsNought) {
  const FollowedGroup group = made_up(300, [](TargetPerson& person, std::mt19937& chance) {
    person.succeeds = chance() % 3 == 0;
    person.sex = chance() % 2 == 0 ? Sex::man : Sex::woman;
    person.challenges[chance() % challenge_count] = true;
    person.was_placed = chance() % 4 == 0;
    person.week_48 = LabourStatus(chance() % labour_status_count);
    return Ore{123'456};
  });
  const StatusContrast contrast = status_contrast(group);
  for (const GroupContrast& own : contrast) {
    for (const FirstCoefficients& lines : own.kroner) {
      ASSERT_FALSE(lines.by_outcome.empty());
      for (const Coefficient& line : lines.by_outcome) {
        EXPECT_NEAR(line.value, 0, 1e-6);
        EXPECT_NEAR(line.standard_error, 0, 1e-6);
      }
    }
  }
}

TEST(StatusContrast, IsTheEffectWhereSuccessIsRandom) {
  constexpr Ore saved = 40'000;
  const FollowedGroup group = made_up(4'000, [](TargetPerson& person, std::mt19937& chance) {
    person.succeeds = chance() % 4 == 0;
    const Ore before = 200'000 + 3'000 * person.age + static_cast<Ore>(chance() % 300'000);
    return before - (person.succeeds ? saved : 0);
  });
  const StatusContrast contrast = status_contrast(group);
  for (const Adjustment adjustment :
       {Adjustment::raw, Adjustment::as_published, Adjustment::status_before}) {
    expect_within_errors(kroner(contrast, ContrastGroup::adult, adjustment)[0], saved);
    expect_within_errors(kroner(contrast, ContrastGroup::child, adjustment)[0], saved);
    expect_within_errors(kroner(contrast, ContrastGroup::adult_and_child, adjustment)[0],
                         2 * saved);
  }
}

TEST(StatusContrast, IsSelectionUntilWhatSelectsIsHeldAlike) {
  // Success does nothing. Adults who were in a job succeed more and cost less; children who were
  // placed belong less to a success and cost more.
  const FollowedGroup group = made_up(4'000, [](TargetPerson& person, std::mt19937& chance) {
    const bool is_well = chance() % 2 == 0;
    person.week_48 = is_well ? LabourStatus::ordinary_job : LabourStatus::cash_benefit;
    person.was_placed = !is_well;
    person.succeeds = chance() % 10 < (is_well ? 6 : 2);
    return Ore{is_well ? 300'000 : 700'000} + static_cast<Ore>(chance() % 200'000);
  });
  const StatusContrast contrast = status_contrast(group);
  for (const ContrastGroup own : {ContrastGroup::adult, ContrastGroup::child}) {
    const Coefficient raw = kroner(contrast, own, Adjustment::raw)[0];
    EXPECT_GT(raw.value, 20 * raw.standard_error);
    const Coefficient adjusted = kroner(contrast, own, Adjustment::as_published)[0];
    EXPECT_GT(adjusted.value, 20 * adjusted.standard_error);
    expect_within_errors(kroner(contrast, own, Adjustment::status_before)[0], 0);
  }
}

/// Whoever is `picked` succeeds more and costs more; success does nothing. Held alike, it is seen.
template <class Pick>
void expect_held_alike(ContrastGroup own, Adjustment adjustment, const Pick& pick,
                       const std::string& what) {
  const FollowedGroup group = made_up(3'000, [&](TargetPerson& person, std::mt19937& chance) {
    person.sex = chance() % 2 == 0 ? Sex::man : Sex::woman;
    for (bool& met : person.challenges) met = chance() % 3 == 0;
    person.both_parents = person.is_child && chance() % 2 == 0;
    const bool picked = pick(person);
    person.succeeds = chance() % 10 < (picked ? 7 : 2);
    return Ore{picked ? 700'000 : 300'000} + static_cast<Ore>(chance() % 100'000);
  });
  const StatusContrast contrast = status_contrast(group);
  const Coefficient raw = kroner(contrast, own, Adjustment::raw)[0];
  EXPECT_LT(raw.value, -20 * raw.standard_error) << what;
  const Coefficient adjusted = kroner(contrast, own, adjustment)[0];
  EXPECT_NEAR(adjusted.value, 0, test::allowed_errors * adjusted.standard_error) << what;
}

TEST(StatusContrast, HoldsAgeSexChallengesParentsAndFrailtyAlike) {
  const auto man = [](const TargetPerson& person) { return person.sex == Sex::man; };
  const auto challenged = [](const TargetPerson& person) { return person.challenges[5]; };
  for (const ContrastGroup own : {ContrastGroup::adult, ContrastGroup::child}) {
    expect_held_alike(own, Adjustment::as_published, man, "sex");
    expect_held_alike(own, Adjustment::as_published, challenged, "challenge");
  }
  expect_held_alike(
      ContrastGroup::adult, Adjustment::as_published,
      [](const TargetPerson& person) { return (person.age - 15) / 5 % 2 == 1; }, "age of an adult");
  expect_held_alike(
      ContrastGroup::child, Adjustment::as_published,
      [](const TargetPerson& person) { return person.age % 3 == 1; }, "age of a child");
  expect_held_alike(
      ContrastGroup::child, Adjustment::as_published,
      [](const TargetPerson& person) { return person.both_parents; }, "both parents");
  expect_held_alike(
      ContrastGroup::child, Adjustment::status_before,
      [](const TargetPerson& person) { return person.frailty > 1; }, "frailty");
}

TEST(StatusContrast, CountsWhoSucceedsAndWhoDidBefore) {
  const FollowedGroup group = made_up(100, [](TargetPerson& person, std::mt19937& chance) {
    person.succeeds = person.origin < 30;
    const bool works_before = 20 <= person.origin && person.origin < 40;  // ten of them succeed
    person.week_48 = works_before ? LabourStatus::flexjob : LabourStatus::disability_pension;
    return static_cast<Ore>(chance() % 1000);
  });
  const auto [adult, child, both] = status_contrast(group);
  EXPECT_EQ(adult.people, 100U);
  EXPECT_EQ(adult.successes, 30U);
  EXPECT_EQ(adult.successes_before, 10U);
  EXPECT_EQ(child.successes, 30U);
  EXPECT_EQ(child.successes_before, 0U);
}

TEST(StatusContrast, IsEmptyWhereNobodySucceeds) {
  const FollowedGroup group = made_up(
      50, [](TargetPerson&, std::mt19937& chance) { return static_cast<Ore>(chance() % 1000); });
  for (const GroupContrast& own : status_contrast(group)) {
    for (const FirstCoefficients& lines : own.kroner) EXPECT_TRUE(lines.by_outcome.empty());
  }
}

/// The model's own families: half of them, by coin, find jobs more easily. Compared between the
/// halves this is what it is when each family is compared with itself.
TEST(StatusContrast, BetweenRandomHalvesIsTheEffectOnTheSameFamilies) {
  Scenario scenario = test::small_scenario();
  scenario.population.families = 6'000;
  const Pool pool = make_pool(scenario, 0, {});
  const FollowedGroup base = follow_target_group({scenario, pool}, 0);
  const FollowedGroup moved = follow_target_group({scenario, pool, 8.0}, 0);
  ASSERT_EQ(base.people.size(), moved.people.size());

  FollowedGroup mixed = base;
  std::mt19937 chance{20221129};
  std::vector<bool> coin(base.origins);
  for (std::size_t c = 0; c < coin.size(); ++c) coin[c] = chance() % 2 == 0;
  const std::size_t total = base.lines.of_total();
  double saved = 0, squares = 0, adults = 0;
  for (std::size_t i = 0; i < base.people.size(); ++i) {
    TargetPerson& person = mixed.people[i];
    person.succeeds = coin[person.origin];
    const Ore own = person.succeeds ? moved.costs_of(i)[total] : base.costs_of(i)[total];
    mixed.costs[i * base.lines.count() + total] = own;
    if (person.is_child) continue;
    const double effect =
        static_cast<double>(base.costs_of(i)[total] - moved.costs_of(i)[total]) / ore;
    ++adults;
    saved += effect;
    squares += effect * effect;
  }
  const double effect = saved / adults;
  EXPECT_GT(effect, 20'000);
  const StatusContrast contrast = status_contrast(mixed);
  for (const Adjustment adjustment :
       {Adjustment::raw, Adjustment::as_published, Adjustment::status_before}) {
    expect_within_errors(kroner(contrast, ContrastGroup::adult, adjustment)[total], effect);
  }
  // What is held alike tells much of the cost, so the error falls.
  EXPECT_LT(kroner(contrast, ContrastGroup::adult, Adjustment::status_before)[total].standard_error,
            0.9 * kroner(contrast, ContrastGroup::adult, Adjustment::raw)[total].standard_error);
}

TEST(EffectPerUnit, IsARatioOfSumsWithTheErrorOfARatio) {
  FollowedGroup base = made_up(3, [](TargetPerson&, std::mt19937&) { return Ore{0}; });
  FollowedGroup moved = base;
  for (std::uint32_t i = 0; i < 3; ++i) {
    base.families.push_back({i, {900 * ore, 400 * ore}, {100 * ore, 100 * ore}, {}, 0, 0});
    moved.families.push_back(base.families.back());
  }
  EXPECT_FALSE(effect_per_unit(base, moved, EffectUnit::parent_year_in_work).has_value());
  moved.families[0] = {0, {600 * ore, 310 * ore}, {80 * ore, 90 * ore}, {77, 7}, 364, 1};
  moved.families[1] = {1, {900 * ore, 400 * ore}, {100 * ore, 100 * ore}, {}, 364, 0};
  const auto effect = effect_per_unit(base, moved, EffectUnit::parent_year_in_work);
  ASSERT_TRUE(effect.has_value());
  EXPECT_DOUBLE_EQ(effect->units, 2);
  EXPECT_DOUBLE_EQ(effect->all_public.value, 160);
  EXPECT_DOUBLE_EQ(effect->adults.value, 150);
  EXPECT_DOUBLE_EQ(effect->children.value, 10);
  EXPECT_DOUBLE_EQ(effect->municipality.value, 50);
  EXPECT_DOUBLE_EQ(effect->all_public.standard_error, std::sqrt(2 * 160.0 * 160.0) / 2);
  EXPECT_DOUBLE_EQ(effect->work_years, 1);
  const auto by_success = effect_per_unit(base, moved, EffectUnit::success);
  EXPECT_DOUBLE_EQ(by_success->all_public.value, 320);
  EXPECT_DOUBLE_EQ(by_success->work_years, 2);
}

}  // namespace
}  // namespace samspil
