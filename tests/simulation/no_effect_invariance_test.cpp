// A strategy without effect is the baseline with other people in the meeting room.
#include <gtest/gtest.h>

#include "model/appraisal/saving.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

bool is_about_enrolment(std::size_t outcome) {
  return outcome >= index_of(Outcome::enrolled_families);
}

constexpr bool is_casework(std::size_t service) {
  return service == index_of(Service::child_case_handling) ||
         service == index_of(Service::job_centre_case_handling) ||
         service == index_of(Service::adult_case_handling);
}

/// The same use but for casework, of which an arm may take over some.
void expect_same_use(const ServiceUse& own, const ServiceUse& base) {
  for (std::size_t s = 0; s < service_count; ++s) {
    if (is_casework(s)) {
      EXPECT_LE(own[s], base[s]) << service_names[s];
    } else {
      EXPECT_EQ(own.in_state[s], base.in_state[s]) << service_names[s];
    }
  }
}

/// Everything but enrolment, the programme's own cost and what it takes over.
void expect_same_lives(const ArmCounts& arm, const ArmCounts& baseline) {
  ASSERT_EQ(arm.years.size(), baseline.years.size());
  for (std::size_t year = 0; year < arm.years.size(); ++year) {
    const YearCounts& own = arm.years[year];
    const YearCounts& base = baseline.years[year];
    expect_same_use(own.use, base.use);
    EXPECT_EQ(own.week_48, base.week_48);
    EXPECT_EQ(own.person_years, base.person_years);
    EXPECT_EQ(own.person_days, base.person_days);
    if (own.work.simulated != base.work.simulated) {  // lived again, or in the baseline's lane
      EXPECT_EQ(own.work.simulated, 0);
    }
    for (std::size_t i = 0; i < outcome_count; ++i) {
      if (is_about_enrolment(i)) continue;
      EXPECT_EQ(own.outcomes[i], base.outcomes[i]) << outcome_names[i];
    }
  }
}

void expect_enrolment(const ArmCounts& arm) {
  EXPECT_GT(test::total_of(arm, Outcome::enrolled_families), 0);
  EXPECT_GT(test::total_of(arm, Outcome::enrolled_days), 0);
  EXPECT_GT(test::total_of(arm, Outcome::coordinators), 0);
}

/// Every hook by every channel at the ratio 1, with relapse, harm and exits as shipped.
Strategy with_every_hook_at_one(const Scenario& scenario) {
  Strategy strategy = scenario.strategies.front();
  strategy.effects.clear();
  for (std::size_t h = 0; h < hook_count; ++h) {
    for (const Channel channel :
         {Channel::effort, Channel::discovery, Channel::substitution, Channel::overlap}) {
      strategy.effects.push_back(test::effect_of(static_cast<Hook>(h), 1.0, channel));
    }
  }
  strategy.levers.harm_share.value = 0.5;
  strategy.levers.takes_over_child_casework.value = 0;
  strategy.levers.takes_over_job_casework.value = 0;
  strategy.levers.takes_over_adult_casework.value = 0;
  return strategy;
}

TEST(NoEffect, OfEveryHookAtOneIsExactlyTheBaseline) {
  Scenario scenario = test::small_scenario();
  scenario.strategies = {with_every_hook_at_one(scenario)};
  const test::World world{std::move(scenario)};

  const auto counts = world.run(test::all_arms(world.scenario()));

  for (const std::size_t arm : {1U, 2U, 3U}) {
    expect_same_lives(counts[arm], counts[0]);
    for (std::size_t y = 0; y < counts[0].years.size(); ++y) {
      EXPECT_EQ(counts[arm].years[y].use, counts[0].years[y].use) << "year " << y + 1;
    }
    expect_enrolment(counts[arm]);
  }
}

/// What the casework costs that an arm takes over.
Ore taken_over(const Scenario& scenario, const ArmCounts& base, const ArmCounts& arm) {
  Ore cost = 0;
  for (std::size_t year = 0; year < base.years.size(); ++year) {
    for (std::size_t s = 0; s < service_count; ++s) {
      if (!is_casework(s)) continue;
      const Hundredths hours = base.years[year].use[s] - arm.years[year].use[s];
      cost += hours * static_cast<Ore>(scenario.catalogue.rows[s].price.value);
    }
  }
  return cost;
}

TEST(NoEffect, OfShippedStrategiesSavesTheCaseworkTakenOverAndNothingElse) {
  const Scenario scenario = test::small_scenario();

  const RunResult result = run_scenario(scenario, 0, {});
  const Appraisal appraisal = appraise(scenario, result);

  ASSERT_EQ(appraisal.strategies.size(), scenario.strategies.size());
  for (const StrategyAppraisal& strategy : appraisal.strategies) {
    const Saving& saving = strategy.at(EffectLevel::none);
    const Levers& levers = scenario.strategies[strategy.strategy].levers;
    const Ore saved = taken_over(scenario, result.counts[0], result.counts[saving.arm]);
    EXPECT_EQ(saved > 0, levers.takes_over_child_casework.value > 0);
    EXPECT_EQ(total(saving.gross_saving, {}), saved);
    EXPECT_EQ(total(saving.gross_saving, {.payer = Payer::municipality}), saved);
    EXPECT_GT(total(saving.programme_cost, {}), 0);
    EXPECT_EQ(total(saving.net_result, {}), saved - total(saving.programme_cost, {}));
    expect_same_lives(result.counts[saving.arm], result.counts[0]);
    expect_enrolment(result.counts[saving.arm]);
  }
}

TEST(NoEffect, AndCentreEnrolTheSameInTheFirstYear) {
  const Scenario scenario = test::small_scenario();
  const auto counts = test::World{scenario}.run(test::all_arms(scenario));
  const auto enrolled = [&](std::size_t arm) {
    return counts[arm].years[0].outcomes[index_of(Outcome::enrolled_families)];
  };

  EXPECT_EQ(enrolled(1), enrolled(2));
  EXPECT_EQ(enrolled(1), enrolled(3));
}

TEST(Baseline, EnrolsNobodyAndPaysNoProgramme) {
  const test::World world{test::small_scenario()};

  const ArmCounts baseline = world.run({{0, EffectLevel::none}})[0];

  for (const YearCounts& year : baseline.years) {
    for (const Ore item : year.programme) EXPECT_EQ(item, 0);
    EXPECT_EQ(year.outcomes[index_of(Outcome::enrolled_families)], 0);
  }
}

}  // namespace
}  // namespace samspil
