/// \file
/// Event times within a year: keyed clocks, the first of several to fire, and on/off spells.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "model/core/bits.hpp"
#include "model/core/calendar.hpp"
#include "model/core/lane_numbers.hpp"
#include "model/core/lanes.hpp"
#include "model/core/numeric.hpp"
#include "model/core/random.hpp"
#include "model/core/random_batch.hpp"
#include "model/dynamics/arms.hpp"
#include "model/dynamics/questions.hpp"

namespace samspil {

/// The answers of chance to one identity in one year, by the recipe in questions.hpp. Drawn where
/// asked, and kept, since neighbouring questions are asked together.
class Asker {
 public:
  Asker() = default;  ///< To be assigned before the first question.
  Asker(RunKey run, Identity who, int year) noexcept : run_{run}, who_{who}, year_{year} {}

  /// Turns to another identity and forgets what was drawn. In place: copying an asker that was
  /// just written waits for the writes.
  void turn_to(RunKey run, Identity who, int year) noexcept {
    run_ = run;
    who_ = who;
    year_ = year;
    ahead_count_ = 0;
    blocks_drawn_ = 0;
    last_.number = BlockNumber{0xFFFF};
  }

  /// What to draw for the shared blocks first to first + 3, for an identity that will ask there. To
  /// be drawn before the first question.
  QuadRequest ask_ahead(BlockNumber first) noexcept {
    first_ahead_ = static_cast<std::uint16_t>(first);
    return ask_further_ahead();
  }
  /// The same for the four blocks behind those.
  QuadRequest ask_further_ahead() noexcept {
    const std::uint32_t behind = ahead_count_;
    ahead_count_ += 4;
    blocks_drawn_ += 4;
    return {static_cast<std::uint64_t>(who_), first_ahead_ + behind, ahead_[behind].data()};
  }

  /// The shared block with the first 8 bits of a question and of those that stand beside it.
  PhiloxBlock first_bits_around(Question question, std::uint32_t count = 0) noexcept {
    const PhiloxBlock& block = block_of(question);
    return count == 0 ? block : successor(block, count);
  }
  /// The first 8 bits of an answer; of a switch, `count` is the number of cuts.
  std::uint32_t first_bits(Question question, std::uint32_t count = 0) noexcept {
    return first_bits(block_of(question), question, count);
  }
  /// The answer.
  std::uint32_t word(Question question, std::uint32_t count = 0) noexcept {
    return word(block_of(question), question, count, count);
  }
  /// The answer of a switch at its asking `reading` (0, 1, …) since `cuts` cuts.
  std::uint32_t switch_word(Question question, std::uint32_t cuts, std::uint32_t reading) noexcept {
    const PhiloxBlock& block = block_of(question);
    const std::uint32_t count = readings_per_cut * cuts + reading;
    return reading > 0 ? own_word(block, question, count) : word(block, question, cuts, count);
  }
  /// The answer as a uniform on (0, 1).
  double ask(Question question, std::uint32_t count = 0) noexcept {
    return uniform(word(question, count));
  }

  /// Mean 0, variance 1, from the first bits of four questions.
  double noise(Question question) noexcept {
    return centred_noise(first_bits_around(question)[byte_of(question) / 4]);
  }
  /// The same from the four words of the question's own block.
  double fine_noise(Question question) noexcept {
    ++blocks_drawn_;
    return centred_noise(keyed_block(run_, who_, year_, own_block_of(question)));
  }

  std::int64_t blocks_drawn() const noexcept { return blocks_drawn_; }

 private:
  /// A block that was drawn alone.
  struct Drawn {
    BlockNumber number{0xFFFF};  // none yet
    PhiloxBlock words;
  };

  static PhiloxBlock successor(const PhiloxBlock& block, std::uint32_t count) noexcept {
    const std::uint64_t low = further_bits(block, successor_place(count));
    const std::uint64_t high = further_bits(block, successor_place(count) + 1);
    return {static_cast<std::uint32_t>(low), static_cast<std::uint32_t>(low >> 32),
            static_cast<std::uint32_t>(high), static_cast<std::uint32_t>(high >> 32)};
  }
  static std::uint32_t first_bits(const PhiloxBlock& block, Question question,
                                  std::uint32_t count) noexcept {
    const std::size_t byte = byte_of(question);
    if (count == 0) return byte_of_block(block, byte);
    const std::uint64_t eight = further_bits(block, successor_place(count) + byte / 8);
    return static_cast<std::uint32_t>(eight >> (8 * (byte % 8)) & 0xFF);
  }
  static std::uint32_t own_word(const PhiloxBlock& block, Question question,
                                std::uint32_t count) noexcept {
    return static_cast<std::uint32_t>(further_bits(block, further_place(question, count)) >> 32);
  }
  /// The first 8 bits at asking `first`, the other 24 at asking `count`.
  static std::uint32_t word(const PhiloxBlock& block, Question question, std::uint32_t first,
                            std::uint32_t count) noexcept {
    return first_bits(block, question, first) << 24 | (own_word(block, question, count) & 0xFFFFFF);
  }
  const PhiloxBlock& block_of(Question question) noexcept {
    const BlockNumber number = shared_block_of(question);
    const std::size_t i = static_cast<std::size_t>(number) - first_ahead_;
    return i < ahead_count_ ? ahead_[i] : drawn_alone(number);
  }
  const PhiloxBlock& drawn_alone(BlockNumber number) noexcept {
    if (number != last_.number) {
      ++blocks_drawn_;
      last_ = {number, keyed_block(run_, who_, year_, number)};
    }
    return last_.words;
  }

