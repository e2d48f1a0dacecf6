/// \file
/// The model year: 52 weeks of 7 days, and which week a day belongs to.
#pragma once

namespace samspil {

inline constexpr int days_per_week = 7;
inline constexpr int weeks_per_year = 52;
inline constexpr int days_per_year = days_per_week * weeks_per_year;  // 364

/// Days begin <= day < end of a model year, 0 <= begin <= end <= 364.
struct DaySpan {
  int begin = 0;
  int end = days_per_year;

  constexpr int days() const noexcept { return end - begin; }
};

/// Number of weeks of the year whose midday Thursday lies before `day`.
constexpr int thursdays_before(int day) noexcept { return (day + 3) / days_per_week; }

/// Whole weeks that belong to a spell: a week belongs to the state held at its midday Thursday.
/// Adjacent spells share no week and lose none.
constexpr int weeks_in(DaySpan span) noexcept {
  return thursdays_before(span.end) - thursdays_before(span.begin);
}

/// Thursday of week 48 (weeks numbered from 1): the day on which a status is read.
inline constexpr int thursday_of_week_48 = 47 * days_per_week + 3;

static_assert(weeks_in({0, days_per_year}) == weeks_per_year);

}  // namespace samspil
