#include "tests/reference/worlds.hpp"

#include <filesystem>
#include <numeric>

#include "model/loading/load.hpp"
#include "samspil_build_info.hpp"

namespace samspil::test {
namespace {

StratifiedDraw plain_draw(const Pool& pool) {
  std::vector<std::uint32_t> order(pool.families.size());
  std::iota(order.begin(), order.end(), 0U);
  return {order, std::vector<double>(pool.families.size(), 1.0)};
}

template <class Rates>
void multiply(Rates& rates, double factor) {
  for (double& rate : rates) rate *= factor;
}

void make_frequent(Parameters& p) {
  for (auto& row : p.labour.rate) multiply(row, 5);
  for (auto& row : p.placement.rate) multiply(row, 8);
  multiply(p.measures.start, 6);
  multiply(p.measures.stop, 4);
  multiply(p.adult_services.start, 6);
  multiply(p.adult_services.stop, 4);
  multiply(p.conditions.onset, 4);
  multiply(p.conditions.recovery, 2);
  LabourParameters& labour = p.labour;
  for (double* rate :
       {&labour.benefit_hours_up, &labour.benefit_hours_down, &labour.flexjob_hours_up,
        &labour.flexjob_hours_down, &labour.job_hours_up, &labour.job_hours_down}) {
    *rate = *rate * 5 + 0.5;
  }
  const auto move = [&](LabourStatus from, LabourStatus to) -> double& {
    return labour.rate[index_of(from)][index_of(to)];
  };
  // An employment measure is left for a job beside which there is none.
  p.adult_services.activation[index_of(LabourStatus::ordinary_job)] = 0;
  // A pension of the older kind is left, and a new one granted.
  move(LabourStatus::disability_pension, LabourStatus::cash_benefit) = 1;
  move(LabourStatus::cash_benefit, LabourStatus::disability_pension) = 1;
  p.initial.pension_before_2014_share = 0.5;
  DemographyParameters& d = p.demography;
  d.birth_under_30 = d.birth_from_30 = 0.5;
  d.death_child = d.death_under_40 = d.death_from_40 = 0.04;
  d.break_up = d.new_partner = 0.5;
  d.birth_last_age = 47;
  d.girl_share = 0.4;
  d.partner_age_gap = 7;
  d.move = 0.1;
  p.events.notifications *= 5;
  p.events.conviction_adult = p.events.conviction_youth = 0.2;
  p.events.case_closing = 1;
  p.family.fire_rate = 0.2;
  p.family.job_entry_per_10_who5 = 1.2;
  p.family.measure_start_per_5_sdq = 1.3;
  p.family.placement_entry_per_functioning = 0.8;
  p.school.special_class_entry = p.school.special_school_entry = 0.3;
  p.school.special_exit = 0.3;
  p.coupling.job_entry_calm_child = 1.5;
  p.coupling.placement_entry_sibling_placed = 2;
  p.coupling.measure_stop_parent_in_work = 1.4;
}

Strategy eventful_strategy(Strategy s) {
  s.id = "eventful";
  Levers& l = s.levers;
  l.intake_share.value = 0.9;
  l.consent_share.value = 0.9;
  l.capacity_per_site.value = 4;
  l.duration_years.value = 2.4;
  l.aftercare_years.value = 0.5;
  l.exit_rate_closed.value = 0.3;
  l.exit_rate_withdrawn.value = 0.3;
  l.ramp_months.value = 9;
  l.fade_rate.value = 0.7;
  l.harm_share.value = 0.3;
  l.caseload.value = 3;
  l.supervision_share.value = 0.15;
  l.preparation_once.value = 12345;
  l.material.value = 777;
  l.training_once.value = 4321;
  l.hiring_lag_months.value = 1.5;
  l.turnover_rate.value = 1.2;
  l.handover_share.value = 0.5;
  l.caseload_creep.value = 0.3;
  l.fidelity_caseload.value = 2.5;
  l.takes_over_child_casework.value = 0.6;
  l.takes_over_job_casework.value = 0.35;
  l.takes_over_adult_casework.value = 0.8;
  l.joint_plan.value = 0.8;
  l.follow_up_per_year.value = 6;
  l.delegated_grants.value = 0.7;
  l.civil_society.value = 0.6;
  l.joint_financing.value = 0.5;
  l.network_meeting.value = 0.7;
  l.job_support.value = 0.3;
  l.spill_over.value = 0.4;
  l.order = MeasureOrder::treatment_first;
  l.wait_months.value = 5;
  for (CoreElement& element : s.elements) element.fidelity.value += 0.5 * element.lost;
  s.effects.clear();
  for (std::size_t h = 0; h < hook_count; ++h) {
    for (std::size_t c = 0; c < channel_names.size(); ++c) {
      Effect effect;
      effect.hook = static_cast<Hook>(h);
      effect.channel = static_cast<Channel>(c);
      effect.centre = 0.5 + 0.1 * static_cast<double>((3 * h + 5 * c) % 16);
      effect.weak = 0.8 * effect.centre;
      effect.strong = 1.5 * effect.centre;
      effect.months.value = 3.0 + static_cast<double>(h);
      effect.component = static_cast<Component>((h + c) % component_names.size());
      effect.reference = usual_amount(effect.component);
      for (std::size_t i = c % 2; c % 2 == 1 && i < 16; i += 2) {  // some confined, some not
        if (acts_on(effect.hook, i)) effect.targets |= static_cast<std::uint16_t>(1U << i);
      }
      s.effects.push_back(effect);
    }
  }
  return s;
}

}  // namespace

Scenario small_scenario(std::uint32_t candidates) {
  const std::filesystem::path shipped = build_info::source_scenarios_dir;
  Scenario scenario = load_scenario(shipped / "default.toml", shipped);
  scenario.population.candidates = candidates;
  for (Margin& margin : scenario.population.margins) margin.fitted = false;
  return scenario;
}

Scenario eventful_scenario(std::uint32_t candidates) {
  Scenario scenario = small_scenario(candidates);
  make_frequent(scenario.parameters);
  scenario.mechanisms.fill(true);
  scenario.strategies = {eventful_strategy(scenario.strategies.front())};
  return scenario;
}

Scenario still_scenario() {
  Scenario scenario = small_scenario(1);
  scenario.parameters = Parameters{};
  scenario.strategies.clear();
  scenario.mechanisms.fill(true);
  return scenario;
}

Pool one_family(LabourStatus status, int child_age, int birth_day) {
  Pool pool;
  Family family;
  Person mother;
  mother.birth_year = 2022 - 40;
  mother.presence = Presence::present;
  mother.status = status;
  pool.people.push_back(mother);
  if (child_age >= 0) {
    Person child;
    child.role = Role::child;
    child.presence = Presence::present;
    child.birth_year = static_cast<std::int16_t>(2022 - child_age);
    child.birth_day = static_cast<std::int16_t>(birth_day);
    child.mother = 0;
    child.status = LabourStatus::education;
    pool.people.push_back(child);
  }
  family.state.members = static_cast<std::uint8_t>(pool.people.size());
  pool.families.push_back(family);
  pool.profiles.resize(1);
  pool.weights.push_back(1);
  pool.candidates = 1;
  return pool;
}

World::World(Scenario scenario, Pool pool, std::uint64_t families, int families_per_site,
             std::vector<Arm> arms)
    : scenario_{std::make_unique<Scenario>(std::move(scenario))},
      pool_{std::make_unique<Pool>(std::move(pool))},
      draw_{std::make_unique<StratifiedDraw>(plain_draw(*pool_))} {
  scenario_->population.families_per_site = families_per_site;
  model_ = std::make_unique<FamilyModel>(*scenario_, *pool_, *draw_, families, std::move(arms), 1);
  scratch_ = model_->make_scratch();
}

void World::begin(std::uint64_t site, std::uint32_t arm) {
  arm_ = arm;
  model_->make_block(scratch_, site, 1);
  scratch_.work = scratch_.start;
  scratch_.costs.assign(scratch_.costs.size(), {});
}

void World::live(int year_number, RunKey run) {
  counts_ = {};
  model_->live_site_year(scratch_, 0, run, year_number, arm_, counts_);
}

std::vector<Household> World::households() const {
  std::vector<Household> homes;
  for (const Family& family : scratch_.work.families) {
    if (family.state.members == 0) continue;
    const auto first = scratch_.work.people.begin() + family.first;
    homes.push_back({family, {first, first + family.state.members}});
  }
  return homes;
}

}  // namespace samspil::test
