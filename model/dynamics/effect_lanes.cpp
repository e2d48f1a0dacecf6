#include "model/dynamics/effect_lanes.hpp"

#include <algorithm>

#include "model/dynamics/arms.hpp"

namespace samspil {
namespace {

/// Whether two effects of one plan act as strongly as each other, whatever the family.
bool are_alike(const PlannedEffect& a, const PlannedEffect& b) noexcept {
  if (a.later != b.later) return false;
  if (a.channel == Channel::effort || b.channel == Channel::effort) return a.channel == b.channel;
  const bool discovers = a.channel == Channel::discovery;
  if (discovers != (b.channel == Channel::discovery)) return false;
  return !discovers || a.days == b.days;
}

}  // namespace

std::uint16_t EffectLanes::kind_of(const PlannedEffect& effect) {
  const auto kind = std::find_if(kinds_.begin(), kinds_.end(), [&](const PlannedEffect& other) {
    return are_alike(effect, other);
  });
  const auto number = static_cast<std::uint16_t>(kind - kinds_.begin());
  if (kind == kinds_.end()) kinds_.push_back(effect);
  return number;
}

void EffectLanes::add_effect(std::size_t lane, const PlannedEffect& effect) {
  const std::uint16_t kind = kind_of(effect);
  std::vector<std::uint16_t>& own = kinds_in_[lane];
  if (std::find(own.begin(), own.end(), kind) == own.end()) own.push_back(kind);
  for_each_slot(effect, [&](std::size_t slot) {
    // Behind what the lane has on this ratio already: a product depends on its order.
    const auto last = std::find_if(acting_.rbegin(), acting_.rend(), [&](const Acting& one) {
      return one.slot == slot && (one.lanes & lane_bit(lane)) != 0;
    });
    auto place = std::find_if(last.base(), acting_.end(), [&](const Acting& one) {
      return one.slot == slot && one.kind == kind;
    });
    if (place == acting_.end()) {
      acting_.push_back({static_cast<std::uint16_t>(slot), kind, 0, false, {}, {}});
      place = acting_.end() - 1;
    }
    place->lanes |= lane_bit(lane);
    place->is_scaled |= effect.scale != 1;
    place->change.in[lane] = effect.ratio - 1.0;
    place->scale.in[lane] = effect.scale;
  });
}

EffectLanes::EffectLanes(std::span<const CoordinationPlan* const> plans) {
  for (std::size_t lane = 0; lane < plans.size(); ++lane) {
    for (const PlannedEffect& effect : plans[lane]->effects) add_effect(lane, effect);
  }
}

void EffectLanes::begin_family(EffectWeights& weights) const {
  weights.job_entry_by_caseworker.in.fill(1.0);
  weights.kinds.resize(kinds_.size());
  for (EffectWeights::OfKind& kind : weights.kinds) {
    if (kind.acts) kind = {};
  }
}

void EffectLanes::weigh(std::size_t lane, const EffectStrength& strength,
                        EffectWeights& weights) const {
  weights.job_entry_by_caseworker.in[lane] = strength.job_entry_by_caseworker();
  if (!strength.acts()) return;
  for (const std::uint16_t kind : kinds_in_[lane]) {
    const double of_kind = strength.of(kinds_[kind]);
    weights.kinds[kind].strength.in[lane] = of_kind;
    weights.kinds[kind].acts |= of_kind != 0;
  }
}

void EffectLanes::act(std::size_t from, const Acting& effect, const LaneDoubles& strength,
                      double* ratios) noexcept {
  RealLanes<4> share = reals_at<4>(&strength.in[from]);
  if (effect.is_scaled) share = share * reals_at<4>(&effect.scale.in[from]);
  const RealLanes<4> ratio =
      at_least(RealLanes<4>{1.0} + share * reals_at<4>(&effect.change.in[from]), 0.0);
  put_at(ratios + from, reals_at<4>(ratios + from) * ratio);
}

template <std::size_t L>
void EffectLanes::set_hooks(Isa isa, const EffectWeights& weights, HookLanes<L>& hooks) const {
  run_in<L>(isa, [&] {
    clear_hooks(hooks);
    constexpr std::size_t job_entry = index_of(Hook::job_entry);
    hooks.moved.add(job_entry);
    put_at(hooks.slots[job_entry].data(), reals_at<L>(weights.job_entry_by_caseworker.in.data()));
    for (const Acting& effect : acting_) {
      const EffectWeights::OfKind& kind = weights.kinds[effect.kind];
      if (!kind.acts) continue;
      hooks.moved.add(effect.slot);
      for (std::size_t from = 0; from < L; from += 4) {
        if ((effect.lanes >> from & 0xFU) == 0) continue;
        act(from, effect, kind.strength, hooks.slots[effect.slot].data());
      }
    }
  });
}

template void EffectLanes::set_hooks(Isa, const EffectWeights&, HookLanes<4>&) const;
template void EffectLanes::set_hooks(Isa, const EffectWeights&, HookLanes<8>&) const;
template void EffectLanes::set_hooks(Isa, const EffectWeights&, HookLanes<16>&) const;

}  // namespace samspil
