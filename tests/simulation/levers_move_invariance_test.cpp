// Every price, lever, hook and mechanism moves something.
#include <gtest/gtest.h>

#include "model/costs/indices.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

/// What an arm counts, but for the work done, which arms in lanes do together.
std::vector<YearCounts> lived(const ArmCounts& arm) {
  std::vector<YearCounts> years = arm.years;
  test::take_work(years);
  return years;
}

Scenario few_families() {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 1'500;
  scenario.population.families = 400;
  return scenario;
}

TEST(EveryPrice, MovesTheMoney) {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 10'000;
  scenario.population.families = 3'000;  // so that the rarest service, a secure unit, is used
  const test::World world{std::move(scenario)};
  const ArmCounts counts = world.run({{0, EffectLevel::none}})[0];
  const auto cost = [&](const Catalogue& catalogue) {
    const PriceTable prices = split_prices(catalogue);
    PayerPrices sum{};
    for (const YearCounts& year : counts.years) {
      const PayerPrices own = cost_of(year.use, prices);
      for (std::size_t p = 0; p < payer_count; ++p) sum[p] += own[p];
    }
    return sum;
  };
  const PayerPrices unchanged = cost(world.scenario().catalogue);
  for (std::size_t s = 0; s < service_count; ++s) {
    Catalogue catalogue = world.scenario().catalogue;
    catalogue.rows[s].price.value += 100;

    EXPECT_NE(cost(catalogue), unchanged) << service_names[s];
  }
}

TEST(Prices, AreThoseOfThePairedMoments) {
  const test::World world{test::small_scenario()};
  Scenario dearer = world.scenario();
  dearer.catalogue.rows[index_of(Service::foster_family)].price.value += 100;
  const std::vector<Arm> arms = test::all_arms(dearer);

  const auto cheap = world.run(arms);
  const auto dear = world.run(dearer, arms);

  Hundredths days = 0;
  for (std::size_t year = 0; year < cheap[0].years.size(); ++year) {
    EXPECT_EQ(dear[0].years[year].use, cheap[0].years[year].use);
    EXPECT_EQ(dear[0].years[year].outcomes, cheap[0].years[year].outcomes);
    days += cheap[0].years[year].use[index_of(Service::foster_family)];
  }
  const Int128 more = dear[0].moments[0].base - cheap[0].moments[0].base;
  const auto price = [](const Scenario& scenario) {
    const Catalogue& catalogue = scenario.catalogue;
    return static_cast<Ore>(
        PriceLevel{catalogue}.price(catalogue.rows[index_of(Service::foster_family)]));
  };
  EXPECT_EQ(static_cast<Ore>(more), days * (price(dearer) - price(world.scenario())));
}

TEST(EveryHook, MovesSomething) {
  Scenario scenario = test::small_scenario();
  std::vector<Strategy> strategies{test::bare_strategy(scenario, {})};
  for (std::size_t h = 0; h < hook_count; ++h) {
    strategies.push_back(
        test::bare_strategy(scenario, {test::effect_of(static_cast<Hook>(h), 3.0)}));
  }
  scenario.strategies = std::move(strategies);
  scenario.mechanisms[index_of(Mechanism::gating)] = false;
  std::vector<Arm> arms{{0, EffectLevel::none}};
  for (std::size_t i = 1; i <= scenario.strategies.size(); ++i) {
    arms.push_back({i, EffectLevel::centre});
  }
  const test::World world{std::move(scenario)};

  const auto counts = world.run(arms);

  for (std::size_t h = 0; h < hook_count; ++h) {
    bool differs = false;
    for (std::size_t year = 0; year < 4; ++year) {
      differs |= counts[h + 2].years[year].use != counts[1].years[year].use ||
                 counts[h + 2].years[year].outcomes != counts[1].years[year].outcomes;
    }
    EXPECT_TRUE(differs) << hook_names[h];
  }
}

TEST(EveryChannel, MovesSomething) {
  Scenario scenario = test::small_scenario();
  scenario.strategies = {test::bare_strategy(scenario, {})};
  for (std::size_t c = 0; c < channel_names.size(); ++c) {
    scenario.strategies.push_back(test::bare_strategy(
        scenario, {test::effect_of(Hook::measure_start, 2.0, static_cast<Channel>(c))}));
  }
  std::vector<Arm> arms{{0, EffectLevel::none}};
  for (std::size_t i = 1; i <= 5; ++i) arms.push_back({i, EffectLevel::centre});
  const test::World world{std::move(scenario)};

  const auto counts = world.run(arms);

  for (std::size_t c = 0; c < channel_names.size(); ++c) {
    EXPECT_NE(counts[c + 2].years[0].use, counts[1].years[0].use) << channel_names[c];
  }
}

