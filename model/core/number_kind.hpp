/// \file
/// What a number counts, which decides how a point or a sign of per cent in its text may be read.
#pragma once

#include <cstdint>

namespace samspil {

enum class NumberKind : std::uint8_t {
  amount,   ///< Money, people, time: a point before three digits may be a thousands point.
  count,    ///< The same, in whole numbers only.
  ratio,    ///< A share, rate, factor or score: a point is a decimal point, and 2 % is 0.02.
  percent,  ///< Of a hundred: 2 % is 2.
};

}  // namespace samspil
