#include "model/core/calendar.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

TEST(WeeksIn, OfAdjacentSpellsAddUpToTheYear) {
  for (int first = 0; first <= days_per_year; ++first) {
    for (int second = first; second <= days_per_year; ++second) {
      ASSERT_EQ(
          weeks_in({0, first}) + weeks_in({first, second}) + weeks_in({second, days_per_year}),
          weeks_per_year)
          << first << " and " << second;
    }
  }
}

TEST(WeeksIn, GivesAWeekToTheStateOfItsThursday) {
  for (int week = 0; week < weeks_per_year; ++week) {
    const int monday = week * days_per_week;
    const int thursday = monday + 3;
    EXPECT_EQ(weeks_in({thursday, thursday + 1}), 1) << week;
    EXPECT_EQ(weeks_in({monday, thursday}), 0) << week;
    EXPECT_EQ(weeks_in({thursday + 1, monday + days_per_week}), 0) << week;
  }
}

TEST(WeeksIn, OfAnEmptySpellIsNone) {
  for (int day = 0; day <= days_per_year; ++day) EXPECT_EQ(weeks_in({day, day}), 0);
}

TEST(DaySpan, CountsItsDays) {
  EXPECT_EQ((DaySpan{}.days()), 364);
  EXPECT_EQ((DaySpan{3, 10}.days()), 7);
}

TEST(DayOf, IsTheSameInEveryYear) {
  for (const int year : {2022, 2024}) {
    EXPECT_EQ(day_of({year, 1, 1}), 0);
    EXPECT_EQ(day_of({year, 3, 1}), 59);
    EXPECT_EQ(day_of({year, 12, 30}), 363);
    EXPECT_EQ(day_of({year, 12, 31}), 363);
  }
  EXPECT_EQ(day_of({2024, 2, 29}), day_of({2024, 2, 28}));
}

TEST(WeekBits, HoldEachWeekOnce) {
  EXPECT_EQ(week_bits({0, 0}), 0U);
  EXPECT_EQ(week_bits({2, 3}), 0b11100U);
  EXPECT_EQ(week_bits({0, weeks_per_year}), (std::uint64_t{1} << 52) - 1);
  const WeekSpan run = first_weeks_of(week_bits({3, 2}) | week_bits({6, 40}));
  EXPECT_EQ(run.first, 3);
  EXPECT_EQ(run.weeks, 2);
}

TEST(ThursdayOfWeek48, IsTheThursdayAfterWhich48WeeksAreBegun) {
  EXPECT_EQ(weeks_in({0, thursday_of_week_48}), 47);
  EXPECT_EQ(weeks_in({0, thursday_of_week_48 + 1}), 48);
}

}  // namespace
}  // namespace samspil
