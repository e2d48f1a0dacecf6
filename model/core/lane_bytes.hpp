/// \file
/// Fields of one byte or two, side by side in lanes, that are asked as the plain fields are; and
/// records turned into such columns. As lane_numbers.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "model/core/lane_numbers.hpp"
#include "model/core/names.hpp"

namespace samspil {

/// A byte in each of most_lanes lanes.
using ByteLanes [[gnu::vector_size(most_lanes)]] = std::uint8_t;

/// The lanes whose bytes are not 0.
inline LaneSet set_of(const ByteLanes& x) noexcept {
#ifdef __SSE2__
  const auto zero = reinterpret_cast<__m128i>(x == 0);
  return ~static_cast<LaneSet>(_mm_movemask_epi8(zero)) & first_lanes(most_lanes);
#else
  LaneSet set = 0;
  for (std::size_t i = 0; i < most_lanes; ++i) set |= static_cast<LaneSet>(x[i] != 0) << i;
  return set;
#endif
}
inline LaneSet equal(const ByteLanes& x, std::uint8_t value) noexcept {
  return set_of(reinterpret_cast<ByteLanes>(x == value));
}

/// An enumerator, or a small number, in each lane.
template <class Value, std::size_t lanes>
struct ColumnOf {
  ByteLanes bytes;

  friend TruthLanes<lanes> operator==(const ColumnOf& x, Value value) noexcept {
    return {equal(x.bytes, static_cast<std::uint8_t>(value))};
  }
  friend TruthLanes<lanes> operator!=(const ColumnOf& x, Value value) noexcept {
    return !(x == value);
  }
  /// For a limit that is not negative.
  friend TruthLanes<lanes> operator>(const ColumnOf& x, double limit) noexcept {
    if (limit >= 255) return {0};
    return {set_of(reinterpret_cast<ByteLanes>(x.bytes > static_cast<std::uint8_t>(limit)))};
  }
};

/// Up to sixteen flags in each lane, as Flags has them.
template <class Enum, std::size_t lanes>
struct FlagColumn {
  std::array<ByteLanes, 2> bytes;  ///< The lower eight flags first.

  TruthLanes<lanes> has(Enum value) const noexcept {
    const std::size_t i = index_of(value);
    const auto flag = static_cast<std::uint8_t>(1U << i % 8);
    return {set_of(bytes[i / 8] & flag)};
  }
  template <class... Enums>
  TruthLanes<lanes> has_any(Enums... values) const noexcept {
    return (has(values) || ...);
  }
  TruthLanes<lanes> any() const noexcept { return {set_of(bytes[0] | bytes[1])}; }
};

/// The lanes in which the field is as in the lane `lead`; of flags, those of `bits`.
template <class Value, std::size_t lanes>
LaneSet alike(const ColumnOf<Value, lanes>& x, std::size_t lead) noexcept {
  return equal(x.bytes, x.bytes[lead]);
}
template <class Enum, std::size_t lanes>
LaneSet alike(const FlagColumn<Enum, lanes>& x, std::size_t lead, unsigned bits = 0xFFFF) noexcept {
  const auto low = static_cast<std::uint8_t>(bits), high = static_cast<std::uint8_t>(bits >> 8);
  return equal(x.bytes[0] & low, x.bytes[0][lead] & low) &
         equal(x.bytes[1] & high, x.bytes[1][lead] & high);
}

/// Columns from the first 16 bytes of a record in each lane: column i holds byte i of all.
///   record(lane): where the lane's record begins
template <std::size_t lanes, class RecordOf>
std::array<ByteLanes, 16> columns_of(const RecordOf& record) noexcept {
  static_assert(lanes <= most_lanes && most_lanes == 16);
  std::array<ByteLanes, 16> rows;
  for (std::size_t i = 0; i < 16; ++i) std::memcpy(&rows[i], record(i % lanes), 16);
  // Four times, rows that stand eight apart are shuffled into each other.
  for (int step = 0; step < 4; ++step) {
    std::array<ByteLanes, 16> shuffled;
    for (std::size_t i = 0; i < 8; ++i) {
      shuffled[2 * i] = __builtin_shufflevector(rows[i], rows[i + 8], 0, 16, 1, 17, 2, 18, 3, 19, 4,
                                                20, 5, 21, 6, 22, 7, 23);
      shuffled[2 * i + 1] = __builtin_shufflevector(rows[i], rows[i + 8], 8, 24, 9, 25, 10, 26, 11,
                                                    27, 12, 28, 13, 29, 14, 30, 15, 31);
    }
    rows = shuffled;
  }
  return rows;
}

}  // namespace samspil
