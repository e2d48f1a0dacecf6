/// \file
/// The hazards that a strategy may multiply, and on which measures, places and services each acts.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/core/bits.hpp"
#include "model/population/states.hpp"

namespace samspil {

/// Places where a strategy may multiply a hazard.
enum class Hook : std::uint8_t {
  job_entry,
  job_loss,
  education_entry,
  pension_entry,
  sickness_entry,
  activation_start,
  placement_entry,
  reunification,           // from placement to home
  placement_step_up,       // to a heavier place
  placement_at_threshold,  // into care, of children with measures beyond advice
  measure_start,
  measure_stop,
  grant_start,  // additional costs, lost earnings
  contact_person_start,
  mentor_start,
  adult_treatment_start,
  adult_service_stop,
  recovery,  // from abuse and mental disorder
  special_school_entry,
  notification,
  unlawful_absence,
  lawful_absence,
  conviction,
};
inline constexpr std::array<std::string_view, 23> hook_names{"job_entry",
                                                             "job_loss",
                                                             "education_entry",
                                                             "pension_entry",
                                                             "sickness_entry",
                                                             "activation_start",
                                                             "placement_entry",
                                                             "reunification",
                                                             "placement_step_up",
                                                             "placement_at_threshold",
                                                             "measure_start",
                                                             "measure_stop",
                                                             "grant_start",
                                                             "contact_person_start",
                                                             "mentor_start",
                                                             "adult_treatment_start",
                                                             "adult_service_stop",
                                                             "recovery",
                                                             "special_school_entry",
                                                             "notification",
                                                             "unlawful_absence",
                                                             "lawful_absence",
                                                             "conviction"};
inline constexpr std::size_t hook_count = hook_names.size();

/// What an effect may be confined to, which its hook decides.
enum class TargetKind : std::uint8_t { none, measures, places, services };
inline constexpr std::array<std::string_view, 4> target_kind_names{"", "measures", "places",
                                                                   "services"};

/// The kind of thing that a hook acts on, where an effect may name some of them.
constexpr TargetKind target_kind(Hook hook) noexcept {
  switch (hook) {
    case Hook::measure_start:
    case Hook::measure_stop:
    case Hook::grant_start:
      return TargetKind::measures;
    case Hook::placement_entry:
    case Hook::placement_step_up:
      return TargetKind::places;
    case Hook::activation_start:
    case Hook::adult_treatment_start:
    case Hook::adult_service_stop:
      return TargetKind::services;
    default:
      return TargetKind::none;
  }
}

/// Names of the things of a kind.
constexpr std::span<const std::string_view> target_names(TargetKind kind) noexcept {
  switch (kind) {
    case TargetKind::measures:
      return child_measure_names;
    case TargetKind::places:
      return place_names;
    case TargetKind::services:
      return adult_service_names;
    default:
      return {};
  }
}

/// Whether a hook acts on one of its kind of thing at all: on the home-based measures, on places
/// out of home, on some services.
constexpr bool acts_on(Hook hook, std::size_t target) noexcept {
  if (target >= target_names(target_kind(hook)).size()) return false;
  const auto measure = static_cast<ChildMeasure>(target);
  const auto place = static_cast<Place>(target);
  const auto service = static_cast<AdultService>(target);
  switch (hook) {
    case Hook::measure_start:
    case Hook::measure_stop:
      return is_home_based(measure);
    case Hook::grant_start:
      return is_grant(measure);
    case Hook::placement_entry:
      return is_placed(place);
    case Hook::placement_step_up:
      return is_placed(place) && place != Place::own_dwelling;
    case Hook::activation_start:
      return is_activation(service) && service != AdultService::mentor;  // which has its own hook
    case Hook::adult_treatment_start:
      return service == AdultService::social_pedagogical_support ||
             service == AdultService::alcohol_treatment ||
             service == AdultService::substance_treatment ||
             service == AdultService::psychiatric_treatment;
    case Hook::adult_service_stop:
      return !is_activation(service);
    default:
      return false;
  }
}

/// All things that a hook acts on, as bits; 0 where it acts on one hazard alone.
constexpr std::uint16_t all_targets(Hook hook) noexcept {
  unsigned all = 0;
  for (std::size_t i = 0; i < target_names(target_kind(hook)).size(); ++i) {
    all |= static_cast<unsigned>(acts_on(hook, i)) << i;
  }
  return static_cast<std::uint16_t>(all);
}

/// Calls act(target) for each thing that `targets` names.
template <class Act>
void for_each_target(std::uint16_t targets, const Act& act) {
  for_each_bit(targets, act);
}

}  // namespace samspil
