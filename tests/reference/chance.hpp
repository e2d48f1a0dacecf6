/// \file
/// Chance and clocks of the reference model: one block for one answer, std::log, no memory.
#pragma once

#include <cmath>
#include <limits>

#include "model/core/random.hpp"
#include "model/dynamics/questions.hpp"

namespace samspil::test {

constexpr int year_length = 364;  // days

/// One identity's answers in one year, by the recipe at the head of questions.hpp.
struct Chance {
  RunKey run;
  Identity who{};
  int year = 0;

  PhiloxBlock block(int number) const {
    return keyed_block(run, who, year, BlockNumber{static_cast<std::uint16_t>(number)});
  }
  /// The block of a question: of each 32 places, the first 16 are in one block, the others in the
  /// block 32 further on.
  PhiloxBlock block_around(int place) const {
    return block(place / 32 + (place % 32 < 16 ? 0 : 32));
  }
  /// The first word of the block of a question asked once in a life.
  std::uint32_t once(Question question) const { return block(64 + static_cast<int>(question))[0]; }
  /// The upper half of further bits 32 count + place % 16 of the question's block.
  std::uint32_t own_word(Question question, std::uint32_t count) const {
    const int place = static_cast<int>(question);
    const auto index = 32 * std::uint64_t{count} + static_cast<std::uint64_t>(place % 16);
    return static_cast<std::uint32_t>(further_bits(block_around(place), index) >> 32);
  }
  /// Byte `place % 16` of the question's block or of its successor, the lowest byte first.
  std::uint32_t shared_byte(int place, std::uint32_t count) const {
    const PhiloxBlock words = block_around(place);
    const int byte = place % 16;
    if (count == 0) return words[static_cast<std::size_t>(byte / 4)] >> (8 * (byte % 4)) & 0xFF;
    const auto half = 16 + static_cast<std::uint64_t>(byte / 8);
    const std::uint64_t bits = further_bits(words, 32 * std::uint64_t{count} + half);
    return static_cast<std::uint32_t>(bits >> (8 * (byte % 8)) & 0xFF);
  }
  static bool is_a_switch(Question question) {
    const int place = static_cast<int>(question);
    const int measures = static_cast<int>(Question::measure_move);
    const int services = static_cast<int>(Question::service_move);
    return (place >= measures && place < measures + static_cast<int>(child_measure_count)) ||
           (place >= services && place < services + static_cast<int>(adult_service_count));
  }
  std::uint32_t word(Question question, std::uint32_t count = 0) const {
    const bool reads_on = is_a_switch(question) && count % 1024 > 0;
    if (reads_on) return own_word(question, count);
    const std::uint32_t shared_count = is_a_switch(question) ? count / 1024 : count;
    return shared_byte(static_cast<int>(question), shared_count) << 24 |
           (own_word(question, count) & 0xFFFFFF);
  }
  double ask(Question question, std::uint32_t count = 0) const {
    return uniform(word(question, count));
  }
  /// Four bytes, standardised: their sum has mean 510 and variance 21845.
  double noise(Question question) const {
    double sum = 0;
    for (int i = 0; i < 4; ++i) sum += shared_byte(static_cast<int>(question) + i, 0);
    return (sum - 510.0) / std::sqrt(21845.0);
  }
  /// The four words of the question's own block.
  double fine_noise(Question question) const {
    double sum = 0;
    for (const std::uint32_t word : block(64 + static_cast<int>(question))) sum += uniform(word);
    return (sum - 2.0) * std::sqrt(3.0);
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
