/// \file
/// Event times within a year: keyed clocks, the first of several to fire, and on/off spells.
#pragma once

#include <array>
#include <cstdint>

#include "model/core/calendar.hpp"
#include "model/core/numeric.hpp"
#include "model/core/random.hpp"
#include "model/dynamics/questions.hpp"

namespace samspil {

/// The answers of chance to one identity in one year. Blocks of first askings are kept, since four
/// questions share one.
class Asker {
 public:
  Asker(RunKey run, Identity who, int year) noexcept : run_{run}, who_{who}, year_{year} {}

  /// The word of a question; `count` numbers repeated askings within the year from 0.
  std::uint32_t word(Question question, std::uint32_t count = 0) noexcept {
    return count == 0 ? first_block(block_of(question))[lane_of(question)]
                      : later_block(block_of(question), count)[lane_of(question)];
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
  const PhiloxBlock& first_block(BlockNumber number) noexcept {
    const auto i = static_cast<std::size_t>(number);
    if (!(known_ >> i & 1U)) {
      known_ |= std::uint32_t{1} << i;
      first_[i] = drawn(number, 0);
    }
    return first_[i];
  }
  const PhiloxBlock& later_block(BlockNumber number, std::uint32_t count) noexcept {
    if (number != later_number_ || count != later_count_) {
      later_ = drawn(number, count);
      later_number_ = number;
      later_count_ = count;
    }
    return later_;
  }
  PhiloxBlock drawn(BlockNumber number, std::uint32_t count) noexcept {
    ++blocks_drawn_;
    return keyed_block(run_, who_, year_, number, count);
  }

  RunKey run_;
  Identity who_;
  int year_;
  std::uint32_t known_ = 0;
  std::uint32_t later_count_ = 0;  // 0: none yet
  BlockNumber later_number_{};
  PhiloxBlock later_;
  std::int64_t blocks_drawn_ = 0;
  std::array<PhiloxBlock, question_block_count> first_;
};
static_assert(question_block_count <= 32, "Asker keeps its known blocks in 32 bits");

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
  return static_cast<int>(waiting_days(u, rate, days_per_year));
}

/// A whole number with mean `rate`: rate rounded down or up by one uniform.
inline int rounded_count(double u, double rate) noexcept { return static_cast<int>(rate + u); }

/// Lives one on/off spell process over `span` and returns whether it runs at the end. While off the
/// start clock runs, while on the stop clock; each reads its next number after each move.
/// `on_spell(DaySpan)` is called for each running spell, `count` numbers the moves in the year.
template <class OnSpell>
bool live_switch(bool on, DaySpan span, double start_rate, double stop_rate, Question start,
                 Question stop, std::uint32_t& count, Asker& asker, const OnSpell& on_spell) {
  double now = span.begin;
  int since = span.begin;
  for (;;) {
    const double rate = on ? stop_rate : start_rate;
    const double left = span.end - now;
    if (rate <= 0 || left <= 0) break;
    const double wait = waiting_days(asker.ask(on ? stop : start, count), rate, left);
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
