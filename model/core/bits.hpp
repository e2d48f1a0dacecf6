/// \file
/// Passing over the set bits of a word, and counting them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace samspil {

/// Calls `act` with the number of each bit that is set.
template <class Act>
void for_each_bit(unsigned bits, const Act& act) {
  for (; bits != 0; bits &= bits - 1) act(static_cast<std::size_t>(std::countr_zero(bits)));
}

/// How many bits are set. By sums of neighbours: machine code for every x86-64 has no instruction
/// for it, and calling the compiler's library for it takes longer.
constexpr int bit_count(std::uint64_t bits) noexcept {
  bits -= bits >> 1 & 0x5555555555555555;
  bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
  return static_cast<int>(bits * 0x0101010101010101 >> 56);
}

}  // namespace samspil
