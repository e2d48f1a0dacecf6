/// \file
/// Who is offered a place in a strategy: an effort for some families only, told by how they live on
/// the day that they are asked.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/population/family.hpp"

namespace samspil {

/// Conditions that a family meets all of; as it stands here, every family with a child under 23
/// does. The children counted are those present in the family, of the ages asked for.
struct Eligibility {
  int age_from = 0, age_to = 22;   ///< Full years, both ends included.
  int children = 1;                ///< At least so many are counted.
  bool both_parents = false;       ///< One of them has both legal parents in the family.
  std::optional<bool> placed{};    ///< One of them is placed out of home; or none of them is.
  Flags<LabourStatus> statuses{};  ///< A parent lives on one of these; none named: on any.
  /// One of them has a case in the family department, and a parent one at the job centre: the
  /// families that a coordinated effort was made for (familieklynge).
  bool joint_cases = false;

  friend bool operator==(const Eligibility&, const Eligibility&) = default;
};

/// Whether a family is one of those, on 1 January of `year`.
bool is_eligible(const Eligibility& wanted, std::span<const Person> people, int year) noexcept;

/// Whether it is one of those of every list.
bool is_eligible(const std::vector<Eligibility>& wanted, std::span<const Person> people,
                 int year) noexcept;

}  // namespace samspil
