/// \file
/// What makes two strategies differ, as one document: role, levers, core elements and effects, with
/// both values and grades.
#pragma once

#include "model/core/json.hpp"
#include "model/inputs/strategy.hpp"

namespace samspil {

/// What acts and differs, {levers, elements, effects} with left and right; null where a strategy
/// has no such thing. Titles, ranges and sources make no difference; a grade alone is one.
Json strategy_difference(const Strategy& left, const Strategy& right);

}  // namespace samspil
