/// \file
/// The words of a key as a random number engine, so that Boost.Random's distributions can draw
/// from them.
#pragma once

#include <cstdint>
#include <limits>

#include "model/core/random.hpp"

namespace samspil {

/// A UniformRandomBitGenerator: word after word of the blocks of one key. As many as 2^34 words.
class KeyedEngine {
 public:
  using result_type = std::uint32_t;

  /// Two engines of another run, identity, period or number share no word.
  KeyedEngine(RunKey run, Identity who, int period, BlockNumber number) noexcept
      : run_{run}, who_{who}, period_{period}, number_{number} {}

  static constexpr result_type min() noexcept { return 0; }
  static constexpr result_type max() noexcept { return std::numeric_limits<result_type>::max(); }

  result_type operator()() noexcept {
    if (next_ == block_.size()) {
      block_ = keyed_block(run_, who_, period_, number_, count_++);
      next_ = 0;
    }
    return block_[next_++];
  }

 private:
  RunKey run_;
  Identity who_;
  int period_;
  BlockNumber number_;
  std::uint32_t count_ = 0;
  PhiloxBlock block_{};
  std::size_t next_ = 4;
};

}  // namespace samspil
