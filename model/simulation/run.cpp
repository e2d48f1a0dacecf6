#include "model/simulation/run.hpp"

#include <chrono>
#include <optional>

#include "model/core/problem.hpp"
#include "model/engine/engine.hpp"
#include "model/inputs/drawn_inputs.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/simulation/common_terms.hpp"
#include "model/simulation/family_model.hpp"
#include "model/simulation/replicates.hpp"
#include "model/simulation/run_sums.hpp"

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

RunPlan plan_of(const Scenario& scenario, const FamilyModel& model, int threads) {
  RunPlan plan;
  plan.units = model.sites();
  plan.units_per_block = sites_per_block;
  plan.draws = scenario.draws * scenario.replicates;
  plan.arms = static_cast<std::uint32_t>(model.arms().size());
  plan.threads = threads;
  return plan;
}

/// Makes the inputs of the draws of a chunk of runs and gives them to the model.
class InputDraws {
 public:
  InputDraws(const Scenario& scenario, const std::vector<EnrolledShare>& enrolment,
             FamilyModel& model, int threads)
      : inputs_{scenario},
        replicates_{scenario.replicates},
        enrolment_{enrolment},
        model_{model},
        threads_{threads} {}

  const DrawnInputs& inputs() const noexcept { return inputs_; }
  const std::vector<std::vector<double>>& values() const noexcept { return values_; }

  void before_chunk(std::uint32_t first_run, std::uint32_t runs) {
    const std::uint32_t first = first_run / replicates_;
    const std::uint32_t draws = (first_run + runs - 1) / replicates_ - first + 1;
    values_.resize(first + draws);
    std::vector<std::optional<ModelInputs>> made(draws);
    for_each_replicate(draws, threads_, [&](std::uint32_t i) {
      values_[first + i] = inputs_.values(first + i);
      made[i] =
          model_inputs(with_enrolment(inputs_.with(values_[first + i]), enrolment_), model_.arms());
    });
    std::vector<ModelInputs> chunk;
    for (auto& one : made) chunk.push_back(std::move(*one));
    model_.take_draws(first, replicates_, std::move(chunk));
  }

 private:
  DrawnInputs inputs_;
  std::uint32_t replicates_;
  const std::vector<EnrolledShare>& enrolment_;
  FamilyModel& model_;
  int threads_;
  std::vector<std::vector<double>> values_;  ///< By draw.
};

/// Every run of the scenario in these arms. The inputs are drawn where there is more than one draw,
/// before the terms of the comparison set who is enrolled.
RunSums simulate(const Scenario& scenario, const std::vector<EnrolledShare>& enrolment,
                 FamilyModel& model, int threads, const ShareDone& share_done,
                 RunResult* drawn = nullptr) {
  RunSums sums{model.arms().size()};
  InputDraws draws{scenario, enrolment, model, threads};
  BeforeChunk before_chunk;
  if (scenario.draws > 1) {
    before_chunk = [&](std::uint32_t first, std::uint32_t runs) {
      draws.before_chunk(first, runs);
    };
  }
  const auto take_chunk = [&](std::uint32_t first, std::span<const FamilyModel::Tally> runs) {
    for (const FamilyModel::Tally& run : runs) {
      sums.add(run, model.inputs_of({scenario.seed, first++}), scenario.catalogue, model.sites());
    }
  };
  run_chunks(model, plan_of(scenario, model, threads), take_chunk, share_done, before_chunk);
  if (drawn != nullptr && scenario.draws > 1) {
    drawn->drawn_names = draws.inputs().names();
    drawn->drawn_values = draws.values();
  }
  return sums;
}

/// Baseline and centre arms on the families of `pool`.
WithoutMechanism run_centre_arms(const Scenario& described, const Pool& pool, int threads,
                                 const ShareDone& share_done) {
  const std::vector<Arm> arms = arms_of(described, {EffectLevel::centre});
  const StratifiedDraw draw = stratified_draw(pool, described.population);
  const CommonTerms common = on_common_terms(described, programme_cost_on(pool, draw, threads));
  FamilyModel model{common.scenario, pool, draw, simulated_families(described), arms,
                    sites_per_block};
  const auto counts = simulate(described, common.enrolment, model, threads, share_done).counts;
  WithoutMechanism without;
  for (std::size_t arm = arms.size() - described.strategies.size(); arm < arms.size(); ++arm) {
    without.moments.push_back(counts[arm].moments);
  }
  return without;
}

}  // namespace

RunResult run_scenario(const Scenario& described, int threads, const Progress& progress) {
  RunResult result;
  result.arms = arms_of(described, {EffectLevel::none, EffectLevel::centre, EffectLevel::strong});
  result.families = simulated_families(described);
  result.draws = described.draws;
  result.replicates = described.replicates;
  result.threads = thread_count(threads);

  const Stopwatch population_watch;
  const Pool pool = make_pool(described, threads, stage(progress, "population"));
  const StratifiedDraw draw = stratified_draw(pool, described.population);
  result.population =
      fit_of(pool, described.population, draw, {described.seed, 0}, result.families);
  result.population_seconds = population_watch.seconds();

  const Stopwatch simulation_watch;
  const CommonTerms common = on_common_terms(described, programme_cost_on(pool, draw, threads));
  const Scenario& scenario = common.scenario;
  result.enrolment = common.enrolment;
  FamilyModel model{scenario, pool, draw, result.families, result.arms, sites_per_block};
  result.sites = model.sites();
  RunSums sums =
      simulate(described, common.enrolment, model, threads, stage(progress, "simulation"), &result);
  result.counts = std::move(sums.counts);
  result.ledgers = std::move(sums.ledgers);
  result.spreads = std::move(sums.spreads);
  result.savings = std::move(sums.savings);
  result.simulation_seconds = simulation_watch.seconds();
  return result;
}

void run_without_each_mechanism(const Scenario& scenario, int threads, const Progress& progress,
                                RunResult& result) {
  const Pool pool = make_pool(scenario, threads, stage(progress, "population"));
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
                    ? run_centre_arms(other, make_pool(other, threads, {}), threads, share_done)
                    : run_centre_arms(other, pool, threads, share_done);
    } catch (const InputError&) {  // No weights meet the margins: said where it is printed.
    }
    without.mechanism = mechanism;
    result.without.push_back(std::move(without));
  }
}

PopulationFit fit_population(const Scenario& scenario, int threads, const Progress& progress) {
  const Pool pool = make_pool(scenario, threads, stage(progress, "population"));
  const StratifiedDraw draw = stratified_draw(pool, scenario.population);
  return fit_of(pool, scenario.population, draw, {scenario.seed, 0}, simulated_families(scenario));
}

}  // namespace samspil
