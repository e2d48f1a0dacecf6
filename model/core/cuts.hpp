/// \file
/// Moves between the states of a chain, decided by one random word.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>

namespace samspil {

/// Probabilities of one move, [from][to]; each row sums to 1.
template <std::size_t states>
using Moves = std::array<std::array<double, states>, states>;

/// Cumulated probabilities of the moves from each state to each, of 2^32.
template <std::size_t states>
using Cuts = std::array<std::array<std::uint64_t, states>, states>;

/// Throws std::invalid_argument where a probability is negative or a row does not sum to 1.
template <std::size_t states>
Cuts<states> cuts_of(const Moves<states>& moves) {
  Cuts<states> cuts{};
  for (std::size_t from = 0; from < states; ++from) {
    double cumulated = 0;
    for (std::size_t to = 0; to < states; ++to) {
      if (!(moves[from][to] >= 0)) throw std::invalid_argument{"a probability below 0"};
      cumulated += moves[from][to];
      cuts[from][to] = static_cast<std::uint64_t>(std::llround(cumulated * 0x1p32));
    }
    if (!(std::abs(cumulated - 1) < 1e-9)) {
      throw std::invalid_argument{"probabilities of a state's moves do not sum to 1"};
    }
    // No word may find no state: whoever can be met last is met by all words that are left.
    for (std::size_t to = states; to-- > 0;) {
      cuts[from][to] = std::uint64_t{1} << 32U;
      if (moves[from][to] > 0) break;
    }
  }
  return cuts;
}

/// Where a unit goes from the state whose cuts these are.
template <std::size_t states>
std::size_t next_state(const std::array<std::uint64_t, states>& cuts, std::uint32_t word) noexcept {
  std::size_t next = 0;
  while (word >= cuts[next]) ++next;
  return next;
}

}  // namespace samspil
