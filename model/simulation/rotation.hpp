/// \file
/// Which sites a draw of the uncertain inputs lives: a part of them, another one in the next draw,
/// so that every site has its turn and no choice of families stays the same in all draws.
#pragma once

#include <algorithm>
#include <cstdint>

namespace samspil {

/// Draw d lives `per_draw` whole sites, those from (d × per_draw) mod `sites` on; after the last
/// site comes the first. 1 <= per_draw <= sites.
struct Rotation {
  std::uint64_t sites = 1;     ///< Of the population.
  std::uint64_t per_draw = 1;  ///< As many as `sites`: every draw lives all.

  std::uint64_t first(std::uint64_t draw) const noexcept { return draw * per_draw % sites; }

  bool lives(std::uint64_t draw, std::uint64_t site) const noexcept {
    return (site + sites - first(draw)) % sites < per_draw;
  }

  /// Sites that two draws have in common, so many draws apart.
  std::uint64_t shared(std::uint64_t draws_apart) const noexcept {
    const std::uint64_t ahead = first(draws_apart);
    const auto left_of = [this](std::uint64_t moved) {
      return per_draw > moved ? per_draw - moved : 0;
    };
    return ahead == 0 ? per_draw : left_of(ahead) + left_of(sites - ahead);
  }

  /// The share of its sites that a draw has in common with another, mean over pairs of so many
  /// draws: 1 where all live all sites. 1 of one draw.
  double overlap(std::uint64_t draws) const noexcept {
    if (draws < 2) return 1;
    double common = 0;
    for (std::uint64_t apart = 1; apart < draws; ++apart) {
      common += static_cast<double>(draws - apart) * static_cast<double>(shared(apart));
    }
    const auto n = static_cast<double>(draws);
    return common / (n * (n - 1) / 2) / static_cast<double>(per_draw);
  }
};

}  // namespace samspil
