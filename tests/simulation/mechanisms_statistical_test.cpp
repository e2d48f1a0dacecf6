// The direction of every mechanism, seen on one population whose arms share every draw.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <numeric>

#include "model/appraisal/paired_error.hpp"
#include "model/population/service_of.hpp"
#include "tests/support/small_world.hpp"
#include "tests/support/still_life.hpp"

namespace samspil {
namespace {

Scenario population() {
  Scenario scenario = test::shipped_scenario();
  scenario.population.candidates = 20'000;
  scenario.population.families = 4'000;
  for (Margin& margin : scenario.population.margins) margin.fitted = false;
  return scenario;
}

std::int64_t in_year(const ArmCounts& counts, int year, Outcome outcome) {
  return counts.years[static_cast<std::size_t>(year - 1)].outcomes[index_of(outcome)];
}

class Sign : public testing::Test {
 protected:
  using Change = std::function<void(Scenario&)>;

  /// The baseline of the same families with numbers changed.
  ArmCounts baseline(const Change& change) const {
    Scenario changed = world_.scenario();
    change(changed);
    return world_.run(changed, {{0, EffectLevel::none}})[0];
  }
  /// One strategy's arm with numbers changed.
  ArmCounts arm(
      Strategy strategy, const Change& change = [](Scenario&) {}) const {
    Scenario changed = world_.scenario();
    changed.strategies = {std::move(strategy)};
    change(changed);
    return world_.run(changed, {{0, EffectLevel::none}, {1, EffectLevel::centre}})[1];
  }
  ArmCounts unchanged() const {
    return baseline([](Scenario&) {});
  }
  Strategy acting(std::vector<Effect> effects) const {
    return test::bare_strategy(world_.scenario(), std::move(effects));
  }
  static Change off(Mechanism mechanism) {
    return [mechanism](Scenario& s) { s.mechanisms[index_of(mechanism)] = false; };
  }