TEST(EveryShippedEffect, MovesSomething) {
  Scenario scenario = test::small_scenario();
  scenario.population.families = 400;
  const test::World world{std::move(scenario)};
  for (std::size_t s = 0; s < world.scenario().strategies.size(); ++s) {
    const std::vector<Arm> arms{
        {0, EffectLevel::none}, {s + 1, EffectLevel::centre}, {s + 1, EffectLevel::strong}};
    const auto unchanged = world.run(arms);
    for (std::size_t e = 0; e < world.scenario().strategies[s].effects.size(); ++e) {
      Scenario changed = world.scenario();
      Effect& effect = changed.strategies[s].effects[e];
      SCOPED_TRACE(changed.strategies[s].id + ": " +
                   std::string{hook_names[index_of(effect.hook)]});
      // Without own authority more grants than before act in no case.
      effect.centre = effect.channel == Channel::substitution ? 0.2 : effect.centre + 3;
      EXPECT_NE(world.run(changed, arms)[1].years, unchanged[1].years) << "centre";
      effect.strong = effect.channel == Channel::substitution ? 0.2 : effect.strong + 3;
      EXPECT_NE(world.run(changed, arms)[2].years, unchanged[2].years) << "strong";
      if (effect.channel != Channel::discovery) continue;
      changed = world.scenario();
      changed.strategies[s].effects[e].centre += 0.5;
      const auto long_months = world.run(changed, arms);
      changed.strategies[s].effects[e].months.value *= 2;
      EXPECT_NE(world.run(changed, arms)[1].years, long_months[1].years) << "months";
    }
  }
}

struct NamedLever {
  const char* name;
  Quantity Levers::*quantity;
  double other;  ///< Another admissible value.
};

