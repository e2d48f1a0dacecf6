/// \file
/// The shipped scenario on a population small enough for tests, and the lives lived in it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/simulation/family_model.hpp"
#include "model/simulation/run.hpp"

namespace samspil::test {

/// Folder of the shipped scenarios in the source tree.
std::filesystem::path shipped_scenarios();

/// scenarios/uncalibrated.toml at the values of its inputs: without draws, else as it stands. It is
/// the default scenario but for the calibration, which no test of how the model works should move
/// with.
Scenario shipped_scenario();

/// tests/simulation/frozen/default.toml with files of its own: it moves with no shipped number. Its
/// margins are shown but not fitted.
Scenario frozen_scenario();

/// The shipped scenario with few candidates and families. Its margins are shown but not fitted, so
/// that a changed parameter never makes them unreachable.
Scenario small_scenario();

/// Baseline first, then the three levels of every strategy.
std::vector<Arm> all_arms(const Scenario& scenario);

/// A scenario with its pool and draw. Models refer to it, so it stays where it is.
class World {
 public:
  explicit World(Scenario scenario, int threads = 0);
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const Scenario& scenario() const noexcept { return scenario_; }
  const Pool& pool() const noexcept { return pool_; }
  const StratifiedDraw& draw() const noexcept { return draw_; }

  /// Counts of `arms` among the world's own families, sums over draws.
  std::vector<ArmCounts> run(const std::vector<Arm>& arms) const { return run(scenario_, arms); }
  /// The same families under another scenario: numbers changed, year-0 population kept.
  std::vector<ArmCounts> run(const Scenario& changed, const std::vector<Arm>& arms) const;

  FamilyModel model(std::uint64_t families, const std::vector<Arm>& arms,
                    std::uint32_t sites_per_block = usual_sites_per_block) const {
    return {scenario_, pool_, draw_, families, arms, sites_per_block};
  }

 private:
  Scenario scenario_;
  Pool pool_;
  StratifiedDraw draw_;
};

/// Takes the work done out of an arm's counts, which is all that may depend on the arms beside it
/// in lanes; returns the person-years that were simulated.
std::int64_t take_work(std::vector<YearCounts>& years);

/// Sums of `model` over its sites.
std::vector<ArmCounts> run_model(const FamilyModel& model, std::uint32_t draws = 1,
                                 std::uint32_t draws_per_chunk = 32, int threads = 0);

/// One family as it stood at the end of each year.
struct FamilyLife {
  /// By year. Without row and post, which are no part of a life.
  std::vector<Family> family;
  std::vector<std::vector<Person>> people;

  friend bool operator==(const FamilyLife&, const FamilyLife&) = default;
};

/// The lives of every family in one arm, and what each site used and counted by year.
struct Lives {
  std::vector<FamilyLife> families;
  std::vector<std::vector<YearCounts>> sites;
};
Lives lives_of(const FamilyModel& model, const Scenario& scenario, std::uint32_t arm);

/// A strategy that enrols everybody who is offered a place from the first day, costs what
/// familiens_fremtid costs, and acts through `effects` alone, ungated and at
/// once. Its staff are there from the first day and stay.
Strategy bare_strategy(const Scenario& scenario, std::vector<Effect> effects);

/// One effect whose every value is `ratio`.
Effect effect_of(Hook hook, double ratio, Channel channel = Channel::effort, double months = 12);

/// Sum over years of one outcome.
std::int64_t total_of(const ArmCounts& counts, Outcome outcome);

/// Net public cost of every year, programme left out [øre].
Ore service_cost(const ArmCounts& counts, const Catalogue& catalogue);

}  // namespace samspil::test
