/// \file
/// Words of 64 bits side by side, one per lane, whose bits are no number. As lane_numbers.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "model/core/lane_numbers.hpp"

namespace samspil {

template <std::size_t lanes>
using WordLanes = NumberLanes<std::int64_t, lanes_of_four::Longs, lanes>;
template <std::size_t lanes>
using Words = std::conditional_t<lanes == 1, std::int64_t, WordLanes<lanes>>;

constexpr std::int64_t at(std::int64_t x, std::size_t /*lane*/) noexcept { return x; }
constexpr LaneSet equal(std::int64_t a, std::int64_t b) noexcept { return a == b; }
/// Whether any bit is set in any lane.
constexpr bool any(std::int64_t x) noexcept { return x != 0; }
template <std::size_t lanes>
bool any(const WordLanes<lanes>& x) noexcept {
  lanes_of_four::Longs all = x.group[0];
  for (std::size_t g = 1; g < x.groups; ++g) all |= x.group[g];
  return (all[0] | all[1] | all[2] | all[3]) != 0;
}

/// The word in the lanes of a set, 0 in the others.
template <std::size_t lanes>
Words<lanes> words_in(LaneSet set, std::int64_t word) noexcept {
  if constexpr (lanes == 1) {
    return set != 0 ? word : 0;
  } else {
    const lanes_of_four::Longs all{word, word, word, word};
    WordLanes<lanes> out;
    for (std::size_t g = 0; g < out.groups; ++g) {
      out.group[g] = all & lanes_of_four::wide_mask(set, g);
    }
    return out;
  }
}

}  // namespace samspil
