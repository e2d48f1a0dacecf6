/// \file
/// The kernel against the slow, obvious model: every state of every person, what was used, who is
/// enrolled, what the programme costs.
#include <gtest/gtest.h>

#include "model/inputs/mechanisms.hpp"
#include "tests/reference/worlds.hpp"

namespace samspil::test {
namespace {

/// The reference's side of one site.
class Mirror {
 public:
  Mirror(const World& world, const Arm& arm, std::uint64_t site)
      : scenario_{world.scenario()},
        programme_{arm.strategy == 0 ? scenario_.baseline : scenario_.strategies[arm.strategy - 1],
                   arm.level,
                   scenario_.mechanisms,
                   scenario_.staffing,
                   scenario_.parameters.demography.notice_months,
                   scenario_.comparison},
        p_{with_mechanisms(scenario_.parameters, scenario_.mechanisms)},
        homes_{world.households()} {
    team_.id = Identity{site + 1};
  }

  void live(int year_number, RunKey run) {
    const int year = scenario_.population.year + year_number;
    counts_ = {};
    enrol_reference_site(homes_, team_, programme_, p_, run, year, year_number);
    for (Household& home : homes_) {
      const HookRatios hooks = reference_hooks(home, team_, programme_, p_);
      FamilyUse use = live_reference_year(p_, run, year, home, hooks);
      take_over_reference_casework(home, programme_, p_, use.cases, use.use);
      counts_.use += use.use;
      const Settlements refunds = reference_settlements(home, use, scenario_.catalogue);
      for (std::size_t i = 0; i < settlement_count; ++i) counts_.settlements[i] += refunds[i];
      count_reference(home, year, counts_);
    }
    const ProgrammeCost cost = reference_programme_cost(homes_, team_, programme_);
    counts_.programme = cost;
    count_team();
    add_cost(cost);
    for (Household& home : homes_) end_enrolment_year(home.family);
    end_team_year(homes_, team_, programme_);
  }

  const std::vector<Household>& homes() const { return homes_; }
  const YearCounts& counts() const { return counts_; }
  const std::array<Ore, purse_count>& cost() const { return cost_; }

 private:
  void count_team() {
    const auto set = [&](Outcome outcome, std::int64_t value) {
      counts_.outcomes[index_of(outcome)] = value;
    };
    set(Outcome::coordinators, team_.caseworkers);
    set(Outcome::caseworker_quarter_days, team_.employed);
    set(Outcome::unused_quarter_days, team_.employed - std::llround(4 * team_.used));
    set(Outcome::vacant_quarter_days, team_.vacant);
    set(Outcome::caseworker_changes, team_.changes);
    set(Outcome::queued_families, team_.queued);
  }

  void add_cost(const ProgrammeCost& cost) {
    const std::array<Ore, purse_count> services = reference_cost(counts_, scenario_.catalogue);
    for (std::size_t i = 0; i < purse_count; ++i) cost_[i] += services[i];
    for (std::size_t i = 0; i < index_of(ProgrammeItem::development); ++i) {
      cost_[index_of(Purse::all_public)] += cost[i];
      cost_[index_of(Purse::municipality)] += cost[i];
    }
  }

