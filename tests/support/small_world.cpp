#include "tests/support/small_world.hpp"

#include <algorithm>
#include <utility>

#include "model/engine/engine.hpp"
#include "model/loading/load.hpp"
#include "samspil_build_info.hpp"

namespace samspil::test {

std::filesystem::path shipped_scenarios() { return {build_info::source_scenarios_dir}; }

Scenario shipped_scenario() {
  Scenario scenario = load_scenario(shipped_scenarios() / "uncalibrated.toml", shipped_scenarios());
  scenario.draws = 1;
  scenario.families_per_draw = 0;
  return scenario;
}

Scenario frozen_scenario() {
  const std::filesystem::path folder =
      std::filesystem::path{build_info::source_dir} / "tests/simulation/frozen";
  Scenario scenario = load_scenario(folder / "default.toml", folder);
  for (Margin& margin : scenario.population.margins) margin.fitted = false;
  return scenario;
}

Scenario small_scenario() {
  Scenario scenario = shipped_scenario();
  scenario.population.candidates = 4'000;
  scenario.population.families = 800;
  scenario.families = 0;
  for (Margin& margin : scenario.population.margins) margin.fitted = false;
  return scenario;
}

std::vector<Arm> all_arms(const Scenario& scenario) {
  std::vector<Arm> arms{{0, EffectLevel::none}};
  for (std::size_t i = 1; i <= scenario.strategies.size(); ++i) {
    for (const EffectLevel level :
         {EffectLevel::none, EffectLevel::weak, EffectLevel::centre, EffectLevel::strong}) {
      arms.push_back({i, level});
    }
  }
  return arms;
}

World::World(Scenario scenario, int threads)
    : scenario_{std::move(scenario)},
      pool_{make_pool(scenario_, threads, {})},
      draw_{stratified_draw(pool_, scenario_.population)} {}

std::vector<ArmCounts> World::run(const Scenario& changed, const std::vector<Arm>& arms) const {
  const FamilyModel model{changed, pool_, draw_, scenario_.population.families, arms};
  return run_model(model, changed.replicates);
}

std::int64_t take_work(std::vector<YearCounts>& years) {
  std::int64_t simulated = 0;
  for (YearCounts& year : years) {
    simulated += year.work.simulated;
    year.work = {};
  }
  return simulated;
}

std::vector<ArmCounts> run_model(const FamilyModel& model, std::uint32_t draws,
                                 std::uint32_t draws_per_chunk, int threads) {
  RunPlan plan = model.plan(draws, threads);
  plan.draws_per_chunk = draws_per_chunk;
  return run_sum(model, plan).arms;
}

Lives lives_of(const FamilyModel& model, const Scenario& scenario, std::uint32_t arm) {
  Lives lives;
  FamilyModel::Scratch scratch = model.make_scratch();
  for (std::uint64_t site = 0; site < model.sites(); ++site) {
    model.make_block(scratch, site, 1);
    scratch.work = scratch.start;
    const auto size = static_cast<std::size_t>(scenario.population.families_per_site);
    std::vector<FamilyLife> own(size);
    std::vector<YearCounts> counts(static_cast<std::size_t>(scenario.years));
    for (int year = 1; year <= scenario.years; ++year) {
      model.live_site_year(scratch, 0, {scenario.seed, 0}, year, arm,
                           counts[static_cast<std::size_t>(year - 1)]);
      for (std::size_t f = 0; f < size; ++f) {
        Family family = scratch.work.families[f];
        const auto from = scratch.work.people.begin() + family.first;
        own[f].people.emplace_back(from, from + family.state.members);
        family.first = 0;
        family.post = no_post;  // whose it is depends on how many there are
        own[f].family.push_back(family);
      }
    }
    std::erase_if(own,
                  [](const FamilyLife& life) { return life.family.front().state.members == 0; });
    lives.families.insert(lives.families.end(), own.begin(), own.end());
    lives.sites.push_back(std::move(counts));
  }
  return lives;
}

Strategy bare_strategy(const Scenario& scenario, std::vector<Effect> effects) {
  Strategy strategy = scenario.strategies.back();
  strategy.id = "bare";
  Levers& levers = strategy.levers;
  levers.authority = true;
  levers.intake_share.value = 1;
  levers.consent_share.value = 1;
  levers.capacity_per_site.value = 0;
  levers.duration_years.value = scenario.years + 1;
  levers.exit_rate_closed.value = 0;
  levers.exit_rate_withdrawn.value = 0;
  for (CoreElement& element : strategy.elements) element.fidelity.value = 6;
  levers.ramp_months.value = 0;
  levers.fade_rate.value = 0;
  levers.harm_share.value = 0;
  levers.hiring_lag_months.value = 0;
  levers.turnover_rate.value = 0;
  levers.caseload_creep.value = 0;
  levers.spill_over.value = 0;
  strategy.effects = std::move(effects);
  return strategy;
}

Effect effect_of(Hook hook, double ratio, Channel channel, double months) {
  Effect effect;
  effect.hook = hook;
  effect.channel = channel;
  effect.centre = effect.weak = effect.strong = ratio;
  effect.low = std::min(1.0, ratio);
  effect.high = std::max(1.0, ratio);
  effect.months.value = months;
  return effect;
}

std::int64_t total_of(const ArmCounts& counts, Outcome outcome) {
  std::int64_t sum = 0;
  for (const YearCounts& year : counts.years) sum += year.outcomes[index_of(outcome)];
  return sum;
}

Ore service_cost(const ArmCounts& counts, const Catalogue& catalogue) {
  const PriceTable prices = split_prices(catalogue);
  Ore sum = 0;
  for (const YearCounts& year : counts.years) {
    const PayerPrices cost = cost_of(year.use, prices);
    for (const Payer payer : {Payer::municipality, Payer::region, Payer::state}) {
      sum += cost[index_of(payer)];
    }
  }
  return sum;
}

}  // namespace samspil::test
