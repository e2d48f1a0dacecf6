/// \file
/// Which inputs the net result hangs on, as a tornado: each is moved alone from its own 5th to its
/// own 95th percentile, all else the same. Which are moved, draws of the inputs tell where there
/// are any; else all are, first on few families, and those that moved it most again on more.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/inputs/input_list.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

struct MatterSearch {
  std::uint64_t screened_families = 400;   ///< Without draws every input is tried on these.
  std::uint64_t compared_families = 4000;  ///< Those that come first are moved on these.
  std::size_t compared_inputs = 10;        ///< Of each strategy.
  std::size_t named_inputs = 8;            ///< Of each strategy.
  Purse purse = Purse::municipality;       ///< Whose result the bars are ordered by.
};

/// By purse, of one strategy at the centre effect, all years [kr.], scaled to the families of the
/// run.
using NetResults = std::array<double, purse_count>;

/// One input and what it does to the net result of one strategy: a bar of the tornado.
struct Matter {
  std::string name;
  std::string unit;
  double value = 0;
  double p05 = 0, p95 = 0;  ///< Of its distribution as it is drawn.
  NetResults net_p05{}, net_p95{};
  double change = 0;                     ///< Of the purse asked for, at p95 less at p05 [kr.].
  std::optional<double> standard_error;  ///< Of the change, by the simulation, paired [kr.].
};

struct StrategyMatters {
  std::size_t strategy = 0;     ///< Position in Scenario::strategies.
  NetResults net{};             ///< At the values of the inputs, on the same families.
  std::vector<Matter> matters;  ///< Largest change first; none without one.
};

struct WhatMatters {
  bool by_draws = false;                ///< Screened by the draws, not on families.
  std::uint64_t screened_families = 0;  ///< 0 where draws screened.
  std::uint64_t compared_families = 0;
  std::size_t compared_inputs = 0;
  std::size_t searched = 0;         ///< Inputs that were screened.
  std::size_t population_only = 0;  ///< Inputs left out: they only make the starting families.
  std::vector<StrategyMatters> strategies;
};

/// Of all grades: of what was drawn by `draws`, of the same scenario, the inputs whose rank
/// correlation with the municipality's or the public net result is largest; without draws all that
/// act in the years. `progress` hears of the stages "population" and "what_matters".
WhatMatters find_what_matters(const Scenario& scenario, const MatterSearch& search,
                              const Execution& execution, const Progress& progress,
                              const RunResult* draws = nullptr);

/// The bars of these inputs, of every strategy that they act in: by strategy, then in the order of
/// the inputs. Those that are fixed have exactly none.
std::vector<std::vector<Matter>> tornado_bars(const Scenario& scenario,
                                              const std::vector<Input>& inputs,
                                              const MatterSearch& search,
                                              const Execution& execution);

}  // namespace samspil
