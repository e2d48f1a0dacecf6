/// \file
/// Hazard ratios and rates of the model, estimated from a panel.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/inputs/panel.hpp"

namespace samspil {

/// Whether a number is estimated, and why not.
enum class PanelStanding : std::uint8_t {
  estimated,
  few,        // fewer moves than may be told of
  none,       // nobody moves with the covariate, or nobody without it: no ratio fits best
  collinear,  // other covariates tell it already
};
inline constexpr std::array<std::string_view, 4> panel_standing_names{"estimated", "few", "none",
                                                                      "collinear"};

/// A ratio of the model. Logarithms, since their errors are nearly normal.
struct EstimatedRatio {
  PanelRatio ratio;
  PanelStanding standing = PanelStanding::estimated;
  double log_value = 0, log_error = 0;
  /// Moves of its hazard, and those of them with the covariate; nothing where cells hide some.
  std::optional<double> moves, moves_with;
};

/// A move's rate where every covariate is 0 [log of 1/person-year].
struct EstimatedRate {
  std::size_t from = 0, to = 0;
  std::string parameter;  ///< "labour_sickness_to_flexjob"
  PanelStanding standing = PanelStanding::estimated;
  double log_value = 0, log_error = 0;
  std::optional<double> moves;
};

struct PanelEstimate {
  std::vector<EstimatedRatio> ratios;  ///< In the order of the model's parameters.
  std::vector<EstimatedRate> rates;
  double person_weeks = 0;
  double log_likelihood = 0;
  bool converged = false;
};

/// Every move has a rate of its own, and a ratio is shared by all moves that the model shares it
/// by: log hazard = log rate(from, to) + sum over its ratios of covariate × log ratio. A covariate
/// enters the hazards alone that the model has such a ratio of.
PanelEstimate estimate_panel(const Panel& panel);

/// Log-normal ends of an estimate: 5th and 95th percentile.
struct EstimatedRange {
  double value = 0, low = 0, high = 0;
};
EstimatedRange range_of(double log_value, double log_error) noexcept;

}  // namespace samspil
