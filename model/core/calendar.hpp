/// \file
/// The model year: 52 weeks of 7 days, and which week a day belongs to.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>

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

/// Whole weeks of a year, side by side.
struct WeekSpan {
  int first = 0;  ///< From 0.
  int weeks = 0;
};

/// Those that belong to a spell: a week belongs to the state held at its midday Thursday. Adjacent
/// spells share no week and lose none.
constexpr WeekSpan week_span(DaySpan span) noexcept {
  const int first = thursdays_before(span.begin);
  return {first, thursdays_before(span.end) - first};
}
constexpr int weeks_in(DaySpan span) noexcept { return week_span(span).weeks; }

/// Weeks of a year as bits, the first in the lowest.
constexpr std::uint64_t week_bits(WeekSpan span) noexcept {
  return ((std::uint64_t{1} << span.weeks) - 1) << span.first;
}
/// The first weeks in a row of some, which are not none.
constexpr WeekSpan first_weeks_of(std::uint64_t weeks) noexcept {
  const int first = std::countr_zero(weeks);
  return {first, std::countr_one(weeks >> first)};
}

/// Twelve months of 30 days and a third, all alike, so that what is spread evenly over the year is
/// the same in each.
inline constexpr int months_per_year = 12;
inline constexpr int parts_per_day = 3;
inline constexpr int parts_per_month = days_per_year * parts_per_day / months_per_year;  // 91
static_assert(parts_per_month * months_per_year == days_per_year * parts_per_day);

/// A day of the real calendar. Month and day are those of a date that exists.
struct Date {
  int year = 0;
  int month = 1;
  int day = 1;

  friend auto operator<=>(const Date&, const Date&) = default;
};

/// Day of the model year, from 0: 29 February counts with the 28th and 31 December with the 30th,
/// so that a date is the same day in every year.
constexpr int day_of(const Date& date) noexcept {
  constexpr std::array<int, 12> before{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  const int day = date.month == 2 ? std::min(date.day, 28) : date.day;
  return std::min(before[static_cast<std::size_t>(date.month - 1)] + day, days_per_year) - 1;
}

/// Thursday of week 48 (weeks numbered from 1): the day on which a status is read.
inline constexpr int thursday_of_week_48 = 47 * days_per_week + 3;

static_assert(weeks_in({0, days_per_year}) == weeks_per_year);

}  // namespace samspil
