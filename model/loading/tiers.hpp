/// \file
/// Tiers of expensive cases, each of which lies above the one before it.
#pragma once

#include <vector>

#include "model/inputs/law.hpp"
#include "model/loading/dated.hpp"

namespace samspil {

/// Calls act(lower, upper) for every two tiers, one the next of the other, of which the upper lies
/// below: in a year that both hold in, at one price level.
template <class Act>
void for_each_falling_tier(const std::vector<Rate>& rates, const Act& act) {
  for (const Rate& lower : rates) {
    for (const Rate& upper : rates) {
      const bool follow = index_of(upper.name) == index_of(lower.name) + 1 &&
                          upper.name <= RateName::expensive_case_tier_3 && overlap(lower, upper);
      if (!follow || lower.price_level != upper.price_level) continue;
      if (lower.amount.value > upper.amount.value) act(lower, upper);
    }
  }
}

}  // namespace samspil
