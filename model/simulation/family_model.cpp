#include "model/simulation/family_model.hpp"

#include <algorithm>

#include "model/dynamics/casework.hpp"
#include "model/inputs/law_of_rates.hpp"
#include "model/inputs/mechanisms.hpp"

namespace samspil {
namespace {

/// Identity of site i. It may be that of a family, since the two are never asked the same question.
constexpr Identity site_identity(std::uint64_t i) noexcept { return Identity{i + 1}; }

Int128 square(Ore value) noexcept { return static_cast<Int128>(value) * value; }

}  // namespace

ModelInputs model_inputs(const Scenario& scenario, const std::vector<Arm>& arms) {
  const Parameters in_force = in_law_of(scenario.parameters, scenario.catalogue.law.year);
  ModelInputs inputs{KernelTables{with_mechanisms(in_force, scenario.mechanisms)},
                     PayerRules{scenario.catalogue},
                     {},
                     {}};
  for (const Arm& arm : arms) {
    const Strategy& strategy = strategy_of(scenario, arm.strategy);
    inputs.plans.push_back(arm_plan(scenario, strategy, arm.level, arm.variation));
    inputs.shared.push_back(strategy.levers.joint_financing.value);
  }
  return inputs;
}

FamilyModel::FamilyModel(const Scenario& scenario, const Pool& pool, const StratifiedDraw& draw,
                         std::uint64_t families, std::vector<Arm> arms,
                         std::uint32_t sites_per_block, Sharing sharing)
    : scenario_{scenario},
      drawn_{pool, draw, scenario.seed, families, scenario.years},
      arms_{std::move(arms)},
      families_per_site_{static_cast<std::uint32_t>(scenario.population.families_per_site)},
      sites_per_block_{sites_per_block} {
  inputs_.push_back(model_inputs(scenario, arms_));
  sites_per_draw_ = sites();
  for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
    without_effect_.push_back(arm_without_effect(arms_, arm));
  }
  shares_ = sharing == Sharing::on && arms_.size() > 1 &&
            inputs_.front().plans.front().coordination.effects.empty();
}

void FamilyModel::take_draws(std::uint32_t first_draw, std::uint32_t replicates,
                             std::vector<ModelInputs> inputs) {
  first_draw_ = first_draw;
  replicates_ = replicates;
  inputs_ = std::move(inputs);
}

void FamilyModel::form_cohorts(const CohortLayout& layout, std::uint64_t cohorts) noexcept {
  drawn_.cohorts = layout;
  drawn_.families = cohorts * layout.sites * layout.places_per_site;
  sites_per_draw_ = sites();
}

std::uint64_t FamilyModel::sites() const noexcept {
  return (drawn_.families + families_per_site_ - 1) / families_per_site_;
}

RunPlan FamilyModel::plan(std::uint32_t draws, const Execution& execution) const noexcept {
  return {.units = sites(),
          .units_per_block = sites_per_block_,
          .draws = draws,
          .arms = static_cast<std::uint32_t>(arms_.size()),
          .execution = execution};
}

FamilyModel::Scratch FamilyModel::make_scratch() const {
  const std::size_t families = std::size_t{families_per_site_} * sites_per_block_;
  const std::size_t rows = families * drawn_.most_rows();
  Scratch scratch;
  scratch.start.families.resize(families);
  scratch.start.people.resize(rows);
  scratch.start.teams.resize(sites_per_block_);
  scratch.start.posts.resize(families);
  scratch.work = scratch.start;
  scratch.costs.resize(arms_.size() * sites_per_block_);
  scratch.yearly.resize(scratch.costs.size() * cells().years);
  scratch.saved.resize(scratch.costs.size() * cells().count());
  scratch.open_cases.resize(families);
  if (shares_) scratch.shared.reserve(families, rows, sites_per_block_, scenario_.years);
  return scratch;
}

FamilyModel::Tally FamilyModel::make_tally() const {
  ArmCounts counts;
  counts.years.resize(static_cast<std::size_t>(scenario_.years));
  return {std::vector<ArmCounts>(arms_.size(), counts),
          std::vector<SiteSaving>(arms_.size() * cells().count())};
}