  const Scenario& scenario_;
  Programme programme_;
  Parameters p_;
  std::vector<Household> homes_;
  ReferenceTeam team_;
  YearCounts counts_;
  std::array<Ore, purse_count> cost_{};
};

std::vector<Arm> arms_of(const Scenario& scenario) {
  std::vector<Arm> arms{{0, EffectLevel::none}};
  for (std::size_t i = 1; i <= scenario.strategies.size(); ++i) {
    if (i == 1) arms.push_back({i, EffectLevel::weak});  // as the strong ones, by other ratios
    arms.push_back({i, EffectLevel::centre});
    arms.push_back({i, EffectLevel::strong});
  }
  return arms;
}

/// Lives one site in one arm in both models; false at the first difference, which is printed.
bool lives_alike(World& world, std::uint64_t site, std::uint32_t arm, RunKey run) {
  world.begin(site, arm);
  Mirror mirror{world, world.arms()[arm], site};
  for (int year = 1; year <= world.scenario().years; ++year) {
    world.live(year, run);
    mirror.live(year, run);
    const std::vector<Household> homes = world.households();
    const std::string where = "site " + std::to_string(site) + ", arm " + std::to_string(arm) +
                              ", year " + std::to_string(year);
    for (std::size_t f = 0; f < homes.size(); ++f) {
      const std::string found = difference(homes[f], mirror.homes()[f]);
      EXPECT_EQ(found, "") << where << ", family " << f;
      if (!found.empty()) return false;
    }
    const std::string found = difference(world.counts(), mirror.counts());
    EXPECT_EQ(found, "") << where;
    if (!found.empty()) return false;
  }
  EXPECT_EQ(world.scratch().costs[arm], mirror.cost())
      << "cost of site " << site << ", arm " << arm;
  return world.scratch().costs[arm] == mirror.cost();
}

void expect_alike(const Scenario& scenario, std::uint64_t families, int families_per_site) {
  Pool pool = make_pool(scenario, 1, {});
  World world{scenario, std::move(pool), families, families_per_site, arms_of(scenario)};
  for (std::uint32_t arm = 0; arm < world.arms().size(); ++arm) {
    for (std::uint64_t site = 0; site < world.sites(); ++site) {
      if (!lives_alike(world, site, arm, {scenario.seed, static_cast<std::uint32_t>(site % 3)})) {
        return;
      }
    }
  }
}

TEST(Kernel, EqualsTheReferenceFamilyByFamilyInEveryArm) {
  expect_alike(small_scenario(1200), 300, 1);
}

TEST(Kernel, EqualsTheReferenceSiteBySiteInEveryArm) {
  expect_alike(small_scenario(1200), 240, 40);
}

TEST(Kernel, EqualsTheReferenceWhereEverythingHappensOften) {
  expect_alike(eventful_scenario(1200), 300, 1);
  Scenario scenario = eventful_scenario(1200);
  scenario.strategies.front().levers.authority = false;
  scenario.strategies.front().levers.order = MeasureOrder::labour_first;
  expect_alike(scenario, 240, 12);
}

TEST(Kernel, EqualsTheReferenceWherePlacesAreKeptFilled) {
  Scenario scenario = eventful_scenario(1200);
  scenario.staffing.refill = true;
  scenario.strategies.front().levers.intake_share.value = 0.4;
  expect_alike(scenario, 240, 12);
  scenario.strategies.front().levers.capacity_per_site.value = 0;
  expect_alike(scenario, 240, 40);
}

TEST(Kernel, EqualsTheReferenceWhereOnlySomeFamiliesAreEligible) {
  Scenario scenario = eventful_scenario(1200);
  Eligibility wanted{.age_from = 3, .age_to = 17, .children = 2};
  wanted.statuses.set(LabourStatus::cash_benefit);
  wanted.statuses.set(LabourStatus::ordinary_job);
  scenario.comparison.eligible = wanted;
  expect_alike(scenario, 240, 12);
  scenario.comparison.eligible = Eligibility{.placed = false};
  scenario.comparison.terms = Terms::as_described;
  scenario.strategies.front().eligible = Eligibility{.both_parents = true, .joint_cases = true};
  expect_alike(scenario, 240, 12);
  scenario.comparison.eligible = Eligibility{.placed = true};
  scenario.strategies.front().eligible.reset();
  expect_alike(scenario, 240, 12);
}

TEST(Kernel, EqualsTheReferenceHoweverStaffAreEmployed) {
  Scenario scenario = eventful_scenario(1200);
  scenario.years = 5;
  Levers& levers = scenario.strategies.front().levers;
  levers.capacity_per_site.value = 9;
  levers.duration_years.value = 1.2;
  levers.caseload.value = 5;
  levers.caseload_creep.value = 0;
  scenario.strategies.front().effects.resize(1);
  for (const double months : {0.0, 1.0, 7.0, 12.0}) {
    SCOPED_TRACE(months);
    scenario.parameters.demography.notice_months = months;
    levers.hiring_lag_months.value = months == 1 ? 0 : 4;
    expect_alike(scenario, 120, 20);
    scenario.staffing = {true, UnusedHours::paid};
    expect_alike(scenario, 120, 20);
    scenario.staffing = {};
  }
}

}  // namespace
}  // namespace samspil::test
