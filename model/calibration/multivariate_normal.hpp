/// \file
/// Normal distributions of several numbers at once, as importance sampling proposes from them.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "model/calibration/problem.hpp"

namespace samspil {

/// log 2π, of normal densities.
inline constexpr double log_two_pi = 1.8378770664093453;

/// A normal distribution of a few dozen numbers at most.
class MultivariateNormal {
 public:
  /// `covariance`: symmetric; directions in which nothing varies get a trace of the widest one's
  /// variance, so that there is a density.
  MultivariateNormal(std::vector<double> mean, const Matrix& covariance);

  /// (x - mean)' covariance^-1 (x - mean).
  double squared_distance(std::span<const double> x) const;
  double log_density(std::span<const double> x) const;
  /// L^-1 (x - mean), L the Cholesky factor of the covariance: standard normal where x is drawn
  /// from this distribution.
  std::vector<double> standardised(std::span<const double> x) const;
  /// mean + L z.
  std::vector<double> from_standard(std::span<const double> z) const;

 private:
  std::vector<double> mean_;
  Matrix factor_;               ///< L, lower triangular.
  double log_of_constant_ = 0;  ///< Of the density.
};

/// log of the standard normal density of independent numbers.
double log_standard_normal(std::span<const double> x) noexcept;

/// Covariance of some rows of `points` about `centre`, weighted by `weights` (of these rows, in
/// their order; any scale).
Matrix covariance_about(const Matrix& points, std::span<const std::size_t> rows,
                        std::span<const double> weights, std::span<const double> centre);

/// The weighted mean of all rows.
std::vector<double> weighted_mean(const Matrix& points, std::span<const double> weights);

}  // namespace samspil
