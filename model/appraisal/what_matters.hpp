/// \file
/// Which assumptions the municipality's net result hangs on: each is moved alone from low to high,
/// all else the same, first on few families, and those that moved it most again on more.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/inputs/input_list.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

struct MatterSearch {
  std::uint64_t screened_families = 400;   ///< Every input is tried on these.
  std::uint64_t compared_families = 4000;  ///< Those that come first there, on these.
  std::size_t compared_inputs = 8;         ///< Of each strategy.
  std::size_t named_inputs = 3;            ///< Of each strategy.
  Purse purse = Purse::municipality;
};

/// One assumption and what it does to the net result of one strategy, over all years.
struct Matter {
  std::string name;
  double low = 0;
  double high = 0;
  /// Net result at high minus at low [kr.], scaled to the families of the run.
  double change = 0;
  std::optional<double> standard_error;  ///< Of the simulation, paired [kr.].
};

struct StrategyMatters {
  std::size_t strategy = 0;     ///< Position in Scenario::strategies.
  std::vector<Matter> matters;  ///< Largest change first.
};

struct WhatMatters {
  std::uint64_t screened_families = 0;
  std::uint64_t compared_families = 0;
  std::size_t compared_inputs = 0;
  std::size_t searched = 0;         ///< Assumptions that were moved.
  std::size_t population_only = 0;  ///< Assumptions left out: they only make the starting families.
  std::vector<StrategyMatters> strategies;
};

/// `progress` hears of the stages "population" and "what_matters".
WhatMatters find_what_matters(const Scenario& scenario, const MatterSearch& search,
                              const Execution& execution, const Progress& progress);

}  // namespace samspil
