/// \file
/// A panel as sums: how long people were at risk in each state and pattern of covariates, and how
/// often they moved. Spells and the cells made of them give the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "model/inputs/panel.hpp"

namespace samspil {

/// Moves to one state; of a few that are not told, 1.
struct PanelMoves {
  double events = 0;
  bool is_few = false;

  friend bool operator==(const PanelMoves&, const PanelMoves&) = default;
};

/// All people in one state at one pattern of covariates.
struct RiskSet {
  std::size_t from = 0;
  std::vector<double> covariates;
  std::int64_t days = 0;                    ///< Person-days.
  std::map<std::size_t, PanelMoves> moves;  ///< By state that was moved to.

  friend bool operator==(const RiskSet&, const RiskSet&) = default;
};

/// By state, then by covariates, whatever the order of the rows.
std::vector<RiskSet> risk_sets(const Panel& panel);

}  // namespace samspil
