/// \file
/// The staff of one site: posts, each held by one caseworker at a time.
#pragma once

#include <array>
#include <cstdint>

#include "model/core/calendar.hpp"
#include "model/core/random.hpp"

namespace samspil {

/// The post of a family that has no caseworker.
inline constexpr std::uint16_t no_post = 0xFFFF;

/// Quarters of full time in a full-time post.
inline constexpr int quarters_per_post = 4;

/// No day of this year, nor of the next.
inline constexpr std::uint16_t no_day = 0xFFFF;

/// What one caseworker is employed for: up to four quarters of full time.
struct Post {
  std::uint16_t filled_from = no_day;  ///< Day of this year on which somebody is there; 364 and
                                       ///< more: in a later one; no_day: a closed post.
  /// Day of this year on which each quarter ends; no_day: not under notice; 0: not held. The later
  /// quarters end first.
  std::array<std::uint16_t, quarters_per_post> ends_on{};

  bool is_held() const noexcept { return ends_on[0] > 0; }

  friend bool operator==(const Post&, const Post&) = default;
};

struct Team {
  Identity id{};                   ///< Of the site.
  std::uint16_t posts = 0;         ///< In use, closed ones among them.
  std::uint16_t running_days = 0;  ///< Days with staff before this year.
  std::uint16_t places = 0;  ///< For families at once, as the lot drew them; where places are kept
                             ///< filled.

  // Of the year at hand.
  std::uint16_t first_day = days_per_year;  ///< On which somebody is there.
  std::uint16_t changes = 0;                ///< Changes of caseworker that families met.
  std::uint16_t queued = 0;                 ///< Families that wait all year.
  std::uint16_t caseworkers = 0;            ///< Posts held at new year.
  std::int32_t families = 0;                ///< At new year, those to be enrolled among them.
  std::int32_t quarters = 0;                ///< Of full time, wanted at new year.
  double caseload = 1;                      ///< Families per full-time caseworker.
  std::int32_t employed_quarter_days = 0;   ///< Days of quarters with somebody in them.
  std::int32_t vacant_quarter_days = 0;     ///< Days of wanted quarters without anybody.
  std::int32_t family_days = 0;             ///< Enrolled.
  std::int32_t served_family_days = 0;      ///< Of them on days with hours enough for all.
  std::int32_t short_quarter_days = 0;      ///< Employed on the other days: all taken.
  double fidelity_gate = 0;                 ///< Mean of (fidelity - 1) / 5, as staff allow.

  friend bool operator==(const Team&, const Team&) = default;
};

/// Full-time days that the enrolled families take, of those that are employed.
inline double used_days(const Team& team) noexcept {
  return team.served_family_days / team.caseload +
         static_cast<double>(team.short_quarter_days) / quarters_per_post;
}

}  // namespace samspil
