/// \file
/// The rules of the status contrast of "Familiens vej - på tværs af velfærdsområder" (Social- og
/// Boligstyrelsen, 2024), made with the ministry's investment model (SØM): who succeeds, whose
/// children belong to a success, and what two groups are made alike on.
#pragma once

#include <array>
#include <cstdint>

#include "model/population/family.hpp"
#include "model/population/target_group.hpp"

namespace samspil {

/// The report's success: in a job, a flex job, education or on parental leave in week 48 of the
/// year after selection. Nothing asks whether the adult was so before.
constexpr bool is_success(LabourStatus week_48) noexcept {
  return week_48 == LabourStatus::ordinary_job || week_48 == LabourStatus::flexjob ||
         week_48 == LabourStatus::education || week_48 == LabourStatus::parental_leave;
}

/// In paid work, as the effect counts it.
constexpr bool is_paid_work(LabourStatus status) noexcept {
  return status == LabourStatus::ordinary_job || status == LabourStatus::flexjob;
}

/// A member of the target group of year 0, and how the year after went.
struct TargetPerson {
  std::uint32_t origin = 0;  ///< Number of the pool's family that this one is a copy of.
  bool is_child = false;
  /// Of an adult: in week 48 of year 1. Of a child: any of its parents in the target group. The
  /// report does not say where a child belongs of whom one parent succeeds and one does not.
  bool succeeds = false;
  // Year 0.
  std::uint8_t age = 0;  ///< At its end [years].
  Sex sex = Sex::woman;
  std::array<bool, challenge_count> challenges{};  ///< Of a child: of any parent in the group.
  bool both_parents = false;                       ///< A child with two parents in the group.
  LabourStatus week_48 = LabourStatus::self_supporting;        ///< Of an adult.
  LabourStatus week_48_after = LabourStatus::self_supporting;  ///< Of an adult, in year 1.
  float frailty = 1;                                           ///< Of the family.
  bool was_placed = false;                                     ///< A child, on any day.
};

}  // namespace samspil
