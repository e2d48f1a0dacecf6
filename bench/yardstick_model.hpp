/// \file
/// The three-state chain on which microsimulations are compared, on this project's engine: yearly
/// steps, four years, everyone starts in state 0, counts per year and state are kept.
#pragma once

#include <array>
#include <cstdint>

#include "model/core/random_lanes.hpp"
#include "model/engine/engine.hpp"

namespace samspil::bench {

inline constexpr std::size_t chain_states = 3;
inline constexpr std::size_t chain_years = 4;  // one word of a block each
inline constexpr double chain[chain_states][chain_states] = {
    {0.90, 0.08, 0.02}, {0.30, 0.60, 0.10}, {0.05, 0.15, 0.80}};

/// A unit is a person.
class Chain {
 public:
  struct Tally {
    std::array<std::array<std::int64_t, chain_states>, chain_years> persons{};

    Tally& operator+=(const Tally& other) noexcept;
    friend bool operator==(const Tally&, const Tally&) = default;
  };
  struct Scratch {
    std::uint64_t first = 0;
    std::uint32_t persons = 0;
  };

  Scratch make_scratch() const { return {}; }
  Tally make_tally() const { return {}; }
  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t persons) const {
    scratch = {first, persons};
  }
  void run_arm(Scratch& scratch, std::uint32_t draw, std::uint32_t arm, Tally& tally) const;
  void finish_draw(Scratch&, std::uint32_t, Tally&) const {}
};

}  // namespace samspil::bench
