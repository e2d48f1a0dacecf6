/// \file
/// Which pool member the i-th family of a population is. Knows weights and an order, no family.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/core/random.hpp"

namespace samspil {

/// The Philox block that places the first family, asked once per run; no other question uses it.
inline constexpr BlockNumber starting_family_block{0xFFFF};

/// An order of n pool members in which neighbours are alike on all indicators at once, so that any
/// evenly spread sample of the order is a balanced sample of the pool. `indicators` holds one row
/// of equal length per member and is compared as it stands: scale the columns to what should count.
/// A share sum_k w_k numerator_k / sum_k w_k denominator_k is balanced best by its residual
/// numerator_k - share * denominator_k divided by the mean denominator.
///   indicators [any, n rows]; weights [>= 0, n]; throws std::invalid_argument where they do not
///   fit
std::vector<std::uint32_t> balanced_order(std::span<const double> indicators,
                                          std::span<const double> weights);

/// Systematic sampling along an order, one family at a time: family i stands at
///   position_i = (offset(seed, replicate) + i * golden ratio) mod 1
/// of the cumulative weights. It depends on nothing but i, and the first n families are spread
/// evenly over the order for every n, as the golden ratio's multiples are.
class StratifiedDraw {
 public:
  /// Positions are whole 2^-64ths, so that the look-up compares integers only. `weights` are those
  /// of the pool, by member and not by place in the order. Throws std::invalid_argument if the
  /// order is no permutation of the members, a weight is negative, or all are 0.
  StratifiedDraw(std::span<const std::uint32_t> order, std::span<const double> weights);

  /// No lot: the members 0, 1, …, `members` - 1 one after the other, and again; at least one.
  static StratifiedDraw in_turn(std::uint32_t members) noexcept;

  /// Whether the members are taken in turn.
  bool is_in_turn() const noexcept { return in_turn_ > 0; }

  /// The member that family i takes. One population in all draws: pass the same replicate always.
  std::uint32_t member(RunKey run, std::uint64_t i) const noexcept;

 private:
  StratifiedDraw() = default;

  struct Slot {
    std::uint64_t begin;  ///< First position of the member; it ends where the next one begins.
    std::uint32_t member;
  };
  std::vector<Slot> slots_;           ///< Members of weight > 0 in order.
  std::vector<std::uint32_t> guide_;  ///< Slot that holds the first position of each equal cell.
  int shift_ = 0;                     ///< Position >> shift_ is its cell.
  std::uint32_t in_turn_ = 0;         ///< Members taken in turn; 0: by position.
};

}  // namespace samspil