const std::vector<NamedLever> levers{
    {"caseload", &Levers::caseload, 7},
    {"wage", &Levers::wage, 600'000},
    {"supervision_share", &Levers::supervision_share, 0.3},
    {"training_once", &Levers::training_once, 12'345},
    {"material", &Levers::material, 777},
    {"preparation_once", &Levers::preparation_once, 1'000},
    {"meeting_hours", &Levers::meeting_hours, 33},
    {"meeting_hour_price", &Levers::meeting_hour_price, 444},
    {"development_once", &Levers::development_once, 5'555},
    {"evaluation_per_family", &Levers::evaluation_per_family, 99},
    {"intake_share", &Levers::intake_share, 0.9},
    {"consent_share", &Levers::consent_share, 0.3},
    {"capacity_per_site", &Levers::capacity_per_site, 3},
    {"duration_years", &Levers::duration_years, 1},
    {"aftercare_years", &Levers::aftercare_years, 2},
    {"exit_rate_closed", &Levers::exit_rate_closed, 3},
    {"exit_rate_withdrawn", &Levers::exit_rate_withdrawn, 0.5},
    {"ramp_months", &Levers::ramp_months, 40},
    {"fade_rate", &Levers::fade_rate, 4},
    {"harm_share", &Levers::harm_share, 0.6},
    {"hiring_lag_months", &Levers::hiring_lag_months, 5},
    {"turnover_rate", &Levers::turnover_rate, 2},
    {"handover_share", &Levers::handover_share, 0.1},
    {"caseload_creep", &Levers::caseload_creep, 0.9},
    {"fidelity_caseload", &Levers::fidelity_caseload, 3},
    {"takes_over_child_casework", &Levers::takes_over_child_casework, 0.7},
    {"takes_over_job_casework", &Levers::takes_over_job_casework, 0.7},
    {"takes_over_adult_casework", &Levers::takes_over_adult_casework, 0.7},
    {"joint_plan", &Levers::joint_plan, 0.6},
    {"follow_up_per_year", &Levers::follow_up_per_year, 1},
    {"delegated_grants", &Levers::delegated_grants, 0.9},
    {"civil_society", &Levers::civil_society, 0.9},
    {"joint_financing", &Levers::joint_financing, 0.9},
    {"spill_over", &Levers::spill_over, 0.9},
    {"wait_months", &Levers::wait_months, 20},
    {"network_meeting", &Levers::network_meeting, 0.9},
    {"job_support", &Levers::job_support, 0.9}};

/// An effect on every component, and an order of measures that makes one group wait.
void hang_on_every_component(Strategy& strategy) {
  strategy.levers.order = MeasureOrder::labour_first;
  strategy.levers.wait_months.value = 6;
  for (std::size_t i = 0; i < component_names.size(); ++i) {
    Effect effect = test::effect_of(Hook::measure_start, 1.5, Channel::overlap);
    effect.component = static_cast<Component>(i);
    effect.reference = usual_amount(effect.component);
    strategy.effects.push_back(effect);
  }
}

// The kinds of role are words about the strategy; only role = none acts: it enrols nobody. The
// levers of present practice cost nothing: tests/costs/programme_price_test.cpp.
TEST(EveryLever, MovesSomething) {
  Scenario scenario = test::small_scenario();
  for (Strategy& strategy : scenario.strategies) {
    strategy.levers.duration_years.value = 2;  // so that aftercare and fading are reached
    strategy.levers.intake_share.value = 0.8;  // more than one caseworker, and others in the site
    hang_on_every_component(strategy);
  }
  scenario.population.families = 400;
  const test::World world{std::move(scenario)};
  EXPECT_EQ(levers.size(), 37U);
  for (std::size_t s = 0; s < world.scenario().strategies.size(); ++s) {
    const std::vector<Arm> arms{{0, EffectLevel::none}, {s + 1, EffectLevel::centre}};
    const auto unchanged = world.run(arms);
    for (const NamedLever& lever : levers) {
      Scenario changed = world.scenario();
      (changed.strategies[s].levers.*lever.quantity).value = lever.other;

      const auto counts = world.run(changed, arms);

      EXPECT_NE(lived(counts[1]), lived(unchanged[1])) << lever.name;
      EXPECT_EQ(lived(counts[0]), lived(unchanged[0])) << lever.name;
    }
  }
}

TEST(EveryLever, OfAuthorityDecidesWhetherMoreIsGranted) {
  const test::World world{test::small_scenario()};
  const std::vector<Arm> arms{{0, EffectLevel::none}, {1, EffectLevel::centre}};
  Scenario changed = world.scenario();
  ASSERT_TRUE(changed.strategies[0].levers.authority);
  changed.strategies[0].levers.authority = false;

  EXPECT_NE(lived(world.run(changed, arms)[1]), lived(world.run(arms)[1]));
}

TEST(EveryLever, OfRoleNoneEnrolsNobody) {
  const test::World world{test::small_scenario()};
  Scenario changed = world.scenario();
  changed.strategies[0].levers.role = CoordinationRole::none;

  const auto counts = world.run(changed, {{0, EffectLevel::none}, {1, EffectLevel::strong}});

  EXPECT_EQ(lived(counts[1]), lived(counts[0]));
}

TEST(EveryMechanism, MovesSomething) {
  Scenario scenario = few_families();
  for (Strategy& strategy : scenario.strategies) hang_on_every_component(strategy);
  const auto run = [](const Scenario& one) { return run_scenario(one, 0, {}).counts; };
  const auto unchanged = run(scenario);
  for (std::size_t m = 0; m < mechanism_count; ++m) {
    Scenario changed = scenario;
    changed.mechanisms[m] = !changed.mechanisms[m];

    EXPECT_NE(run(changed), unchanged) << mechanism_names[m];
  }
}

TEST(EveryPopulationSetting, MovesSomething) {
  const Scenario scenario = few_families();
  const auto run = [](const Scenario& one) { return run_scenario(one, 0, {}).counts; };
  const auto unchanged = run(scenario);
  const auto expect_moved = [&](const char* name, const auto& change) {
    Scenario changed = scenario;
    change(changed);
    EXPECT_NE(run(changed), unchanged) << name;
  };

  expect_moved("seed", [](Scenario& s) { s.seed = 2; });
  expect_moved("draws", [](Scenario& s) { s.draws = 2; });
  expect_moved("replicates", [](Scenario& s) { s.replicates = 2; });
  expect_moved("families", [](Scenario& s) { s.families = 401; });
  expect_moved("years", [](Scenario& s) { s.years = 3; });
  expect_moved("year", [](Scenario& s) { s.population.year = 2021; });
  expect_moved("candidates", [](Scenario& s) { s.population.candidates = 1'600; });
  expect_moved("families_per_site", [](Scenario& s) { s.population.families_per_site = 20; });
  expect_moved("min_challenges", [](Scenario& s) { s.population.min_challenges = 2; });
  expect_moved("youth_support_counts", [](Scenario& s) {
    s.population.youth_support_counts = !s.population.youth_support_counts;
  });
}

}  // namespace
}  // namespace samspil
