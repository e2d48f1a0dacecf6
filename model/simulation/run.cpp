#include "model/simulation/run.hpp"

#include <chrono>
#include <optional>

#include "model/engine/engine.hpp"
#include "model/engine/ranks.hpp"
#include "model/inputs/drawn_inputs.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/inputs/run_size.hpp"
#include "model/simulation/common_terms.hpp"
#include "model/simulation/family_model.hpp"
#include "model/simulation/ground.hpp"
#include "model/simulation/own_ground.hpp"
#include "model/simulation/replicates.hpp"
#include "model/simulation/run_sums.hpp"
#include "model/simulation/varied_arms.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

/// Takes the runs of a scenario, and gives the model the inputs of each chunk's draws: drawn before
/// the terms of the comparison set who is enrolled, and only where there is more than one draw.
class Runs {
 public:
  Runs(const Scenario& scenario, const std::vector<EnrolledShare>& enrolment, FamilyModel& model,
       int threads, std::size_t accounted_arms)
      : scenario_{scenario},
        enrolment_{enrolment},
        model_{model},
        threads_{threads},
        sums_{model, scenario.catalogue, scenario.draws * scenario.replicates, accounted_arms} {
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
    sums_.add_chunk(first_run, runs, model_);
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
  const CommonTerms common = on_common_terms(with_own_enrolment(described, pool, draw),
                                             programme_cost_on(pool, draw, execution));
  FamilyModel model{common.scenario, pool, draw, simulated_families(described), arms};
  Runs runs{described, common.enrolment, model, execution.threads, 0};
  run_into(model, model.plan(described.draws * described.replicates, execution), runs, share_done);
  const std::vector<ArmCounts>& counts = runs.sums().counts;
  WithoutMechanism without;
  for (std::size_t arm = arms.size() - described.strategies.size(); arm < arms.size(); ++arm) {
    without.moments.push_back(counts[arm].moments);
  }
  return without;
}

/// The runs of one scenario on its ground, from the plan to the result.
class Round {
 public:
  /// Of the first `accounted_arms` the accounts are kept. Each draw lives `sites` sites; 0: all.
  Round(const Scenario& described, const Ground& ground, const Execution& execution,
        std::vector<Arm> arms, std::size_t accounted_arms, std::uint64_t sites)
      : described_{described},
        ground_{ground},
        execution_{execution},
        model_{ground.common.scenario, ground.pool, ground.draw, ground.families, std::move(arms)},
        runs_{described, ground.common.enrolment, model_, execution.threads, accounted_arms},
        sites_{sites} {
    if (sites > 0) model_.rotate(sites);
  }

  std::uint32_t number_of_runs() const noexcept { return described_.draws * described_.replicates; }

  /// `taken` is what is made of finished runs, and saved: the round's own, or more.
  void run(auto& taken, const ShareDone& share_done, Checkpoint* checkpoint) {
    const Clock::time_point began = Clock::now();
    run_into(model_, model_.plan(number_of_runs(), execution_), taken, share_done, checkpoint);
    seconds_ = seconds_since(began);
  }

  Runs& runs() noexcept { return runs_; }

  RunResult result() {
    RunResult result;
    RunSums& sums = runs_.sums();
    result.arms = model_.arms();
    result.families = ground_.families;
    result.own_share = own_share(described_, ground_.fit);
    result.sites = model_.sites();
    result.sites_per_draw = sites_;
    result.draws = described_.draws;
    result.replicates = described_.replicates;
    result.threads = thread_count(execution_);
    result.hosts = execution_.ranks == nullptr ? 1 : execution_.ranks->hosts();
    result.population = ground_.fit;
    result.population_seconds = ground_.seconds;
    result.enrolment = ground_.common.enrolment;
    result.eligible = ground_.eligible;
    runs_.tell_draws(result);
    result.counts = std::move(sums.counts);
    result.ledgers = std::move(sums.ledgers);
    result.spreads = std::move(sums.spreads);
    result.site_spreads = std::move(sums.site_spreads);
    result.shared_sites = static_cast<std::uint64_t>(sums.shared_sites);
    result.savings = std::move(sums.savings);
    result.accounts = std::move(sums.accounts);
    result.simulation_seconds = seconds_;
    return result;
  }

 private:
  const Scenario& described_;
  const Ground& ground_;
  const Execution& execution_;
  FamilyModel model_;
  Runs runs_;
  std::uint64_t sites_;
  double seconds_ = 0;
};

/// That each draw of a scenario lives; 0: all.
std::uint64_t sites_lived(const Scenario& scenario) noexcept {
  return rotates(scenario) ? sites_per_draw(scenario) : 0;
}

/// The four levels of every strategy.
std::vector<Arm> usual_arms(const Scenario& scenario) {
  return arms_of(scenario,
                 {EffectLevel::none, EffectLevel::weak, EffectLevel::centre, EffectLevel::strong});
}

/// The draws at work, and with them saved what the run at the values came to.
class Beside {
 public:
  Beside(Runs& central, Runs& draws) : central_{central}, draws_{draws} {}

