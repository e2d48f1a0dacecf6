/// \file
/// What a strategy does to each hazard of a family, as ratios: in one arm, or in several side by
/// side. A hazard reads the ratio of a hook the same way in both.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "model/core/bits.hpp"
#include "model/core/lane_numbers.hpp"
#include "model/inputs/strategy.hpp"
#include "model/population/states.hpp"

namespace samspil {

/// Where the ratios of hooks begin that act on several measures, places or services.
inline constexpr std::size_t measure_start_slots = hook_count;
inline constexpr std::size_t measure_stop_slots = measure_start_slots + child_measure_count;
inline constexpr std::size_t place_entry_slots = measure_stop_slots + child_measure_count;
inline constexpr std::size_t place_step_up_slots = place_entry_slots + place_count;
inline constexpr std::size_t service_start_slots = place_step_up_slots + place_count;
inline constexpr std::size_t service_stop_slots = service_start_slots + adult_service_count;
inline constexpr std::size_t hook_slot_count = service_stop_slots + adult_service_count;

/// What a strategy does to each hazard of one family this year; 1 = nothing. One ratio for each
/// hook, or one for each measure, place or service that it acts on, whether an effect names some of
/// them or acts on all.
using HookRatios = std::array<double, hook_slot_count>;

/// Which ratios a strategy may have moved.
class SlotSet {
 public:
  void add(std::size_t slot) noexcept { words_[slot / 32] |= 1U << slot % 32; }
  void clear() noexcept { words_ = {}; }
  template <class Act>
  void for_each(const Act& act) const {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      for_each_bit(words_[w], [&](std::size_t i) { act(32 * w + i); });
    }
  }

 private:
  std::array<std::uint32_t, (hook_slot_count + 31) / 32> words_{};
};

/// The same in several arms side by side. Most families are in no strategy, so what is not 1 in
/// some arm is kept apart: nothing else need be cleared, or looked through for the largest.
template <std::size_t L>
struct HookLanes {
  HookLanes() noexcept {
    for (auto& slot : slots) slot.fill(1.0);
  }

  alignas(32) std::array<std::array<double, L>, hook_slot_count> slots;
  SlotSet moved;
};
template <std::size_t L>
using HooksIn = std::conditional_t<L == 1, HookRatios, HookLanes<L>>;

/// Where no strategy acts.
constexpr HookRatios no_hooks() noexcept {
  HookRatios ratios{};
  ratios.fill(1.0);
  return ratios;
}

template <std::size_t L>
void clear_hooks(HookLanes<L>& ratios) noexcept {
  ratios.moved.for_each([&](std::size_t slot) { ratios.slots[slot].fill(1.0); });
  ratios.moved.clear();
}

constexpr double in_slot(const HookRatios& ratios, std::size_t slot) noexcept {
  return ratios[slot];
}
template <std::size_t L>
RealLanes<L> in_slot(const HookLanes<L>& ratios, std::size_t slot) noexcept {
  return reals_at<L>(ratios.slots[slot].data());
}

template <class Hooks>
auto hook(const Hooks& ratios, Hook which) noexcept {
  return in_slot(ratios, index_of(which));
}

/// The first slot of a hook that acts on several things; hook_slot_count for others.
constexpr std::size_t first_slot(Hook which) noexcept {
  switch (which) {
    case Hook::measure_start:
    case Hook::grant_start:
      return measure_start_slots;
    case Hook::measure_stop:
      return measure_stop_slots;
    case Hook::placement_entry:
      return place_entry_slots;
    case Hook::placement_step_up:
      return place_step_up_slots;
    case Hook::activation_start:
    case Hook::adult_treatment_start:
      return service_start_slots;
    case Hook::adult_service_stop:
      return service_stop_slots;
    default:
      return hook_slot_count;
  }
}

/// The ratio of a hook for one measure, place or service; 1 for what it does not act on.
template <class Hooks, class Target>
auto hook_at(const Hooks& ratios, Hook which, Target target) noexcept {
  return in_slot(ratios, first_slot(which) + index_of(target));
}

}  // namespace samspil
