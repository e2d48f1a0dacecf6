#include "model/simulation/run.hpp"

#include <chrono>

#include "model/core/problem.hpp"
#include "model/engine/engine.hpp"
#include "model/engine/ranks.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/simulation/common_terms.hpp"
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

ShareDone stage(const Progress& progress, const char* name) {
  if (!progress) return {};
  return [&progress, name](double share) { progress(share, name); };
}

RunPlan plan_of(const Scenario& scenario, const FamilyModel& model, const Execution& execution) {
  RunPlan plan;
  plan.units = model.sites();
  plan.units_per_block = sites_per_block;
  plan.draws = scenario.draws;
  plan.arms = static_cast<std::uint32_t>(model.arms().size());
  plan.execution = execution;
  return plan;
}

/// Baseline and centre arms on the families of `pool`.
WithoutMechanism run_centre_arms(const Scenario& described, const Pool& pool,
                                 const Execution& execution, const ShareDone& share_done) {
  const std::vector<Arm> arms = arms_of(described, {EffectLevel::centre});
  const StratifiedDraw draw = stratified_draw(pool, described.population);
  const Scenario scenario =
      on_common_terms(described, programme_cost_on(pool, draw, execution)).scenario;
  const FamilyModel model{scenario, pool,           draw, simulated_families(scenario),
                          arms,     sites_per_block};
  const auto counts = run_sum(model, plan_of(scenario, model, execution), share_done).arms;
  WithoutMechanism without;
  for (std::size_t arm = arms.size() - scenario.strategies.size(); arm < arms.size(); ++arm) {
    without.moments.push_back(counts[arm].moments);
  }
  return without;
}

}  // namespace

RunResult run_scenario(const Scenario& described, const Execution& execution,
                       const Progress& progress, Checkpoint* checkpoint) {
  RunResult result;
  result.arms = arms_of(described, {EffectLevel::none, EffectLevel::centre, EffectLevel::strong});
  result.families = simulated_families(described);
  result.draws = described.draws;
  result.threads = thread_count(execution);
  result.hosts = execution.ranks == nullptr ? 1 : execution.ranks->hosts();

  const Stopwatch population_watch;
  const Pool pool = make_pool(described, execution, stage(progress, "population"));
  const StratifiedDraw draw = stratified_draw(pool, described.population);
  result.population =
      fit_of(pool, described.population, draw, {described.seed, 0}, result.families);
  result.population_seconds = population_watch.seconds();

  const Stopwatch simulation_watch;
  const CommonTerms common = on_common_terms(described, programme_cost_on(pool, draw, execution));
  const Scenario& scenario = common.scenario;
  result.enrolment = common.enrolment;
  const FamilyModel model{scenario, pool, draw, result.families, result.arms, sites_per_block};
  result.sites = model.sites();
  result.counts =
      run_sum(model, plan_of(scenario, model, execution), stage(progress, "simulation"), checkpoint)
          .arms;
  result.simulation_seconds = simulation_watch.seconds();
  return result;
}

void run_without_each_mechanism(const Scenario& scenario, const Execution& execution,
                                const Progress& progress, RunResult& result) {
  const Pool pool = make_pool(scenario, execution, stage(progress, "population"));
  for (std::size_t i = 0; i < mechanism_count; ++i) {
    const auto mechanism = static_cast<Mechanism>(i);
    if (!is_on(scenario.mechanisms, mechanism)) continue;
    Scenario other = scenario;
    other.mechanisms[i] = false;
    const ShareDone share_done = [&progress, i](double share) {
      if (progress) progress((static_cast<double>(i) + share) / mechanism_count, "mechanisms");
    };
    WithoutMechanism without;
    try {
      without = acts_without_strategy(mechanism)
                    ? run_centre_arms(other, make_pool(other, execution, {}), execution, share_done)
                    : run_centre_arms(other, pool, execution, share_done);
    } catch (const InputError&) {  // No weights meet the margins: said where it is printed.
    }
    without.mechanism = mechanism;
    result.without.push_back(std::move(without));
  }
}

PopulationFit fit_population(const Scenario& scenario, const Execution& execution,
                             const Progress& progress) {
  const Pool pool = make_pool(scenario, execution, stage(progress, "population"));
  const StratifiedDraw draw = stratified_draw(pool, scenario.population);
  return fit_of(pool, scenario.population, draw, {scenario.seed, 0}, simulated_families(scenario));
}

}  // namespace samspil
