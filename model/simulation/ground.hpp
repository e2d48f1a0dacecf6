/// \file
/// What all runs of a scenario share: its population and the terms of the comparison. Made once.
#pragma once

#include <chrono>

#include "model/families/pool.hpp"
#include "model/simulation/common_terms.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

struct Ground {
  /// As run_scenario(). Keeps a reference to `start`, where it is given.
  Ground(const Scenario& described, const Execution& execution, const Progress& progress,
         const Pool* start = nullptr);
  Ground(const Ground&) = delete;
  Ground& operator=(const Ground&) = delete;
  ~Ground() = default;

  const std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
  const Pool made;  ///< Without a start.
  const Pool& pool;
  const StratifiedDraw draw;
  const std::uint64_t families;
  const PopulationFit fit;
  const std::vector<std::uint64_t> eligible;  ///< By strategy; empty where nobody names conditions.
  const double seconds;                       ///< That the population took.
  const CommonTerms common;
};

}  // namespace samspil
