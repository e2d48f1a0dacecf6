#include "model/simulation/run.hpp"

#include <chrono>

#include "model/engine/engine.hpp"
#include "model/simulation/family_model.hpp"

namespace samspil {
namespace {

/// Four sites of forty families: their people fit in a core's own cache.
constexpr std::uint32_t sites_per_block = 4;

class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::vector<Arm> arms_of(const Scenario& scenario) {
  std::vector<Arm> arms{{0, EffectLevel::none}};
  for (std::size_t i = 1; i <= scenario.strategies.size(); ++i) {
    for (const EffectLevel level : {EffectLevel::none, EffectLevel::centre, EffectLevel::strong}) {
      arms.push_back({i, level});
    }
  }
  return arms;
}

ShareDone stage(const Progress& progress, const char* name) {
  if (!progress) return {};
  return [&progress, name](double share) { progress(share, name); };
}

std::uint64_t families_of(const Scenario& scenario) noexcept {
  return scenario.families > 0 ? scenario.families : scenario.population.families;
}

}  // namespace

RunResult run_scenario(const Scenario& scenario, int threads, const Progress& progress) {
  RunResult result;
  result.arms = arms_of(scenario);
  result.families = families_of(scenario);
  result.draws = scenario.draws;
  result.threads = thread_count(threads);

  const Stopwatch population_watch;
  const Pool pool = make_pool(scenario, threads, stage(progress, "population"));
  const StratifiedDraw draw = stratified_draw(pool, scenario.population);
  result.population = fit_of(pool, scenario.population, draw, {scenario.seed, 0}, result.families);
  result.population_seconds = population_watch.seconds();

  const Stopwatch simulation_watch;
  const FamilyModel model{scenario, pool, draw, result.families, result.arms, sites_per_block};
  result.sites = model.sites();
  RunPlan plan;
  plan.units = model.sites();
  plan.units_per_block = sites_per_block;
  plan.draws = scenario.draws;
  plan.arms = static_cast<std::uint32_t>(result.arms.size());
  plan.threads = threads;
  result.counts = run_sum(model, plan, stage(progress, "simulation")).arms;
  result.simulation_seconds = simulation_watch.seconds();
  return result;
}

PopulationFit fit_population(const Scenario& scenario, int threads, const Progress& progress) {
  const Pool pool = make_pool(scenario, threads, stage(progress, "population"));
  const StratifiedDraw draw = stratified_draw(pool, scenario.population);
  return fit_of(pool, scenario.population, draw, {scenario.seed, 0}, families_of(scenario));
}

}  // namespace samspil