  RunKey run_;
  Identity who_{};
  int year_ = 0;
  std::uint32_t first_ahead_ = 0;
  std::uint32_t ahead_count_ = 0;  // blocks drawn ahead, 0, 4 or 8
  std::int64_t blocks_drawn_ = 0;
  Drawn last_;
  std::array<PhiloxBlock, 8> ahead_;
};

/// Rates are given per person-year and act per day of the 364-day year.
inline constexpr double years_per_day = 1.0 / days_per_year;

/// Whether u is above the chance 1 - exp(-h) of a clock whose hazard comes to h before its limit:
/// most are, and no logarithm is needed to say so. A little of what is above escapes.
///   exp(-h) >= (2 - h) / (2 + h), so 1 - exp(-h) <= 2h / (2 + h)
constexpr bool cannot_fire(double u, double h) noexcept { return u * (2.0 + h) >= 2.0 * h; }

/// Waiting time [days] of a clock with hazard `rate` [1/year], if it fires within `limit` days;
/// otherwise a value not below `limit`.
///   T = -log(1 - u) / rate
inline double waiting_days(double u, double rate, double limit) noexcept {
  const double hazard = rate * years_per_day;
  if (cannot_fire(u, hazard * limit)) return limit;
  return -natural_log(1.0 - u) / hazard;
}

/// Events are counted up to this: whole numbers of 32 bits hold 256 times as many, and hundredths.
inline constexpr double most_events = 1e6;

/// A whole number with mean `rate`, or most_events where that is more: rate rounded down or up by
/// one uniform.
inline int rounded_count(double u, double rate) noexcept {
  return static_cast<int>(at_most(rate, most_events) + u);
}

// Answers from an asker, which draws no more bits of u than settle them: u lies in (first bits,
// first bits + 1) / 256, and all functions are monotone in u.

/// By all bits. Rare, and so kept out of the loops that ask.
[[gnu::noinline]] inline double settled_waiting_days(Asker& asker, Question question,
                                                     std::uint32_t count, double rate,
                                                     double limit) noexcept {
  return waiting_days(asker.ask(question, count), rate, limit);
}
inline double waiting_days(Asker& asker, Question question, std::uint32_t count, double rate,
                           double limit) noexcept {
  const double least = asker.first_bits(question, count) * 0x1p-8;
  if (cannot_fire(least, rate * years_per_day * limit)) return limit;
  return settled_waiting_days(asker, question, count, rate, limit);
}
/// Whether an event with hazard `rate` [1/year] happens within a year.
///   p = 1 - exp(-rate)
inline bool happens(Asker& asker, Question question, double rate) noexcept {
  return !cannot_fire(asker.first_bits(question) * 0x1p-8, rate) &&
         settled_waiting_days(asker, question, 0, rate, days_per_year) < days_per_year;
}
/// Day [0, 363] on which the first event with hazard `rate` falls, or 364 if none does this year.
inline int event_day(Asker& asker, Question question, double rate) noexcept {
  return std::min(static_cast<int>(waiting_days(asker, question, 0, rate, days_per_year)),
                  days_per_year);
}
inline int rounded_count(Asker& asker, Question question, double rate) noexcept {
  const int least = static_cast<int>(at_most(rate, most_events) * 256.0) +
                    static_cast<int>(asker.first_bits(question));
  const bool settled = (least & 255) != 255;  // the other bits add less than one
  return settled ? least >> 8 : rounded_count(asker.ask(question), rate);
}
/// Whether u < share.
inline bool is_below(Asker& asker, Question question, double share,
                     std::uint32_t count = 0) noexcept {
  const std::uint32_t bits = asker.first_bits(question, count);
  if (bits * 0x1p-8 >= share) return false;
  return (bits + 1) * 0x1p-8 <= share || asker.ask(question, count) < share;
}

// Sixteen clocks side by side. Their limits say which first bits exclude that a clock fires; they
// are a little too high where single precision rounds, which does no harm: who may fire is asked by
// all bits.

/// Limits are rates times this [256 × years], for clocks that run `days` days.
inline float limit_scale(double days) noexcept { return rounded_up(256.0 * years_per_day * days); }

/// Which of n neighbouring clocks the first bits do not exclude, as bits. Those clocks begin a
/// block with `first`; as many blocks are looked at as there are clocks for.
template <std::size_t n>
unsigned may_fire(Asker& asker, Question first, std::uint32_t count,
                  const FloatLanes<n>& limits) noexcept {
  unsigned may = 0;
  for (std::size_t i = 0; i < n; i += questions_per_block) {
    const PhiloxBlock bits = asker.first_bits_around(about(first, i), count);
    may |= bytes_up_to(bits, limits, i / 4) << i;
  }
  return may & ((1U << n) - 1);
}

/// The same of switches: by the limits of their ends where they run, else of their starts.
template <std::size_t n>
unsigned may_switch(Asker& asker, Question first, std::uint32_t count, unsigned running,
                    const FloatLanes<n>& starts, const FloatLanes<n>& start_ratios,
                    const FloatLanes<n>& stops, const FloatLanes<n>& stop_ratios) noexcept {
  FloatLanes<n> limits{};
  for (std::size_t i = 0; i < (n + 3) / 4; ++i) {
    limits[i] = choose(running >> 4 * i, stops[i] * stop_ratios[i], starts[i] * start_ratios[i]);
  }
  return may_fire<n>(asker, first, count, limits);
}

// The same in lanes: one answer of chance, and in each lane its own hazard. The logarithm is taken
// once.

/// Time until a clock of hazard 1 fires.
///   E = -log(1 - u), so that T = E / hazard
inline double unit_wait(double u) noexcept { return -natural_log(1.0 - u); }

/// Lets clocks with these rates [1/year] that all read `u` race against what was to come first
/// after `wait` days: where they fire sooner, their wait and number take its place.
template <std::size_t L>
void race(double u, const Real<L>& rate, int number, Real<L>& wait, Int<L>& first) noexcept {
  if constexpr (L == 1) {
    if (cannot_fire(u, rate * years_per_day * wait)) return;
  }
  const Real<L> own = Real<L>{unit_wait(u)} / (rate * Real<L>{years_per_day});
  take_first<L>(own, number, wait, first);
}

/// In which lanes an event with hazard `rate` [1/year] happens within a year.
template <std::size_t L>
LaneSet happens_in(Asker& asker, Question question, const Real<L>& rate) noexcept {
  if constexpr (L == 1) {
    return static_cast<LaneSet>(happens(asker, question, rate));
  } else {
    const double most = largest(rate, first_lanes(L));
    if (cannot_fire(asker.first_bits(question) * 0x1p-8, most)) return 0;
    const Real<L> wait = Real<L>{unit_wait(asker.ask(question))} / (rate * Real<L>{years_per_day});
    return less(wait, Real<L>{static_cast<double>(days_per_year)});
  }
}

/// Whole numbers as rounded_count() gives them.
template <std::size_t L>
Int<L> rounded_counts(Asker& asker, Question question, const Real<L>& rate) noexcept {
  if constexpr (L == 1) {
    return rounded_count(asker, question, rate);
  } else {
    const Real<L> mean = at_most(rate, most_events);
    const Int<L> least =
        whole(mean * Real<L>{256.0}) + Int<L>{static_cast<int>(asker.first_bits(question))};
    const LaneSet open = equal(least - ((least >> 8) * Int<L>{256}), Int<L>{255});
    if (open == 0) return least >> 8;  // the other bits add less than one
    return where(open, whole(mean + Real<L>{asker.ask(question)}), least >> 8);
  }
}

/// Lives one on/off spell process from one cut to the next, in the arms of a bundle, and returns
/// whether it runs at the end. While off it waits for the start, while on for the stop; after each
/// move the clock reads its next number. `on_spell(DaySpans)` is called for each running spell.
template <std::size_t L, class OnSpell>
bool live_switch(Bundle<L>& arms, bool on, const DaySpans<L>& days, const Real<L>& start_rate,
                 const Real<L>& stop_rate, Question move, std::uint32_t cuts, Asker& asker,
                 const OnSpell& on_spell) {
  const Real<L> end = real(days.end);
  Real<L> now = real(days.begin);
  Int<L> since = days.begin;
  for (std::uint32_t moves = 0;; ++moves) {
    Real<L> wait = end - now;
    Int<L> fires = 0;
    const double u = uniform(asker.switch_word(move, cuts, moves));
    race<L>(u, on ? stop_rate : start_rate, 1, wait, fires);
    if (arms.decide(fires) == 0) break;
    now = now + wait;
    const Int<L> day = whole(now);
    if (on) on_spell(DaySpans<L>{since, day});
    since = day;
    on = !on;
  }
  if (on) on_spell(DaySpans<L>{since, days.end});
  return on;
}

}  // namespace samspil