void FamilyModel::make_block(Scratch& scratch, std::uint64_t first_site,
                             std::uint32_t sites) const {
  scratch.sites = sites;
  scratch.first_site = first_site;
  std::fill(scratch.saved.begin(), scratch.saved.end(), Ore{0});
  const std::uint64_t first_number = drawn_.cohorts.families > 0 ? first_in_cohorts : 0;
  for (std::size_t site = 0; site < scratch.start.teams.size(); ++site) {
    scratch.start.teams[site] = Team{};
    scratch.start.teams[site].id = site_identity(first_number + first_site + site);
  }
  const std::size_t families = std::size_t{sites} * families_per_site_;
  const std::span<Family> places{scratch.start.families};
  drawn_.make(first_site * families_per_site_, places.first(families), scratch.start.people);
  std::fill(places.begin() + static_cast<std::ptrdiff_t>(families), places.end(), Family{});
}

bool FamilyModel::lives(const Scratch& scratch, std::uint32_t run,
                        std::uint32_t site) const noexcept {
  return rotation().lives(draw_of(run), scratch.first_site + site);
}

bool FamilyModel::lives_any(const Scratch& scratch, std::uint32_t run) const noexcept {
  for (std::uint32_t site = 0; site < scratch.sites; ++site) {
    if (lives(scratch, run, site)) return true;
  }
  return false;
}

std::span<Family> FamilyModel::families_of(Block& block, std::uint32_t site) const noexcept {
  return std::span<Family>{block.families}.subspan(std::size_t{site} * families_per_site_,
                                                   families_per_site_);
}

std::span<Post> FamilyModel::posts_of(Block& block, std::uint32_t site) const noexcept {
  return std::span<Post>{block.posts}.subspan(std::size_t{site} * families_per_site_,
                                              families_per_site_);
}

SiteYear FamilyModel::site_year(Scratch& scratch, std::uint32_t site, RunKey run,
                                int year_number) const noexcept {
  SiteYear at{families_of(scratch.work, site),
              scratch.work.people,
              scratch.work.teams[site],
              posts_of(scratch.work, site),
              run,
              scenario_.population.year + year_number,
              year_number};
  if (!scratch.takes) return at;
  at.people_elsewhere = year_number == 1 ? std::span<const Person>{scratch.start.people}
                                         : scratch.shared.people_at(year_number);
  at.lives_elsewhere = scratch.shared.untouched().subspan(std::size_t{site} * families_per_site_,
                                                          families_per_site_);
  return at;
}

void FamilyModel::live_year_of(Scratch& scratch, const SiteYear& at, Family& family,
                               const HookRatios& hooks, YearCounts& own) const {
  const std::span<Person> rows = std::span{scratch.work.people}.subspan(family.first, family.room);
  const ModelInputs& inputs = inputs_of(at.run);
  Work work;
  FamilyYear y{inputs.tables, at.run, at.year, family, rows, hooks, own.use, work, scratch.space};
  live_family_year(y);
  settle_expensive_cases(inputs.rules, scratch.space.cases, y.people(), own.settlements);
  count_life_year(y.people(), at.year, own);
  own.work.random_blocks += work.random_blocks;
  own.work.events += work.events;
  own.work.postings += work.postings;
}

void FamilyModel::live_family(Scratch& scratch, const SiteYear& at, Family& family,
                              const HookRatios& hooks, YearCounts& own) const {
  live_year_of(scratch, at, family, hooks, own);
  const std::span<Person> people{&scratch.work.people[family.first], family.state.members};
  settle_incomes(inputs_of(at.run).rules, scratch.space.incomes.all(), people, own.use);
}

