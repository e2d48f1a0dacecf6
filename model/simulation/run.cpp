#include "model/simulation/run.hpp"

#include <chrono>
#include <optional>

#include "model/engine/engine.hpp"
#include "model/engine/ranks.hpp"
#include "model/inputs/drawn_inputs.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/simulation/common_terms.hpp"
#include "model/simulation/family_model.hpp"
#include "model/simulation/replicates.hpp"
#include "model/simulation/run_sums.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Takes the runs of a scenario, and gives the model the inputs of each chunk's draws: drawn before
/// the terms of the comparison set who is enrolled, and only where there is more than one draw.
class Runs {
 public:
  Runs(const Scenario& scenario, const std::vector<EnrolledShare>& enrolment, FamilyModel& model,
       int threads, bool keeps_accounts)
      : scenario_{scenario},
        enrolment_{enrolment},
        model_{model},
        threads_{threads},
        sums_{model, scenario.catalogue, scenario.draws * scenario.replicates, keeps_accounts} {
    if (scenario.draws <= 1) return;
    inputs_.emplace(scenario);
    values_.resize(scenario.draws);
  }

  void before_chunk(std::uint32_t first_run, std::uint32_t runs) {
    if (!inputs_) return;
    const std::uint32_t replicates = scenario_.replicates;
    const std::uint32_t first = first_run / replicates;
    const std::uint32_t draws = (first_run + runs - 1) / replicates - first + 1;
    std::vector<std::optional<ModelInputs>> made(draws);
    for_each_replicate(draws, threads_, [&](std::uint32_t i) {
      made[i] = model_inputs(with_enrolment(inputs_->with(values_of(first + i)), enrolment_),
                             model_.arms());
    });
    std::vector<ModelInputs> chunk;
    chunk.reserve(made.size());
    for (auto& one : made) chunk.push_back(std::move(*one));
    model_.take_draws(first, replicates, std::move(chunk));
  }

  void take(std::uint32_t first_run, std::span<const FamilyModel::Tally> runs) {
    sums_.begin_chunk();
    for (const FamilyModel::Tally& run : runs) sums_.add(first_run++, run, model_);
  }

  /// What a resumed run must know of the runs before.
  void visit_integers(auto&& visit) { sums_.visit_integers(visit); }

  RunSums& sums() noexcept { return sums_; }

  /// Names, and values by draw: of a resumed run those of the draws before are made anew.
  void tell_draws(RunResult& result) {
    if (!inputs_) return;
    for_each_replicate(scenario_.draws, threads_, [this](std::uint32_t draw) { values_of(draw); });
    result.drawn_names = inputs_->names();
    result.drawn_values = std::move(values_);
  }

 private:
  const std::vector<double>& values_of(std::uint32_t draw) {
    if (values_[draw].empty()) values_[draw] = inputs_->values(draw);
    return values_[draw];
  }

  const Scenario& scenario_;
  const std::vector<EnrolledShare>& enrolment_;
  FamilyModel& model_;
  int threads_;
  std::optional<DrawnInputs> inputs_;        ///< Where there is more than one draw.
  std::vector<std::vector<double>> values_;  ///< By draw.
  RunSums sums_;
};

/// Baseline and centre arms on the families of `pool`.
WithoutMechanism run_centre_arms(const Scenario& described, const Pool& pool,
                                 const Execution& execution, const ShareDone& share_done) {
  const std::vector<Arm> arms = arms_of(described, {EffectLevel::centre});
  const StratifiedDraw draw = stratified_draw(pool, described.population);
  const CommonTerms common = on_common_terms(described, programme_cost_on(pool, draw, execution));
  FamilyModel model{common.scenario, pool, draw, simulated_families(described), arms};
  Runs runs{described, common.enrolment, model, execution.threads, false};
  run_into(model, model.plan(described.draws * described.replicates, execution), runs, share_done);
  const std::vector<ArmCounts>& counts = runs.sums().counts;
  WithoutMechanism without;
  for (std::size_t arm = arms.size() - described.strategies.size(); arm < arms.size(); ++arm) {
    without.moments.push_back(counts[arm].moments);
  }
  return without;
}

}  // namespace

ShareDone stage_of(const Progress& progress, const char* stage) {
  if (!progress) return {};
  return [&progress, stage](double share) { progress(share, stage); };
}

RunResult run_scenario(const Scenario& described, const Execution& execution,
                       const Progress& progress, Checkpoint* checkpoint, const Pool* start) {
  RunResult result;
  result.arms = arms_of(
      described, {EffectLevel::none, EffectLevel::weak, EffectLevel::centre, EffectLevel::strong});
  result.families = simulated_families(described);
  result.draws = described.draws;
  result.replicates = described.replicates;
  result.threads = thread_count(execution);
  result.hosts = execution.ranks == nullptr ? 1 : execution.ranks->hosts();

  const Stopwatch population_watch;
  const Pool made =
      start == nullptr ? make_pool(described, execution, stage_of(progress, "population")) : Pool{};
  const Pool& pool = start == nullptr ? made : *start;
  const StratifiedDraw draw = stratified_draw(pool, described.population);
  result.population =
      fit_of(pool, described.population, draw, {described.seed, 0}, result.families);
  result.population_seconds = population_watch.seconds();

  const Stopwatch simulation_watch;
  const CommonTerms common = on_common_terms(described, programme_cost_on(pool, draw, execution));
  const Scenario& scenario = common.scenario;
  result.enrolment = common.enrolment;
  FamilyModel model{scenario, pool, draw, result.families, result.arms};
  result.sites = model.sites();
  Runs runs{described, common.enrolment, model, execution.threads, true};
  run_into(model, model.plan(described.draws * described.replicates, execution), runs,
           stage_of(progress, "simulation"), checkpoint);
  runs.tell_draws(result);
  result.counts = std::move(runs.sums().counts);
  result.ledgers = std::move(runs.sums().ledgers);
  result.spreads = std::move(runs.sums().spreads);
  result.kept = std::move(runs.sums().kept);
  result.run_pairs = static_cast<std::uint64_t>(runs.sums().run_pairs);
  result.savings = std::move(runs.sums().savings);
  result.accounts = std::move(runs.sums().accounts);
  result.simulation_seconds = simulation_watch.seconds();
  return result;
}

void run_without_each_mechanism(const Scenario& scenario, const Execution& execution,
                                const Progress& progress, RunResult& result) {
  const Pool pool = make_pool(scenario, execution, stage_of(progress, "population"));
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

}  // namespace samspil
