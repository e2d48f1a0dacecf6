/// \file
/// Event times within a year: keyed clocks, the first of several to fire, and on/off spells.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "model/core/calendar.hpp"
#include "model/core/numeric.hpp"
#include "model/core/random.hpp"
#include "model/core/random_batch.hpp"
#include "model/dynamics/questions.hpp"

namespace samspil {

/// The answers of chance to one identity in one year. First askings are drawn four blocks at a time
/// and kept, since neighbouring questions are asked together.
class Asker {
 public:
  Asker() = default;  ///< To be assigned before the first question.
  Asker(RunKey run, Identity who, int year) noexcept : run_{run}, who_{who}, year_{year} {}

  /// The word of a question; `count` numbers repeated askings within the year from 0.
  std::uint32_t word(Question question, std::uint32_t count = 0) noexcept {
    const BlockNumber number = block_of(question);
    return (count == 0 ? first_block(number) : later_block(number, count))[lane_of(question)];
  }

  /// Uniform on (0, 1).
  double ask(Question question, std::uint32_t count = 0) noexcept {
    return uniform(word(question, count));
  }

  /// Mean 0, variance 1; the question takes a whole block.
  double noise(Question question) noexcept {
    return centred_noise(first_block(block_of(question)));
  }

  std::int64_t blocks_drawn() const noexcept { return blocks_drawn_; }

 private:
  static constexpr std::size_t group = 4;  // blocks

  const PhiloxBlock& first_block(BlockNumber number) noexcept {
    const std::size_t g = static_cast<std::size_t>(number) / group;
    if (!(known_ >> g & 1U)) {
      known_ |= 1U << g;
      blocks_drawn_ += static_cast<std::int64_t>(group);
      keyed_blocks<group>(run_, who_, year_, BlockNumber{static_cast<std::uint16_t>(g * group)},
                          first_[g]);
    }
    return first_[g][static_cast<std::size_t>(number) % group];
  }
  const PhiloxBlock& later_block(BlockNumber number, std::uint32_t count) noexcept {
    if (number != later_number_ || count != later_count_) {
      ++blocks_drawn_;
      later_ = keyed_block(run_, who_, year_, number, count);
      later_number_ = number;
      later_count_ = count;
    }
    return later_;
  }

  RunKey run_;
  Identity who_{};
  int year_ = 0;
  std::uint32_t known_ = 0;
  std::uint32_t later_count_ = 0;  // 0: none yet
  BlockNumber later_number_{};
  std::int64_t blocks_drawn_ = 0;
  PhiloxBlock later_;
  std::array<std::array<PhiloxBlock, group>, question_block_count / group> first_;
};

/// Rates are given per person-year and act per day of the 364-day year.
inline constexpr double years_per_day = 1.0 / days_per_year;

/// Waiting time [days] of a clock with hazard `rate` [1/year], if it fires within `limit` days;
/// otherwise a value not below `limit`.
///   T = -log(1 - u) / rate.  Since -log(1 - u) >= u, most clocks are answered by one comparison.
inline double waiting_days(double u, double rate, double limit) noexcept {
  const double hazard = rate * years_per_day;
  if (u >= hazard * limit) return limit;
  return -natural_log(1.0 - u) / hazard;
}

/// Whether an event with hazard `rate` [1/year] happens within a year.
///   p = 1 - exp(-rate)
inline bool happens(double u, double rate) noexcept {
  return u < rate && waiting_days(u, rate, days_per_year) < days_per_year;
}

/// Day [0, 363] on which the first event with hazard `rate` falls, or 364 if none does this year.
inline int event_day(double u, double rate) noexcept {
  return std::min(static_cast<int>(waiting_days(u, rate, days_per_year)), days_per_year);
}

/// A whole number with mean `rate`: rate rounded down or up by one uniform.
inline int rounded_count(double u, double rate) noexcept { return static_cast<int>(rate + u); }

/// Lives one on/off spell process over `span` and returns whether it runs at the end. While off it
/// waits for the start, while on for the stop; after each move the clock reads its next number.
/// `on_spell(DaySpan)` is called for each running spell, `count` numbers the moves in the year.
template <class OnSpell>
bool live_switch(bool on, DaySpan span, double start_rate, double stop_rate, Question move,
                 std::uint32_t& count, Asker& asker, const OnSpell& on_spell) {
  double now = span.begin;
  int since = span.begin;
  for (;;) {
    const double rate = on ? stop_rate : start_rate;
    const double left = span.end - now;
    if (rate <= 0) break;
    const double wait = waiting_days(asker.ask(move, count), rate, left);
    if (wait >= left) break;
    now += wait;
    const int day = static_cast<int>(now);
    if (on) on_spell(DaySpan{since, day});
    since = day;
    on = !on;
    ++count;
  }
  if (on) on_spell(DaySpan{since, span.end});
  return on;
}

}  // namespace samspil