void FamilyModel::watch_family(Scratch& scratch, const SiteYear& at, std::size_t number,
                               Family& family, const HookRatios& hooks, YearCounts& own) const {
  FamilyUse& of = scratch.uses[number];
  of = {};
  YearCounts alone;
  scratch.space.used_until = of.member.data();
  live_year_of(scratch, at, family, hooks, alone);
  scratch.space.used_until = nullptr;
  const std::span<Person> people{&scratch.work.people[family.first], family.state.members};
  of.together = alone.use;
  if (!people.empty()) of.together -= of.member[people.size() - 1];
  settle_by_member(inputs_of(at.run).rules, scratch.space.incomes.all(), people, of.member);
  of.settlements = alone.settlements;
  alone.use = of.together;
  for (std::size_t i = 0; i < people.size(); ++i) alone.use += of.member[i];
  own += alone;
}

void FamilyModel::note_family(Scratch& scratch, const SiteYear& at, std::size_t number,
                              Family& family, const HookRatios& hooks, YearCounts& own) const {
  if (at.programme_year > 1) {
    scratch.shared.note_start(at.programme_year, number, family, members_of(at, family));
  }
  YearCounts alone;
  live_family(scratch, at, family, hooks, alone);
  own += alone;
  alone.work = {};
  scratch.shared.note_counts(at.programme_year, number, alone);
  scratch.shared.note_open_cases(at.programme_year, number, scratch.space.open_cases);
}

void FamilyModel::live_families(Scratch& scratch, const SiteYear& at, std::uint32_t site,
                                const CoordinationPlan& plan, YearCounts& own) const {
  const FamilyParameters& p = inputs_of(at.run).tables.p.family;
  SharedLives& shared = scratch.shared;
  for (std::size_t i = 0; i < at.families.size(); ++i) {
    Family& family = at.families[i];
    if (family.state.members == 0) continue;
    const std::size_t number = std::size_t{site} * families_per_site_ + i;
    const std::span<const Person> people = members_of(at, family);
    const HookRatios hooks = hook_ratios(family, people, at.team, plan, p);
    if (scratch.takes && shared.untouched()[number] != 0) {
      if (is_without_effect(hooks)) {
        review_relation(family, p);
        scratch.open_cases[number] = shared.open_cases(at.programme_year, number);
        continue;
      }
      std::copy(people.begin(), people.end(), scratch.work.people.begin() + family.first);
      shared.untouched()[number] = 0;
    }
    if (!scratch.uses.empty()) {
      watch_family(scratch, at, number, family, hooks, own);
    } else if (scratch.notes) {
      note_family(scratch, at, number, family, hooks, own);
    } else {
      live_family(scratch, at, family, hooks, own);
    }
    scratch.open_cases[number] = scratch.space.open_cases;
  }
  if (!scratch.takes) return;
  shared.take_out_touched(at.programme_year, std::size_t{site} * families_per_site_,
                          at.families.size(), own);
}

void FamilyModel::live_site_year(Scratch& scratch, std::uint32_t site, RunKey run, int year_number,
                                 std::uint32_t arm, YearCounts& counts) const {
  const ModelInputs& inputs = inputs_of(run);
  const ArmPlan& plan = inputs.plans[arm];
  const SiteYear at = site_year(scratch, site, run, year_number);
  YearCounts own;  // of the whole site, so that pricing is done once
  if (scratch.takes) {
    own = scratch.shared.site_counts(year_number, site);
    scratch.shared.move_untouched(year_number, std::size_t{site} * families_per_site_, at.families);
  }
  enrol_site(at, plan.coordination, inputs.tables.p);
  live_families(scratch, at, site, plan.coordination, own);
  if (scratch.notes) scratch.shared.note_site(year_number, site, own);

  for (std::size_t i = 0; i < at.families.size(); ++i) {
    const Family& family = at.families[i];
    if (family.state.members == 0) continue;
    count_enrolment_year(family, own);
    const std::size_t number = std::size_t{site} * families_per_site_ + i;
    const auto take_over = [&](ServiceUse& use) {
      take_over_casework(family, scratch.open_cases[number], plan.coordination,
                         inputs.tables.p.casework, use);
    };
    take_over(own.use);
    if (!scratch.uses.empty()) take_over(scratch.uses[number].together);
  }
  settle_budget_guarantee(inputs.rules, own.use, own.settlements);
  count_team_year(at.team, own);
  add_programme_cost(at.families, at.team, plan, own);
  const std::size_t place = arm * sites_per_block_ + site;
  BudgetCosts& cost =
      scratch.yearly[place * cells().years + static_cast<std::size_t>(year_number) - 1];
  cost = costs_of(own, inputs.shared[arm], scenario_.catalogue, inputs.rules.prices);
  for (std::size_t purse = 0; purse < purse_count; ++purse) {
    scratch.costs[place][purse] += cost[purse];
  }
  counts += own;
  for (Family& family : at.families) close_enrolment_year(family);
  close_team_year(at, plan.coordination.staff);
}

