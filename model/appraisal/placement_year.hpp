/// \file
/// What one child out of home for a whole year costs: by the prices and the payer rules, with the
/// refund of a dear case that stands alone in its household.
#pragma once

#include <array>

#include "model/simulation/run.hpp"

namespace samspil {

/// One child of average case cost in one place for 364 days [kr.].
struct PlacementYear {
  double municipality = 0;
  double all_public = 0;  ///< Municipality, region and state.
};
PlacementYear placement_year(const Catalogue& catalogue, Place place);

struct OneMorePlacement {
  std::array<PlacementYear, place_count> by_place;  ///< Nought at home.
  std::array<double, place_count> shares{};  ///< Of what is used of all places, the baseline's.
  PlacementYear mean;                        ///< With these shares.
};

/// Places as the baseline of a run uses them over all years. All nought where it uses none.
OneMorePlacement one_more_placement(const RunResult& run, const Catalogue& catalogue);

}  // namespace samspil
