/// \file
/// What a krone of a later year is worth now. Knows no payer and no case.
#pragma once

#include <array>
#include <cstddef>

#include "model/inputs/timing.hpp"

namespace samspil {

/// From `from` years on, until the next step.
struct DiscountStep {
  double from = 0;  ///< [years from now]
  double rate = 0;  ///< [per year], 0 or more
};

/// A rate that may fall with distance. Steps multiply forward: none starts over from now.
struct DiscountRate {
  std::array<DiscountStep, 3> steps{};
  std::size_t count = 1;

  /// One rate for all years.
  static constexpr DiscountRate flat(double rate) noexcept { return {{{{0, rate}}}, 1}; }

  /// 3.5 % for 35 years, 2.5 % for the next 35, 1.5 % after: the Danish Finance Ministry's
  /// socio-economic rate since January 2021.
  static constexpr DiscountRate fm() noexcept {
    return {{{{0, 0.035}, {35, 0.025}, {70, 0.015}}}, 3};
  }
};

/// Value now of 1 kr. at time t: the product of (1 + rate)^-(years spent in the step).
///   t [years from now], 0 or more; t log(1 + rate) at most 700
double discount_factor(const DiscountRate& rate, double t) noexcept;

/// When the amounts of a year fall due [years from now]; year 1 begins now.
double time_of_year(int year, Timing timing) noexcept;

}  // namespace samspil
