/// \file
/// Passing over the set bits of a word, and comparing words.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace samspil {

/// Calls `act` with the number of each bit that is set.
template <class Act>
void for_each_bit(unsigned bits, const Act& act) {
  for (; bits != 0; bits &= bits - 1) act(static_cast<std::size_t>(std::countr_zero(bits)));
}

/// Whether all words are the same, without a branch or a call: for what is compared arm by arm.
template <std::size_t n>
constexpr bool same_words(const std::array<std::uint64_t, n>& a,
                          const std::array<std::uint64_t, n>& b) noexcept {
  std::uint64_t apart = 0;
  for (std::size_t i = 0; i < n; ++i) apart |= a[i] ^ b[i];
  return apart == 0;
}

}  // namespace samspil
