/// \file
/// What the benchmarks share: the default scenario, its pool, and the model with three arms.
#pragma once

#include "model/inputs/scenario.hpp"
#include "model/simulation/counts.hpp"
#include "model/simulation/family_model.hpp"

namespace samspil::bench {

/// The default scenario and its population, made once per program.
struct Fixture {
  Fixture();

  Scenario scenario;
  Pool pool;
  StratifiedDraw draw;
  FamilyModel model;  ///< Baseline and two strategies at centre; every life is lived.
};
const Fixture& fixture();

/// Work of a run, summed over arms and years.
struct RunWork {
  std::int64_t person_years = 0;  ///< For which the kernel ran.
  std::int64_t delivered = 0;     ///< That the results hold.
  std::int64_t family_years = 0;
  std::int64_t random_words = 0;
  std::int64_t events = 0;
  std::int64_t postings = 0;

  /// Bytes of state read and written: each person and family once a year.
  std::int64_t state_bytes() const noexcept;
};
RunWork work_of(const std::vector<ArmCounts>& arms);

/// Runs a model of the fixture's families once over the whole population.
RunWork simulate(const FamilyModel& model, int threads);

}  // namespace samspil::bench
