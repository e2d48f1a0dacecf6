/// \file
/// A pool as bytes: its parts when several processes make them, each some and all need all; and the
/// whole, to be kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/engine/ranks.hpp"
#include "model/families/pool.hpp"

namespace samspil {

/// Gives every process the parts that the others have made; a part is empty in all processes but
/// one.
void share_parts(std::vector<Pool>& parts, const Ranks& ranks);

/// Gives every process the root's weights: their last bits are those of the root's own mathematics
/// library.
void share_weights(std::vector<double>& weights, const Ranks& ranks);

/// A whole pool as it lies in memory: for the same build of the program alone.
std::string bytes_of(const Pool& pool);
Pool pool_of(std::string_view bytes);

}  // namespace samspil
