/// \file
/// First and second moments over persons, exact in any order.
#pragma once

#include <cmath>
#include <cstdint>

#include "model/core/money.hpp"

namespace samspil::test {

/// Sum and sum of squares over persons, in whole millionths.
struct Moments {
  Int128 sum = 0, squares = 0;

  void add(std::int64_t x) {
    sum += x;
    squares += Int128{x} * x;
  }
  Moments& operator+=(const Moments& other) {
    sum += other.sum;
    squares += other.squares;
    return *this;
  }
  double mean(double n) const { return static_cast<double>(sum) / n / 1e6; }
  double error(double n) const {
    const double m = mean(n);
    return std::sqrt((static_cast<double>(squares) / n / 1e12 - m * m) / n);
  }
};

}  // namespace samspil::test
