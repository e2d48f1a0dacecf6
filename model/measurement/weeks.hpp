/// \file
/// Weeks of a year as bits, and shares of weeks, from a family's diary.
#pragma once

#include <bit>
#include <cstdint>

#include "model/core/calendar.hpp"

namespace samspil {

/// Bit w is week w + 1 of the year. A week belongs to what holds on its midday Thursday.
using Weeks = std::uint64_t;

constexpr Weeks first_weeks(int number) noexcept { return (Weeks{1} << number) - 1; }

/// The weeks that belong to a span of days.
constexpr Weeks weeks_of(DaySpan days) noexcept {
  return first_weeks(thursdays_before(days.end)) & ~first_weeks(thursdays_before(days.begin));
}

constexpr int count(Weeks weeks) noexcept { return std::popcount(weeks); }

static_assert(count(weeks_of({0, days_per_year})) == weeks_per_year);

}  // namespace samspil
