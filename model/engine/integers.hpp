/// \file
/// Tallies as a row of 64-bit integers that can be added one by one, sent and written.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/core/money.hpp"

namespace samspil {

using Integers = std::vector<std::int64_t>;

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

// 128 bits are three of them: two of 32 bits and the rest, so that sums over processes carry
// nothing.
inline constexpr std::uint64_t low_half = 0xFFFFFFFF;

inline void append(std::int64_t value, Integers& integers) { integers.push_back(value); }
inline void append(Int128 value, Integers& integers) {
  const auto bits = static_cast<std::uint64_t>(value);
  integers.push_back(static_cast<std::int64_t>(bits & low_half));
  integers.push_back(static_cast<std::int64_t>(bits >> 32U));
  integers.push_back(static_cast<std::int64_t>(value >> 64));
}

inline std::size_t take(const std::int64_t* integers, std::int64_t& value) noexcept {
  value = integers[0];
  return 1;
}
inline std::size_t take(const std::int64_t* integers, Int128& value) noexcept {
  value = Int128{integers[0]} + Int128{integers[1]} * (Int128{1} << 32) +
          Int128{integers[2]} * (Int128{1} << 32) * (Int128{1} << 32);
  return 3;
}

}  // namespace engine_detail

/// Appends the integers of `tally`. It is only read, though visited by reference.
template <HasIntegers T>
void append_integers(T& tally, Integers& integers) {
  tally.visit_integers([&](auto& integer) { engine_detail::append(integer, integers); });
}

/// How many integers it takes.
template <HasIntegers T>
std::size_t integer_count_of(T& tally) {
  Integers integers;
  append_integers(tally, integers);
  return integers.size();
}

/// Gives `tally` those that stand first in `integers`, which holds as many as it takes, and returns
/// those after them.
template <HasIntegers T>
std::span<const std::int64_t> take_integers(std::span<const std::int64_t> integers, T& tally) {
  tally.visit_integers([&](auto& integer) {
    integers = integers.subspan(engine_detail::take(integers.data(), integer));
  });
  return integers;
}

}  // namespace samspil
