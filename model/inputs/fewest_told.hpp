/// \file
/// How many people there must be behind a number that is told of real ones.
#pragma once

namespace samspil {

/// Counts below it are not told, 0 apart: nobody is found by what nobody did.
inline constexpr double fewest_told = 5;

}  // namespace samspil