  const test::World world_{population()};
};

TEST_F(Sign, CouplingParentsInWorkHaveFewerChildrenPlaced) {
  // Nothing but job entry is raised; placements can fall only because parents work.
  const Strategy jobs = acting({test::effect_of(Hook::job_entry, 4)});
  const auto stronger = [](Scenario& s) {
    s.parameters.coupling.placement_entry_parent_in_work = 0.2;
    s.mechanisms[index_of(Mechanism::gating)] = false;
  };

  const ArmCounts with = arm(jobs, stronger);
  const ArmCounts without = baseline(stronger);

  EXPECT_GT(in_year(with, 4, Outcome::parents_in_work),
            in_year(without, 4, Outcome::parents_in_work));
  EXPECT_LT(test::total_of(with, Outcome::placement_days),
            test::total_of(without, Outcome::placement_days));
}

TEST_F(Sign, CouplingOffLetsParentsInWorkLeavePlacementsAlone) {
  Scenario none = world_.scenario();
  none.mechanisms[index_of(Mechanism::coupling)] = false;
  none.parameters.events.conviction_youth = 0;
  none.strategies = {acting({test::effect_of(Hook::job_entry, 4)})};

  const auto counts = world_.run(none, {{0, EffectLevel::none}, {1, EffectLevel::centre}});

  // Work lowers abuse (recovery), which children meet; without that ratio nothing is left.
  none.parameters.conditions.recovery_in_work = 1;
  const auto alone = world_.run(none, {{0, EffectLevel::none}, {1, EffectLevel::centre}});
  EXPECT_NE(test::total_of(counts[1], Outcome::parents_in_work),
            test::total_of(counts[0], Outcome::parents_in_work));
  EXPECT_EQ(test::total_of(alone[1], Outcome::placement_days),
            test::total_of(alone[0], Outcome::placement_days));
}

TEST_F(Sign, CouplingCalmChildrenHaveMoreParentsInWork) {
  const ArmCounts stronger =
      baseline([](Scenario& s) { s.parameters.coupling.job_entry_calm_child = 2; });

  EXPECT_GT(test::total_of(stronger, Outcome::parents_in_work),
            test::total_of(unchanged(), Outcome::parents_in_work));
}

TEST_F(Sign, SeverityDriftMakesCostGrow) {
  const ArmCounts drifting = unchanged();
  const ArmCounts still = baseline(off(Mechanism::severity_drift));
  const auto cost = [&](const ArmCounts& counts, std::size_t year) {
    ArmCounts one;
    one.years = {counts.years[year]};
    return test::service_cost(one, world_.scenario().catalogue);
  };

  EXPECT_GT(cost(drifting, 0), cost(still, 0));
  EXPECT_GT(cost(drifting, 3) - cost(still, 3), cost(drifting, 0) - cost(still, 0));
}

/// Share of all social cost that the dearest tenth of the families carries.
double top_share(const Parameters& parameters, const Catalogue& catalogue) {
  const KernelTables tables{parameters};
  const PriceTable prices = split_prices(catalogue);
  const auto space = std::make_unique<Workspace>();
  std::vector<Ore> cost;
  for (std::uint64_t number = 0; number < 10'000; ++number) {
    const test::CandidateLife life = test::live_candidate(tables, number, *space);
    Ore own = 0;
    for (const CatalogueRow& row : catalogue.rows) {
      if (row.department != Department::child_family) continue;
      const std::size_t s = index_of(row.service);
      own += life.use.back()[s] * prices[s][0][index_of(Payer::municipality)];
    }
    cost.push_back(own);
  }
  std::sort(cost.begin(), cost.end(), std::greater<>{});
  const auto tenth = cost.begin() + static_cast<std::ptrdiff_t>(cost.size() / 10);
  return static_cast<double>(std::accumulate(cost.begin(), tenth, Ore{0})) /
         static_cast<double>(std::accumulate(cost.begin(), cost.end(), Ore{0}));
}

// Among families in general. Among those selected for need the frail are many, and the share of
// their dearest tenth is no larger.
TEST(HeavyTail, GivesTheDearestTenthALargerShareOfCost) {
  const Scenario scenario = population();
  const auto share = [&](double frailty_spread, double cost_factor_sigma) {
    Parameters p = scenario.parameters;
    p.family.frailty_spread = frailty_spread;
    p.family.cost_factor_sigma = cost_factor_sigma;
    return top_share(p, scenario.catalogue);
  };
  const FamilyParameters& shipped = scenario.parameters.family;

  const double none = share(0, 0);
  const double both = share(shipped.frailty_spread, shipped.cost_factor_sigma);

  EXPECT_GT(both, none + 0.02);
  EXPECT_GT(share(shipped.frailty_spread, 0), none);
  EXPECT_GT(share(0, shipped.cost_factor_sigma), none);
}

TEST_F(Sign, LagMakesTheFirstYearsEffectSmaller) {
  Strategy at_once = acting({test::effect_of(Hook::job_entry, 3)});
  Strategy slowly = at_once;
  slowly.levers.ramp_months.value = 30;
  const ArmCounts none = unchanged();
  const auto gain = [&](const ArmCounts& counts, int year) {
    return in_year(counts, year, Outcome::parents_in_work) -
           in_year(none, year, Outcome::parents_in_work);
  };

  const ArmCounts fast = arm(at_once);
  const ArmCounts slow = arm(slowly);

  EXPECT_GT(gain(slow, 1), 0);
  EXPECT_LT(2 * gain(slow, 1), gain(fast, 1));
  EXPECT_EQ(arm(slowly, off(Mechanism::lag)), fast);
}

TEST_F(Sign, RelapseFadesTheEffectAfterExit) {
  Strategy lasting = acting({test::effect_of(Hook::placement_entry, 0.3)});
  lasting.levers.duration_years.value = 1;
  Strategy fading = lasting;
  fading.levers.fade_rate.value = 3;
  Strategy followed_up = fading;
  followed_up.levers.aftercare_years.value = 3;
  const ArmCounts none = unchanged();
  const auto gain = [&](const ArmCounts& counts) {
    return in_year(none, 4, Outcome::placement_days) - in_year(counts, 4, Outcome::placement_days);
  };

  const ArmCounts faded = arm(fading);

  EXPECT_LT(gain(faded), gain(arm(lasting)));
  EXPECT_LT(gain(faded), gain(arm(followed_up)));
  EXPECT_GT(gain(faded), 0);
  EXPECT_EQ(in_year(faded, 4, Outcome::enrolled_families), 0);
  EXPECT_EQ(arm(fading, off(Mechanism::relapse)), arm(lasting));
}

TEST_F(Sign, GatingMakesTheEffectSmaller) {
  const Strategy strategy = acting({test::effect_of(Hook::job_entry, 3)});
  const ArmCounts none = unchanged();
  const auto gain = [&](const ArmCounts& counts) {
    return test::total_of(counts, Outcome::parents_in_work) -
           test::total_of(none, Outcome::parents_in_work);
  };
  Strategy loose = strategy;
  for (CoreElement& element : loose.elements) element.fidelity.value = 3;

  // Effects are stated for a family at the reference gate: a higher one lets less through.
  const auto strict =
      gain(arm(strategy, [](Scenario& s) { s.parameters.family.gate_reference *= 1.5; }));
  const auto gated = gain(arm(strategy));
  const auto without_fidelity = gain(arm(loose));
  const auto closed = gain(arm(strategy, [](Scenario& s) {
    s.parameters.family.gate_agency = {0, 0, 0, 0};
  }));

  EXPECT_GT(gated, strict);
  EXPECT_GT(gated, without_fidelity);
  EXPECT_GT(without_fidelity, closed);
  EXPECT_EQ(closed, 0);
}

TEST_F(Sign, DiscoveryRaisesMeasuresFirst) {
  const ArmCounts found =
      arm(acting({test::effect_of(Hook::measure_start, 2.5, Channel::discovery, 12)}));
  const ArmCounts none = unchanged();
  const auto more = [&](int year) {
    return in_year(found, year, Outcome::home_measure_days) -
           in_year(none, year, Outcome::home_measure_days);
  };

  EXPECT_GT(more(1), 0);
  EXPECT_GT(more(1) + more(2), more(3) + more(4));
  EXPECT_LT(more(4), more(1));
}

TEST_F(Sign, HarmTurnsTheEffectAround) {
  Strategy helping = acting({test::effect_of(Hook::placement_entry, 0.4)});
  Strategy harming = helping;
  harming.levers.harm_share.value = 1;
  const auto days = [](const ArmCounts& counts) {
    return test::total_of(counts, Outcome::placement_days);
  };

  EXPECT_LT(days(arm(helping)), days(unchanged()));
  EXPECT_GT(days(arm(harming)), days(unchanged()));
}

/// An own authority expands measures, a coordinator without it replaces them: the mechanism has no
/// sign of its own, it takes that of the strategy, from the first day and whatever the agency.
TEST_F(Sign, SubstitutionTakesTheSignOfTheStrategy) {
  const auto measures = [&](double ratio, bool on) {
    const Strategy strategy =
        acting({test::effect_of(Hook::measure_start, ratio, Channel::substitution)});
    const Change change = on ? Change{[](Scenario&) {}} : off(Mechanism::substitution);
    return test::total_of(arm(strategy, change), Outcome::home_measure_days);
  };
  const auto none = test::total_of(unchanged(), Outcome::home_measure_days);

  EXPECT_GT(measures(1.5, true), none);
  EXPECT_LT(measures(0.6, true), none);
  EXPECT_EQ(measures(1.5, false), none);
}

TEST_F(Sign, OverlapRemovalTakesAwayContactPersonsAtOnce) {
  const Strategy strategy =
      acting({test::effect_of(Hook::contact_person_start, 0.3, Channel::overlap)});
  const auto use_in = [](const ArmCounts& counts, int year) {
    return counts.years[static_cast<std::size_t>(year - 1)].use[index_of(Service::contact_person)];
  };
  const ArmCounts none = unchanged();
  const ArmCounts removed = arm(strategy), left = arm(strategy, off(Mechanism::overlap_removal));

  EXPECT_LT(use_in(removed, 1), use_in(none, 1));
  EXPECT_LT(use_in(removed, 4), use_in(none, 4));
  EXPECT_EQ(use_in(left, 4), use_in(none, 4));
}

TEST_F(Sign, WellbeingOfOneMemberMovesTheOthersOnlyWhenSwitchedOn) {
  const Strategy strategy = acting({test::effect_of(Hook::recovery, 4)});
  const Change on = [](Scenario& s) { s.mechanisms[index_of(Mechanism::wellbeing)] = true; };
  const auto work = [](const ArmCounts& counts) {
    return test::total_of(counts, Outcome::parents_in_work);
  };
  EXPECT_NE(work(baseline(on)), work(unchanged()));
  EXPECT_GT(work(arm(strategy, on)), work(baseline(on)));
}

TEST_F(Sign, OfEachHookIsThatOfItsEvent) {
  struct Expected {
    Hook hook;
    Outcome outcome;
    bool more;
  };
  for (const Expected& one :
       {Expected{Hook::job_entry, Outcome::parents_in_work, true},
        Expected{Hook::job_loss, Outcome::parents_in_work, false},
        Expected{Hook::placement_entry, Outcome::placement_days, true},
        Expected{Hook::reunification, Outcome::placement_days, false},
        Expected{Hook::measure_start, Outcome::home_measure_days, true},
        Expected{Hook::measure_stop, Outcome::home_measure_days, false},
        Expected{Hook::notification, Outcome::notifications, true},
        Expected{Hook::lawful_absence, Outcome::lawful_absence_days, true},
        Expected{Hook::unlawful_absence, Outcome::unlawful_absence_days, true}}) {
    const auto raised = test::total_of(arm(acting({test::effect_of(one.hook, 2)})), one.outcome);
    const auto base = test::total_of(unchanged(), one.outcome);
    EXPECT_EQ(raised > base, one.more) << hook_names[index_of(one.hook)];
    EXPECT_NE(raised, base) << hook_names[index_of(one.hook)];
  }
}

/// What an effect is not confined to is, in the first year, used as if there were no effect: each
/// measure and service has clocks of its own.
TEST_F(Sign, OfAConfinedEffectIsThatOfWhatItNames) {
  const auto first_year = [](const ArmCounts& counts) { return counts.years.front().use; };
  const auto none = first_year(unchanged());
  const auto expect_alone = [&](Hook hook, std::size_t target, Service named) {
    Effect effect = test::effect_of(hook, hook == Hook::measure_stop ? 0.2 : 4);
    effect.targets = static_cast<std::uint16_t>(1U << target);
    const auto use = first_year(arm(acting({effect})));
    EXPECT_GT(use[index_of(named)], none[index_of(named)]) << hook_names[index_of(hook)] << target;
    const auto expect_as_without = [&](Service other) {
      if (other == named) return;
      EXPECT_EQ(use[index_of(other)], none[index_of(other)]) << service_names[index_of(other)];
    };
    for (std::size_t i = 0; i < child_measure_count; ++i) {
      expect_as_without(service_of(static_cast<ChildMeasure>(i)));
    }
    for (std::size_t i = 0; i < adult_service_count; ++i) {
      expect_as_without(service_of(static_cast<AdultService>(i)));
    }
  };
  for (const Hook hook : {Hook::measure_start, Hook::measure_stop}) {
    for (const ChildMeasure measure : {ChildMeasure::early_prevention, ChildMeasure::respite}) {
      expect_alone(hook, index_of(measure), service_of(measure));
    }
  }
  expect_alone(Hook::grant_start, index_of(ChildMeasure::additional_costs),
               service_of(ChildMeasure::additional_costs));
  for (const AdultService service :
       {AdultService::social_pedagogical_support, AdultService::psychiatric_treatment}) {
    expect_alone(Hook::adult_treatment_start, index_of(service), service_of(service));
  }
}

TEST_F(Sign, OfAConfinedPlacementIsThatOfThePlace) {
  Effect effect = test::effect_of(Hook::placement_entry, 5);
  effect.targets = static_cast<std::uint16_t>(1U << index_of(Place::institution));

  const auto use = arm(acting({effect})).years.front().use;
  const auto none = unchanged().years.front().use;

  const std::size_t institution = index_of(*service_of(Place::institution));
  const std::size_t foster = index_of(*service_of(Place::foster));
  EXPECT_GT(use[institution], 1.2 * static_cast<double>(none[institution]));
  const auto before = static_cast<double>(none[foster]);
  EXPECT_NEAR(static_cast<double>(use[foster]), before, 0.02 * before);  // some move on to there
}

TEST_F(Sign, SharedDrawsMakeDifferencesMoreThanThreeTimesAsSure) {
  const std::vector<Arm> arms = test::all_arms(world_.scenario());
  const FamilyModel model = world_.model(4'000, arms);

  const auto counts = test::run_model(model);

  for (std::size_t arm = 1; arm < arms.size(); ++arm) {
    const PairedMoments& moments = counts[arm].moments[index_of(Purse::all_public)];
    const PairedError error = pooled_error(moments, model.sites(), 1);
    ASSERT_TRUE(error.variance_ratio.has_value());
    EXPECT_GT(*error.variance_ratio, 3) << "arm " << arm;
  }
}

}  // namespace
}  // namespace samspil
