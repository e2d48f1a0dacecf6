/// \file
/// The parts of a pool when several processes make them: each has made some, all need all.
#pragma once

#include <vector>

#include "model/engine/ranks.hpp"
#include "model/simulation/pool.hpp"

namespace samspil {

/// Gives every process the parts that the others have made; a part is empty in all processes but
/// one.
void share_parts(std::vector<Pool>& parts, const Ranks& ranks);

/// Gives every process the root's weights: their last bits are those of the root's own mathematics
/// library.
void share_weights(std::vector<double>& weights, const Ranks& ranks);

}  // namespace samspil
