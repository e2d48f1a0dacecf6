/// \file
/// What nearly every model counts: means over units, and the differences of arms on the same units,
/// with their errors of simulation. Sums are integers, so that they are exact in any order.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "model/core/money.hpp"
#include "model/core/statistics.hpp"

namespace samspil {

/// Of whole numbers x, in whatever unit they are. Holds 10^10 of them up to 10^14.
struct Moments {
  std::int64_t count = 0;
  Int128 sum = 0, squares = 0;

  void add(std::int64_t x) noexcept {
    ++count;
    sum += x;
    squares += Int128{x} * x;
  }
  Moments& operator+=(const Moments& other) noexcept {
    count += other.count;
    sum += other.sum;
    squares += other.squares;
    return *this;
  }
  void visit_integers(auto&& visit) {
    visit(count);
    visit(sum);
    visit(squares);
  }

  double mean() const noexcept { return static_cast<double>(sum) / static_cast<double>(count); }
  double error() const noexcept;
};

/// Σ (x - mean of x)(y - mean of y) of `products`, which is Σ x y. Whole numbers near the means are
/// taken from x and y while all is whole: the products of numbers that are nearly alike cancel.
inline double products_about_means(const Moments& x, const Moments& y, Int128 products) noexcept {
  const Int128 near_x = x.sum / x.count, near_y = y.sum / y.count;
  const Int128 rest_x = x.sum % x.count, rest_y = y.sum % y.count;
  const Int128 about_whole = products - near_y * x.sum - near_x * rest_y;
  return static_cast<double>(about_whole) -
         static_cast<double>(rest_x) * static_cast<double>(rest_y) / static_cast<double>(x.count);
}

/// Standard error of the mean.
inline double Moments::error() const noexcept {
  return std::sqrt(products_about_means(*this, *this, squares)) / static_cast<double>(count);
}

/// The tally of a model whose units come to `measures` numbers in each of `arms` arms: their
/// levels, and how each arm differs from arm 0 on the same units, which is known far better than
/// the levels where arms share their chance.
template <std::size_t measures, std::size_t arms>
struct PairedTally {
  /// Of one unit, [arm][measure].
  using Unit = std::array<std::array<std::int64_t, measures>, arms>;

  std::array<std::array<Moments, measures>, arms> level{}, difference{};
  std::array<Int128, arms> products{};  ///< Of the differences in the first two measures.

  void add(const Unit& unit) noexcept {
    for (std::size_t arm = 0; arm < arms; ++arm) {
      for (std::size_t i = 0; i < measures; ++i) {
        level[arm][i].add(unit[arm][i]);
        difference[arm][i].add(unit[arm][i] - unit[0][i]);
      }
      if constexpr (measures > 1) {
        products[arm] += Int128{unit[arm][0] - unit[0][0]} * (unit[arm][1] - unit[0][1]);
      }
    }
  }
  PairedTally& operator+=(const PairedTally& other) noexcept {
    for (std::size_t arm = 0; arm < arms; ++arm) {
      for (std::size_t i = 0; i < measures; ++i) {
        level[arm][i] += other.level[arm][i];
        difference[arm][i] += other.difference[arm][i];
      }
      products[arm] += other.products[arm];
    }
    return *this;
  }
  void visit_integers(auto&& visit) {
    for (std::size_t arm = 0; arm < arms; ++arm) {
      for (Moments& moments : level[arm]) moments.visit_integers(visit);
      for (Moments& moments : difference[arm]) moments.visit_integers(visit);
      visit(products[arm]);
    }
  }

  /// Difference of the first measure per difference of the second, such as a cost per effect. The
  /// error is that of the delta method, and needs a denominator some errors from zero.
  Estimate ratio(std::size_t arm) const noexcept requires(measures > 1) {
    const Moments& above = difference[arm][0];
    const Moments& below = difference[arm][1];
    const auto n = static_cast<double>(below.count);
    const double value = above.mean() / below.mean();
    const double covariance = products_about_means(above, below, products[arm]) / (n * n);
    const double variance = above.error() * above.error() +
                            value * value * below.error() * below.error() - 2 * value * covariance;
    return {value, std::sqrt(std::max(variance, 0.0)) / std::abs(below.mean())};
  }
};

}  // namespace samspil
