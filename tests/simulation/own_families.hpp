/// \file
/// The small scenario on families that were read and not made.
#pragma once

#include <functional>

#include "model/inputs/scenario.hpp"

namespace samspil::test {

/// Ages, places and the like of family i: a mother on cash benefit and her child.
using ShapeFamily = std::function<void(int i, OwnPerson& mother, OwnPerson& child)>;

/// So many families, each as often as `copies` says, in teams of `per_site`. No margins.
Scenario with_own_families(int number, std::uint32_t copies, int per_site,
                           const ShapeFamily& shape);

}  // namespace samspil::test
