/// \file
/// The staff of one site: posts, each held by one caseworker at a time.
#pragma once

#include <cstdint>

#include "model/core/calendar.hpp"
#include "model/core/random.hpp"

namespace samspil {

/// The post of a family that has no caseworker.
inline constexpr std::uint16_t no_post = 0xFFFF;

struct Post {
  std::uint16_t filled_from = 0;  ///< Day of this year on which somebody is there; 364 and more: in
                                  ///< a later one.

  friend bool operator==(const Post&, const Post&) = default;
};

struct Team {
  Identity id{};                   ///< Of the site.
  std::uint16_t posts = 0;         ///< Whole persons that the team employs.
  std::uint16_t running_days = 0;  ///< Days with staff before this year.

  // Of the year at hand.
  std::uint16_t first_day = days_per_year;  ///< On which somebody is there.
  std::uint16_t changes = 0;                ///< Changes of caseworker that families met.
  std::uint16_t queued = 0;                 ///< Families that wait all year.
  std::int32_t employed_days = 0;           ///< Caseworker-days.
  std::int32_t vacant_days = 0;             ///< Post-days without anybody.
  double fidelity_gate = 0;                 ///< Mean of (fidelity - 1) / 5, as staff allow.

  friend bool operator==(const Team&, const Team&) = default;
};

}  // namespace samspil
