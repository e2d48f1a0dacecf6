/// \file
/// How near the families come to the margins of the report, and what they cost in year 0.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/core/random.hpp"
#include "model/engine/run_plan.hpp"
#include "model/inputs/scenario.hpp"

namespace samspil {

class StratifiedDraw;
struct Pool;

/// One margin of the year-0 population, as made.
struct MarginFit {
  std::string name;
  double target = 0;
  double weighted = 0;  ///< In the weighted pool.
  double drawn = 0;     ///< Among the families drawn.
  double tolerance = 0.01;
  bool fitted = true;
  std::string unit;
};

struct PopulationFit {
  std::vector<MarginFit> margins;
  std::uint64_t candidates = 0;      ///< Families made.
  std::uint64_t accepted = 0;        ///< Families that meet the target definition.
  double effective_sample_size = 0;  ///< (Σw)² / Σw²
  double largest_weight = 0;         ///< Relative to the mean weight.
  std::uint64_t families = 0;        ///< Drawn.
  std::uint64_t persons = 0;
  std::uint64_t target_children = 0;
  std::uint64_t target_adults = 0;
  // Municipal cost in year 0 [kr.] of the social area, employment and health, after refunds.
  double municipal_cost_per_target_child = 0;
  double municipal_cost_per_target_parent = 0;
  double municipal_cost_of_others_per_family = 0;  ///< Siblings, other parents and partners.
  double school_cost_per_target_child = 0;         ///< School and day care: not in the above.
  bool is_own = false;  ///< Families that were read: what they cost in year 0 is not known.
};

/// Fit of the weighted pool and of the first `families` drawn.
PopulationFit fit_of(const Pool& pool, const PopulationSpec& spec, const StratifiedDraw& draw,
                     RunKey run, std::uint64_t families);

/// Only the population of a scenario: makes it and reports its fit. Throws as make_pool.
PopulationFit fit_population(const Scenario& scenario, const Execution& execution,
                             const ShareDone& share_done);

}  // namespace samspil
