/// \file
/// Passing over the set bits of a word.
#pragma once

#include <bit>
#include <cstddef>

namespace samspil {

/// Calls `act` with the number of each bit that is set.
template <class Act>
void for_each_bit(unsigned bits, const Act& act) {
  for (; bits != 0; bits &= bits - 1) act(static_cast<std::size_t>(std::countr_zero(bits)));
}

}  // namespace samspil
