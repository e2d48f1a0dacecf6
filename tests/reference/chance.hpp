/// \file
/// Chance and clocks of the reference model: one block for one answer, std::log, no memory.
#pragma once

#include <cmath>
#include <limits>

#include "model/core/random.hpp"
#include "model/dynamics/questions.hpp"

namespace samspil::test {

constexpr int year_length = 364;  // days

/// One identity's answers in one year, each from its own block.
struct Chance {
  RunKey run;
  Identity who{};
  int year = 0;

  std::uint32_t word(Question question, std::uint32_t count = 0) const {
    const int place = static_cast<int>(question);
    const auto block = BlockNumber{static_cast<std::uint16_t>(place / 4)};
    return keyed_block(run, who, year, block, count)[static_cast<std::size_t>(place % 4)];
  }
  double ask(Question question, std::uint32_t count = 0) const {
    return uniform(word(question, count));
  }
  double noise(Question question) const {
    const int place = static_cast<int>(question);
    return centred_noise(
        keyed_block(run, who, year, BlockNumber{static_cast<std::uint16_t>(place / 4)}));
  }
};

constexpr double never = std::numeric_limits<double>::infinity();

/// When a clock fires that is started at `from` [days]. T = -log(1 - u) / (rate / 364)
inline double firing_time(double from, double u, double rate) {
  return rate > 0 ? from - std::log(1.0 - u) / rate * year_length : never;
}

inline bool fires_on(double time, int day) { return time < day + 1.0; }

/// The day of the year on which a clock started at 1 January fires, 364 if it does not.
inline int firing_day(double u, double rate) {
  const double time = firing_time(0, u, rate);
  for (int day = 0; day < year_length; ++day) {
    if (fires_on(time, day)) return day;
  }
  return year_length;
}

inline bool fires_this_year(double u, double rate) { return firing_day(u, rate) < year_length; }

/// A week belongs to the state on its Thursday, the fourth day of the week.
constexpr bool is_thursday(int day) { return day % 7 == 3; }

}  // namespace samspil::test
