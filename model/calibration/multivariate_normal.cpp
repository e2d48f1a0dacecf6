#include "model/calibration/multivariate_normal.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

#include "model/calibration/eigen_view.hpp"

namespace samspil {
namespace {

/// Of the widest direction's variance: the least that any other keeps.
constexpr double least_variance = 1e-9;

/// With every variance above the least.
Eigen::MatrixXd widened(const Eigen::MatrixXd& covariance) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> parts{covariance};
  const double widest = std::max(parts.eigenvalues().maxCoeff(), 1e-300);
  const Eigen::VectorXd variances = parts.eigenvalues().cwiseMax(least_variance * widest);
  return parts.eigenvectors() * variances.asDiagonal() * parts.eigenvectors().transpose();
}

}  // namespace

MultivariateNormal::MultivariateNormal(std::vector<double> mean, const Matrix& covariance)
    : mean_{std::move(mean)}, factor_{mean_.size(), mean_.size()} {
  const Eigen::MatrixXd own = view_of(covariance);
  Eigen::LLT<Eigen::MatrixXd> cholesky{own};
  if (cholesky.info() != Eigen::Success) cholesky.compute(widened(own));
  const Eigen::MatrixXd lower = cholesky.matrixL();
  log_of_constant_ = -0.5 * static_cast<double>(mean_.size()) * log_two_pi;
  for (std::size_t i = 0; i < mean_.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      factor_(i, j) = lower(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
    }
    log_of_constant_ -= std::log(factor_(i, i));
  }
}

std::vector<double> MultivariateNormal::standardised(std::span<const double> x) const {
  std::vector<double> z(mean_.size());
  for (std::size_t i = 0; i < z.size(); ++i) {
    double left = x[i] - mean_[i];
    for (std::size_t j = 0; j < i; ++j) left -= factor_(i, j) * z[j];
    z[i] = left / factor_(i, i);
  }
  return z;
}

double MultivariateNormal::squared_distance(std::span<const double> x) const {
  double sum = 0;
  for (const double z : standardised(x)) sum += z * z;
  return sum;
}

double MultivariateNormal::log_density(std::span<const double> x) const {
  return log_of_constant_ - 0.5 * squared_distance(x);
}

std::vector<double> MultivariateNormal::from_standard(std::span<const double> z) const {
  std::vector<double> x = mean_;
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) x[i] += factor_(i, j) * z[j];
  }
  return x;
}

double log_standard_normal(std::span<const double> x) noexcept {
  double sum = 0;
  for (const double one : x) sum += one * one;
  return -0.5 * (sum + static_cast<double>(x.size()) * log_two_pi);
}

Matrix covariance_about(const Matrix& points, std::span<const std::size_t> rows,
                        std::span<const double> weights, std::span<const double> centre) {
  Matrix covariance(points.columns, points.columns);
  double total = 0;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    total += weights[k];
    for (std::size_t i = 0; i < points.columns; ++i) {
      const double scaled = weights[k] * (points(rows[k], i) - centre[i]);
      for (std::size_t j = 0; j <= i; ++j) {
        covariance(i, j) += scaled * (points(rows[k], j) - centre[j]);
      }
    }
  }
  for (std::size_t i = 0; i < points.columns; ++i) {
    for (std::size_t j = 0; j <= i; ++j) covariance(j, i) = covariance(i, j) /= total;
  }
  return covariance;
}

std::vector<double> weighted_mean(const Matrix& points, std::span<const double> weights) {
  std::vector<double> mean(points.columns);
  double total = 0;
  for (std::size_t row = 0; row < points.rows; ++row) {
    total += weights[row];
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += weights[row] * points(row, i);
  }
  for (double& one : mean) one /= total;
  return mean;
}

}  // namespace samspil
