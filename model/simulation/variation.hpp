/// \file
/// How an arm differs from its strategy at the centre effect: how strong its effects are, how many
/// families a caseworker has, how long a family stays. What a break-even is solved in.
#pragma once

#include <algorithm>
#include <cstdint>

#include "model/core/numeric.hpp"
#include "model/inputs/strategy.hpp"

namespace samspil {

/// Which effects act at all; the programme is paid whatever they are.
enum class EffectGroup : std::uint8_t {
  all,
  work,       // the effort's on getting and keeping a job, no other
  placement,  // the effort's on children's placements, no other
};

struct Variation {
  /// On the log of every effect's hazard ratio: 0 = no effect, 1 = the centre.
  double effects = 1;
  EffectGroup group = EffectGroup::all;
  double caseload = 1;  ///< Factor on the families per caseworker; fidelity is of the stated one.
  double duration = 1;  ///< Factor on the longest enrolment.

  friend bool operator==(const Variation&, const Variation&) = default;
};

/// Whether an effect acts where a group of them does.
constexpr bool is_in(EffectGroup group, const Effect& effect) noexcept {
  if (group == EffectGroup::all) return true;
  if (effect.channel != Channel::effort) return false;
  switch (effect.hook) {
    case Hook::job_entry:
    case Hook::job_loss:
      return group == EffectGroup::work;
    case Hook::placement_entry:
    case Hook::reunification:
    case Hook::placement_step_up:
    case Hook::placement_at_threshold:
      return group == EffectGroup::placement;
    default:
      return false;
  }
}

/// ratio^multiplier, within what a file may state; exactly the ratio at 1.
inline double scaled_ratio(double ratio, double multiplier) noexcept {
  if (multiplier == 1) return ratio;
  const double log_ratio = multiplier * natural_log(ratio);
  return std::clamp(natural_exp(std::clamp(log_ratio, -10.0, 10.0)), any_hazard_ratio.lower,
                    any_hazard_ratio.upper);
}

}  // namespace samspil