void FamilyModel::run_arm(Scratch& scratch, std::uint32_t draw, std::uint32_t arm,
                          Tally& tally) const {
  if (!lives_any(scratch, draw)) return;
  scratch.notes = shares_ && arm == 0;
  scratch.takes = shares_ && arm > 0;
  if (scratch.notes) scratch.shared.begin_draw();
  if (scratch.takes) scratch.shared.begin_arm();
  scratch.work.families = scratch.start.families;
  scratch.work.teams = scratch.start.teams;
  if (!scratch.takes) {
    for (const Family& family : scratch.start.families) {
      const auto from = scratch.start.people.begin() + family.first;
      std::copy(from, from + family.state.members, scratch.work.people.begin() + family.first);
    }
  }
  const RunKey run{scenario_.seed, draw};
  for (std::uint32_t site = 0; site < scratch.sites; ++site) {
    if (!lives(scratch, draw, site)) continue;
    scratch.costs[arm * sites_per_block_ + site] = {};
    for (int year = 1; year <= scenario_.years; ++year) {
      live_site_year(scratch, site, run, year, arm,
                     tally.arms[arm].years[static_cast<std::size_t>(year - 1)]);
    }
  }
}

void FamilyModel::take_savings(Scratch& scratch, std::size_t arm, std::uint32_t site,
                               std::span<SiteSaving> sums) const noexcept {
  const SavingCells which = cells();
  const auto costs_of_arm = [&](std::size_t a) {
    return scratch.yearly.data() + (a * sites_per_block_ + site) * which.years;
  };
  const auto saving = [&](std::size_t a, std::size_t year, std::size_t budget) {
    return costs_of_arm(arms_[a].reference)[year][budget] - costs_of_arm(a)[year][budget];
  };
  Ore* before = scratch.saved.data() + (arm * sites_per_block_ + site) * which.count();
  const auto take = [&](std::size_t cell, Ore saved) {
    sums[cell] += {saved, square(saved), static_cast<Int128>(saved) * before[cell]};
    before[cell] += saved;
  };
  for (std::size_t budget = 0; budget < budget_count; ++budget) {
    Ore sum = 0, without_effect = 0;
    for (std::size_t year = 0; year < which.years; ++year) {
      const Ore own = saving(arm, year, budget);
      sum += own;
      without_effect += saving(without_effect_[arm], year, budget);
      take(which.in(static_cast<int>(year) + 1, budget), own);
      take(which.until(static_cast<int>(year) + 1, budget), sum);
    }
    take(which.beyond_no_effect(budget), sum - without_effect);
  }
}

void FamilyModel::finish_draw(Scratch& scratch, std::uint32_t draw, Tally& tally) const {
  for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
    const std::size_t reference = arms_[arm].reference * sites_per_block_;
    const std::span<SiteSaving> sums =
        std::span{tally.savings}.subspan(arm * cells().count(), cells().count());
    for (std::uint32_t site = 0; site < scratch.sites; ++site) {
      if (!lives(scratch, draw, site)) continue;
      take_savings(scratch, arm, site, sums);
      for (std::size_t purse = 0; purse < purse_count; ++purse) {
        const Ore base = scratch.costs[reference + site][purse];
        const Ore own = scratch.costs[arm * sites_per_block_ + site][purse];
        PairedMoments moments{base, square(base), own, square(own), base - own, square(base - own)};
        tally.arms[arm].moments[purse] += moments;
      }
    }
  }
}

}  // namespace samspil
