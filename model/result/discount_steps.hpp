/// \file
/// A discount rate as every document tells it.
#pragma once

#include <algorithm>

#include "model/core/json.hpp"
#include "model/costs/discounting.hpp"
#include "model/result/values.hpp"

namespace samspil {

/// From when each rate holds, by the Finance Ministry's steps: one rate for all years stands in
/// each of them.
inline Json discount_steps(const DiscountRate& rate) {
  Json steps = Json::array();
  constexpr DiscountRate ministry = DiscountRate::fm();
  for (std::size_t i = 0; i < ministry.count; ++i) {
    const double in_force = rate.steps[std::min(i, rate.count - 1)].rate;
    steps.push_back({{"from", ministry.steps[i].from}, {"rate", in_force}});
  }
  return steps;
}

}  // namespace samspil
