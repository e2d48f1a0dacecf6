/// \file
/// Tallies as a row of 64-bit words that can be added word by word, sent and written.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/core/money.hpp"

namespace samspil {

using Words = std::vector<std::int64_t>;

namespace engine_detail {
struct AnyVisitor {
  void operator()(auto& /*integer*/) const noexcept {}
};
}  // namespace engine_detail

/// Shows its integers: visit_integers(visit) calls visit(x) for each std::int64_t or Int128 that it
/// holds, always the same ones in the same order.
template <class T>
concept HasIntegers = requires(T& tally) {
  tally.visit_integers(engine_detail::AnyVisitor{});
};

namespace engine_detail {

// 128 bits are three words: two of 32 bits and the rest, so that sums over processes carry nothing.
inline constexpr std::uint64_t low_half = 0xFFFFFFFF;

inline void append(std::int64_t value, Words& words) { words.push_back(value); }
inline void append(Int128 value, Words& words) {
  const auto bits = static_cast<std::uint64_t>(value);
  words.push_back(static_cast<std::int64_t>(bits & low_half));
  words.push_back(static_cast<std::int64_t>(bits >> 32U));
  words.push_back(static_cast<std::int64_t>(value >> 64));
}

inline std::size_t take(const std::int64_t* words, std::int64_t& value) noexcept {
  value = words[0];
  return 1;
}
inline std::size_t take(const std::int64_t* words, Int128& value) noexcept {
  value = Int128{words[0]} + Int128{words[1]} * (Int128{1} << 32) +
          Int128{words[2]} * (Int128{1} << 32) * (Int128{1} << 32);
  return 3;
}

}  // namespace engine_detail

/// Appends the integers of `tally`. It is only read, though visited by reference.
template <HasIntegers T>
void append_words(T& tally, Words& words) {
  tally.visit_integers([&](auto& integer) { engine_detail::append(integer, words); });
}

/// How many words it takes.
template <HasIntegers T>
std::size_t word_count_of(T& tally) {
  Words words;
  append_words(tally, words);
  return words.size();
}

/// Gives `tally` the integers that stand first in `words`, which holds as many as it takes, and
/// returns the words after them.
template <HasIntegers T>
std::span<const std::int64_t> take_words(std::span<const std::int64_t> words, T& tally) {
  tally.visit_integers(
      [&](auto& integer) { words = words.subspan(engine_detail::take(words.data(), integer)); });
  return words;
}

}  // namespace samspil
