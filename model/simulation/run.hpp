/// \file
/// The main job: a scenario in, counted arms out.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/costs/ledger.hpp"
#include "model/engine/run_plan.hpp"
#include "model/families/population_fit.hpp"
#include "model/inputs/scenario.hpp"
#include "model/simulation/counts.hpp"
#include "model/simulation/run_accounts.hpp"
#include "model/simulation/site_savings.hpp"
#include "model/simulation/variation.hpp"

namespace samspil {

class Checkpoint;
struct Ground;
struct Pool;

/// How much of a strategy's effects an arm has. All pay the programme.
enum class EffectLevel : std::uint8_t { none, weak, centre, strong };
inline constexpr std::array<std::string_view, 4> effect_level_names{"no_effect", "weak_effect",
                                                                    "centre", "strong_effect"};

struct Arm {
  std::size_t strategy = 0;  ///< Number, as strategy_of() counts them.
  EffectLevel level = EffectLevel::centre;
  std::size_t reference = 0;  ///< Position of the arm that this one is compared with.
  Variation variation{};      ///< Of the centre effect alone.
};

/// Position of the arm of the same strategy whose programme has no effect; `arm` itself where there
/// is none.
std::size_t arm_without_effect(const std::vector<Arm>& arms, std::size_t arm) noexcept;

/// 0 = baseline, i = scenario.strategies[i - 1], the one after the last = present practice.
const Strategy& strategy_of(const Scenario& scenario, std::size_t number) noexcept;

/// What the strategies bring when one mechanism is switched off, all else the same: the moments of
/// each strategy's centre arm, sums over runs.
struct WithoutMechanism {
  Mechanism mechanism{};
  /// By strategy. Empty where the population cannot be made without the mechanism.
  std::vector<std::array<PairedMoments, purse_count>> moments;
};

/// How many families one strategy enrols on the terms of the comparison.
struct EnrolledShare {
  double share = 0;         ///< Of the families, in the first year; 0 where it is as described.
  double budget_share = 1;  ///< Same budget: programme cost relative to the first strategy's.
};

struct RunResult {
  std::vector<Arm> arms;  ///< Baseline, present practice if any, then four levels per strategy.
  std::vector<ArmCounts> counts;  ///< Sums over runs; divide by whole_runs().
  std::vector<Ledger> ledgers;    ///< By arm; sums over runs, each priced by its own draw.
  std::vector<std::array<PairedSpread, purse_count>> spreads;  ///< By arm; sums over runs.
  std::vector<SiteSpread> site_spreads;  ///< Arm, then cell as cells() counts.
  std::uint64_t shared_sites = 0;        ///< Of two runs, summed over the pairs of a chunk.
  /// What each run saved on the sites that it lived [øre]: run, arm, budget. Departments and the
  /// total without tax to within some øre, see costs_of().
  std::vector<BudgetCosts> savings;
  RunAccounts accounts;                           ///< Of more than one run.
  std::vector<std::string> drawn_names;           ///< Inputs that were drawn.
  std::vector<std::vector<double>> drawn_values;  ///< By draw and input.
  PopulationFit population;
  std::vector<EnrolledShare> enrolment;  ///< By strategy.
  /// By strategy: families that are eligible for it; empty where nobody names conditions.
  std::vector<std::uint64_t> eligible;
  std::uint64_t families = 0;
  double own_share = 1;  ///< Of these, that a municipality has, for which all is reckoned.
  std::uint64_t sites = 0;
  std::uint64_t sites_per_draw = 0;  ///< That a run lives; 0: all.
  std::uint32_t draws = 1;           ///< Of the uncertain inputs; 1: they stand at their values.
  std::uint32_t replicates = 1;      ///< Times that each draw is lived, by other chance.
  double population_seconds = 0;
  double simulation_seconds = 0;
  int threads = 1;  ///< Of all processes.
  int hosts = 1;
  std::vector<WithoutMechanism> without;  ///< Only when asked for.

  std::uint32_t runs() const noexcept { return draws * replicates; }
  std::uint64_t sites_lived() const noexcept { return sites_per_draw > 0 ? sites_per_draw : sites; }
  /// What a run counts is of the sites that it lives: times this it is of all families, or of those
  /// of the municipality. Sums over runs stay whole, and the scale enters here, or in whole_runs(),
  /// after them.
  double scale() const noexcept {
    return own_share * (sites_per_draw > 0
                            ? static_cast<double>(sites) / static_cast<double>(sites_per_draw)
                            : 1.0);
  }
  /// All families, or those of the municipality.
  double own_families() const noexcept { return own_share * static_cast<double>(families); }
  /// How often the runs lived as many families. A sum over runs, divided by it, is a mean over
  /// runs.
  double whole_runs() const noexcept { return runs() / scale(); }
  SavingCells cells() const noexcept { return {counts.front().years.size()}; }
};

/// What an arm is compared with.
inline const ArmCounts& reference_counts(const RunResult& result, std::size_t arm) noexcept {
  return result.counts[result.arms[arm].reference];
}

/// Called from one thread at a time with the share done [0, 1] and what is being done
/// ("population", "simulation", "mechanisms"). May throw to stop the run.
using Progress = std::function<void(double share, const char* stage)>;

/// The share done of one stage, told to `progress`, which outlives it; nothing where nobody asks.
ShareDone stage_of(const Progress& progress, const char* stage);

/// Makes the population and simulates every arm, in one draw at the values of the inputs or in
/// more, on the families that each draw lives. The simulation of the arms, and it alone, goes on
/// where `checkpoint` ends; what comes before it is done anew, but for the families of `start`,
/// which make_pool() made of the same inputs. Throws InputError when the scenario cannot be met (a
/// margin out of reach), Stopped when asked to stop, std::runtime_error otherwise.
RunResult run_scenario(const Scenario& scenario, const Execution& execution,
                       const Progress& progress, Checkpoint* checkpoint = nullptr,
                       const Pool* start = nullptr);

/// A scenario at the values of its inputs, all families; and where it has more than one draw,
/// beside it the draws, each on a part of the families.
struct RunAndDraws {
  RunResult central;
  std::optional<RunResult> draws;
  /// The same draws of the arms that break-even needs besides: baseline first. Where it is solved
  /// for and there are draws.
  std::optional<RunResult> varied_draws{};
};

/// Both on one population. As run_scenario(); the checkpoint holds both.
RunAndDraws run_with_draws(const Scenario& scenario, const Execution& execution,
                           const Progress& progress, Checkpoint* checkpoint = nullptr,
                           const Pool* start = nullptr);

/// The same on a ground that is made.
RunAndDraws run_with_draws(const Scenario& scenario, const Ground& ground,
                           const Execution& execution, const Progress& progress,
                           Checkpoint* checkpoint = nullptr);

/// Arms of a scenario at the values of its inputs, on the families of its ground; the first is the
/// baseline.
///   values  of at_values()
///   sites   that are lived, the first of them; 0: all
RunResult run_arms(const Scenario& values, const Ground& ground, std::vector<Arm> arms,
                   const Execution& execution, const ShareDone& share_done, std::uint64_t sites);

/// The scenario at the values of its inputs.
Scenario at_values(Scenario scenario);

/// Fills `result.without`: runs the baseline and the centre arms again without each mechanism that
/// is on. Those that act without a strategy make their own population.
void run_without_each_mechanism(const Scenario& scenario, const Execution& execution,
                                const Progress& progress, RunResult& result);

}  // namespace samspil
