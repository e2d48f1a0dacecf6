/// \file
/// Three things beside each other, none ever for another: the potential, which is the status
/// contrast and an association; the gross saving, which is what a strategy's effects give the same
/// families; and the net result, which is the gross saving less the programme's cost.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "model/appraisal/saving.hpp"
#include "model/appraisal/status_contrast.hpp"

namespace samspil {

/// Over all years [kr., mean over runs]. Positive = fewer public expenditures, but for the cost.
struct PotentialRow {
  /// By adjustment; nothing where there is no contrast.
  std::array<std::optional<double>, adjustment_count> potential{};
  double gross_saving = 0;
  double programme_cost = 0;
  double net_result = 0;
};

/// What is spent less on these people if every one of them cost what those cost who succeed.
struct PeopleWithout {
  double adults = 0;    ///< Of the target group, who do not succeed.
  double children = 0;  ///< None of whose parents does.
};

/// Of one strategy at the centre effect, and of as many families as its programme holds in its
/// fullest year, taken as average families of the target group.
struct StrategyPotential {
  std::size_t strategy = 0;  ///< Position in Scenario::strategies.
  double families = 0;       ///< In the programme in its fullest year.
  PeopleWithout without;
  std::array<PotentialRow, department_count> departments{};  ///< The municipality's own.
  std::array<PotentialRow, CostLines::payers> payers{};
  PotentialRow total;  ///< Municipality, region and state.
  /// By effect level: gross saving [kr.] of the public, and its share of the adjusted potential;
  /// nothing where that is none.
  std::array<double, effect_level_names.size()> gross_saving{};
  std::array<std::optional<double>, effect_level_names.size()> share_reached{};
  /// By effect level and year: parents more with a status of success in week 48.
  std::array<std::vector<double>, effect_level_names.size()> more_successes;
};

/// Of every strategy of a run of the contrast's own scenario. The contrast holds its cells.
std::vector<StrategyPotential> potentials(const ContrastResult& contrast,
                                          const Appraisal& appraisal, const RunResult& run);

}  // namespace samspil
