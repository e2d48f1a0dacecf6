/// \file
/// A strategy file at one effect level, as the kernel and the paymaster read it.
#pragma once

#include <span>

#include "model/dynamics/coordination.hpp"
#include "model/inputs/scenario.hpp"
#include "model/simulation/counts.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

/// What a programme's own work costs [whole øre].
struct ProgrammePrices {
  Ore wage = 0;  ///< Per caseworker-year.
  double supervision_share = 0;
  Ore training = 0;          ///< Per enrolled family, once.
  Ore material = 0;          ///< Per family-year.
  Ore preparation = 0;       ///< Per enrolled family, once.
  Ore meetings = 0;          ///< Per family-year, in other departments.
  Ore development = 0;       ///< Per enrolled family, once.
  Ore evaluation = 0;        ///< Per enrolled family, once.
  bool pays_unused = false;  ///< Whether hours that no family takes are paid.

  friend bool operator==(const ProgrammePrices&, const ProgrammePrices&) = default;
};

struct ArmPlan {
  CoordinationPlan coordination;
  ProgrammePrices programme;

  friend bool operator==(const ArmPlan&, const ArmPlan&) = default;
};

/// Of a strategy as the scenario's staffing, parameters and mechanisms have it. `level` decides the
/// ratios only; all levels enrol and pay alike. Without effect nothing acts, a new caseworker at
/// the job centre neither; below the centre that acts in part, above it in whole, so that the
/// effects are a curve without a step.
///   variation  of the centre effect; else it does nothing
ArmPlan arm_plan(const Scenario& scenario, const Strategy& strategy, EffectLevel level,
                 const Variation& variation = {});

/// Adds one site's programme cost of the year to `counts` and returns what is operation. Staff are
/// paid for the hours that the families take, or for all that they are employed.
Ore add_programme_cost(std::span<const Family> families, const Team& team, const ArmPlan& plan,
                       YearCounts& counts) noexcept;

}  // namespace samspil
