/// \file
/// Between which values a number of an input may lie. Knows no number.
#pragma once

#include <limits>

namespace samspil {

/// Admissible values, both ends included.
struct Limits {
  double lower = 0;
  double upper = std::numeric_limits<double>::infinity();
};

inline constexpr Limits any_share{0, 1};
inline constexpr Limits any_year{1900, 2200};

}  // namespace samspil
