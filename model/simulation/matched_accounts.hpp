/// \file
/// Prices at the level of the municipality's own accounts.
#pragma once

#include "model/families/pool.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

/// An own account that is more times the simulated one, or less than one over it, is another one.
inline constexpr double most_match = 3;

/// The scenario with the price of every service under a function of its own accounts multiplied by
/// own / simulated: what the municipality pays there in the first budget year without any strategy,
/// at the values of the inputs. What has no account keeps its price. As it is where nothing is to
/// be matched.
///   pool  that make_pool() made of it
/// Lives the baseline for one year. Throws InputError, at the account's line, where nothing is
/// simulated under its function, where the ratio is outside 1/most_match to most_match, or where
/// the price index lacks its year.
Scenario with_matched_accounts(Scenario scenario, const Pool& pool, const Execution& execution);

}  // namespace samspil
