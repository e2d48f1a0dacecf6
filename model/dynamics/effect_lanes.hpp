/// \file
/// The effects of several plans side by side, a plan in each lane: what hook_ratios() says of each,
/// for all at once.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/core/isa.hpp"
#include "model/core/lane_numbers.hpp"
#include "model/dynamics/coordination.hpp"

namespace samspil {

/// A number in each of most_lanes lanes.
struct alignas(32) LaneDoubles {
  std::array<double, most_lanes> in{};
};

/// How much of the effects acts in one family, in each lane. Memory is kept from family to family.
struct EffectWeights {
  struct OfKind {
    LaneDoubles strength;
    bool acts = false;  ///< In some lane.
  };

  LaneDoubles job_entry_by_caseworker;
  std::vector<OfKind> kinds;
};

class EffectLanes {
 public:
  EffectLanes() = default;
  /// Of one plan in each lane, at most most_lanes.
  explicit EffectLanes(std::span<const CoordinationPlan* const> plans);

  /// Before a family's first lane.
  void begin_family(EffectWeights& weights) const;
  /// In a lane.
  void weigh(std::size_t lane, const EffectStrength& strength, EffectWeights& weights) const;
  /// The family's ratios in all lanes.
  template <std::size_t L>
  void set_hooks(Isa isa, const EffectWeights& weights, HookLanes<L>& hooks) const;

 private:
  /// What an effect does to one ratio. Effects of the same kind on the same ratio share it, each in
  /// its own lane.
  struct Acting {
    std::uint16_t slot = 0;
    std::uint16_t kind = 0;
    LaneSet lanes = 0;
    bool is_scaled = false;  ///< Whether any scale is not 1.
    LaneDoubles change;      ///< Hazard ratio at full strength, less 1.
    LaneDoubles scale;
  };

  /// In the four lanes from `from` on.
  static void act(std::size_t from, const Acting& effect, const LaneDoubles& strength,
                  double* ratios) noexcept;
  void add_effect(std::size_t lane, const PlannedEffect& effect);
  std::uint16_t kind_of(const PlannedEffect& effect);

  std::vector<PlannedEffect> kinds_;  // one for all that are always as strong
  std::vector<Acting> acting_;        // on each ratio in the order of the plans
  std::array<std::vector<std::uint16_t>, most_lanes> kinds_in_;  // by lane
};

}  // namespace samspil