  void before_chunk(std::uint32_t first_run, std::uint32_t runs) {
    draws_.before_chunk(first_run, runs);
  }
  void take(std::uint32_t first_run, std::span<const FamilyModel::Tally> runs) {
    draws_.take(first_run, runs);
  }
  void visit_integers(auto&& visit) {
    central_.visit_integers(visit);
    draws_.visit_integers(visit);
  }

 private:
  Runs& central_;
  Runs& draws_;
};

}  // namespace

ShareDone stage_of(const Progress& progress, const char* stage) {
  if (!progress) return {};
  return [&progress, stage](double share) { progress(share, stage); };
}

Scenario at_values(Scenario scenario) {
  scenario.draws = 1;
  return scenario;
}

Ground::Ground(const Scenario& described, const Execution& execution, const Progress& progress,
               const Pool* start)
    : made{start == nullptr ? make_pool(described, execution, stage_of(progress, "population"))
                            : Pool{}},
      pool{start == nullptr ? made : *start},
      draw{stratified_draw(pool, described.population)},
      families{simulated_families(described)},
      fit{fit_of(pool, described.population, draw, {described.seed, 0}, families)},
      eligible{eligible_families(described, pool, draw)},
      seconds{seconds_since(began)},
      common{on_common_terms(
          with_own_enrolment(described, fit, eligible.empty() ? families : eligible.front()),
          programme_cost_on(pool, draw, execution))} {}

RunResult run_scenario(const Scenario& described, const Execution& execution,
                       const Progress& progress, Checkpoint* checkpoint, const Pool* start) {
  const Ground ground{described, execution, progress, start};
  std::vector<Arm> arms = usual_arms(described);
  const std::size_t all = arms.size();
  Round round{described, ground, execution, std::move(arms), all, sites_lived(described)};
  round.run(round.runs(), stage_of(progress, "simulation"), checkpoint);
  return round.result();
}

RunResult run_arms(const Scenario& values, const Ground& ground, std::vector<Arm> arms,
                   const Execution& execution, const ShareDone& share_done, std::uint64_t sites) {
  Round round{values, ground, execution, std::move(arms), 0, sites};
  round.run(round.runs(), share_done, nullptr);
  return round.result();
}

RunAndDraws run_with_draws(const Scenario& described, const Execution& execution,
                           const Progress& progress, Checkpoint* checkpoint, const Pool* start) {
  return run_with_draws(described, Ground{described, execution, progress, start}, execution,
                        progress, checkpoint);
}

RunAndDraws run_with_draws(const Scenario& described, const Ground& ground,
                           const Execution& execution, const Progress& progress,
                           Checkpoint* checkpoint) {
  const Scenario values = at_values(described);
  std::vector<Arm> arms = usual_arms(described);
  const std::size_t usual = arms.size();
  Round central{values, ground, execution, arms, usual, 0};
  if (described.draws < 2) {
    central.run(central.runs(), stage_of(progress, "simulation"), checkpoint);
    return {central.result(), std::nullopt, std::nullopt};
  }
  if (described.break_even) add_arms_of_draws(arms, described);
  Round draws{described, ground, execution, arms, usual, sites_lived(described)};
  // A checkpoint of the draws holds the central run whole; one of another number of runs is its.
  const bool are_draws_begun =
      checkpoint != nullptr && checkpoint->runs_found() == draws.number_of_runs();
  if (!are_draws_begun) {
    central.run(central.runs(), stage_of(progress, "simulation"), checkpoint);
  }
  Beside beside{central.runs(), draws.runs()};
  draws.run(beside, stage_of(progress, "draws"), checkpoint);
  RunAndDraws all{central.result(), draws.result(), std::nullopt};
  if (arms.size() > usual) all.varied_draws = take_arms_from(*all.draws, usual);
  return all;
}

void run_without_each_mechanism(const Scenario& scenario, const Execution& execution,
                                const Progress& progress, RunResult& result) {
  const Pool pool = make_pool(scenario, execution, stage_of(progress, "population"));
  for (std::size_t i = 0; i < mechanism_count; ++i) {
    const auto mechanism = static_cast<Mechanism>(i);
    if (!is_on(scenario.mechanisms, mechanism)) continue;
    Scenario other = at_values(scenario);
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
