// Numbers by day, beside all days one after the other.
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "model/dynamics/team.hpp"

namespace samspil {
namespace {

TEST(NumbersByDay, PassOverNoDayThatHasOne) {
  std::mt19937 random{20};
  for (int round = 0; round < 200; ++round) {
    NumbersByDay noted;
    std::array<int, days_per_year + 1> all{};
    for (int notes = round % 40; notes > 0; --notes) {
      const int day = std::uniform_int_distribution{0, days_per_year}(random);
      const int number = std::uniform_int_distribution{1, 3}(random);
      noted.add(day, number);
      all[static_cast<std::size_t>(day)] += number;
    }
    for (int day = 0; day < days_per_year; ++day) {
      ASSERT_EQ(noted.on(day), all[static_cast<std::size_t>(day)]);
      int next = day + 1;
      while (next < days_per_year && all[static_cast<std::size_t>(next)] == 0) ++next;
      ASSERT_EQ(noted.next(day), next) << "behind " << day;
    }
  }
}

TEST(NumbersByDay, EndWithTheYearWhereThereAreNone) {
  NumbersByDay numbers;
  EXPECT_EQ(numbers.next(0), days_per_year);
  numbers.add(days_per_year, 1);
  EXPECT_EQ(numbers.next(0), days_per_year);
}

}  // namespace
}  // namespace samspil
