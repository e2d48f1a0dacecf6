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
  FamilyModel model;  ///< Baseline and both strategies at centre.
};
const Fixture& fixture();

/// Work of a run, summed over arms and years.
struct RunWork {
  std::int64_t person_years = 0;
  std::int64_t family_years = 0;
  std::int64_t random_words = 0;
  std::int64_t events = 0;
  std::int64_t postings = 0;

  /// Bytes of state read and written: each person and family once a year.
  std::int64_t state_bytes() const noexcept;
};
RunWork work_of(const std::vector<ArmCounts>& arms);

/// Runs the fixture's model once over the whole population.
RunWork simulate(int threads);

}  // namespace samspil::bench
