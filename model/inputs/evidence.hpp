/// \file
/// The one rule that turns what was observed, by which design, into the centre and the range of an
/// effect, alike for what is hoped for and for what is added on the way.
///
/// Before any evidence the logarithm of a hazard ratio is taken for normal around 0 with the spread
/// of the effects that trials of such efforts found (`prior_spread`). A study of a design misses
/// the truth by a normal error on that scale (`error`): chance, selection and another place. So
///   shrinkage = prior_spread² / (prior_spread² + error²)
///   centre    = exp(shrinkage × transfer × ln observed)
///   spread    = prior_spread × √(1 - shrinkage)
/// Nothing observed: shrinkage 0. Low and high are the 5th and the 95th percentile.
///
/// The effects of one strategy share a latent factor: if coordination works, it works in several
/// places at once. The columns of weak and strong effect are those of its 5th and 95th percentile,
/// each effect moved by its share of the factor towards what is feared or hoped for.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/inputs/limits.hpp"
#include "model/inputs/quantity.hpp"
#include "model/inputs/strategy.hpp"

namespace samspil {

/// What several uncertain inputs have in common in every draw.
enum class CommonFactor : std::uint8_t { none, effects, placement_prices, measure_prices, labour };
inline constexpr std::array<std::string_view, 5> common_factor_names{
    "none", "effects", "placement_prices", "measure_prices", "labour_market"};
inline constexpr std::size_t common_factor_count = common_factor_names.size();

inline constexpr Limits any_log_ratio{0, 5, NumberKind::ratio};

/// scenarios/evidence.toml
struct EvidenceRule {
  Quantity prior_spread;                               ///< Log hazard ratio.
  std::array<Quantity, design_count> error;            ///< Log hazard ratio, by design; none: 0.
  std::array<Quantity, common_factor_count> together;  ///< Correlation, by factor; none: 0.
  std::string file;
  std::string text;

  /// Share of an observed log ratio that is believed, [0, 1].
  double shrinkage(Design design) const noexcept;

  /// Standard deviation of the log ratio that is left.
  double spread(Design design) const noexcept;

  double correlation(CommonFactor factor) const noexcept {
    return together[index_of(factor)].value;
  }
};

/// Standard normal distance of the 5th and 95th percentile from the median.
inline constexpr double ninety_per_cent = 1.6448536269514722;

/// Which way an effect is hoped to move a hazard: 1 up, -1 down, 0 neither.
int hoped_direction(Hook hook) noexcept;

/// A ratio at a standard normal deviate `z`: log-normal to either side of the centre, with low and
/// high as the 5th and 95th percentile. Rounded to 24 bits.
///   0 < low <= centre <= high
double ratio_at(double low, double centre, double high, double z);

/// Sets centre, low and high of each effect that states an observation, and weak and strong of all.
void settle_effects(Strategy& strategy, const EvidenceRule& rule);

}  // namespace samspil
