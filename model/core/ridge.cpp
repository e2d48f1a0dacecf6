#include "model/core/ridge.hpp"

#include <Eigen/Eigenvalues>
#include <cmath>
#include <limits>

#include "model/core/statistics.hpp"

namespace samspil {
namespace {

using Columns = std::vector<std::vector<double>>;

/// Components weaker than this share of the strongest are rounding.
constexpr double smallest_part = 1e-10;
/// Of a row that nothing but itself tells.
constexpr double whole_leverage = 1 - 1e-9;
/// Penalties are the mean strength of the components times powers of ten.
constexpr int first_power = -5, last_power = 4;

double product(std::span<const double> a, std::span<const double> b) noexcept {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

Columns standardised(const Columns& covariates) {
  Columns all;
  for (const std::vector<double>& own : covariates) {
    const double mean = mean_of(own), deviation = std::sqrt(variance_of(own));
    if (!(deviation > 1e-12 * std::fabs(mean))) continue;
    std::vector<double>& column = all.emplace_back(own);
    for (double& x : column) x = (x - mean) / deviation;
  }
  return all;
}

Columns turned(const Columns& columns, std::size_t rows) {
  Columns all(rows, std::vector<double>(columns.size()));
  for (std::size_t k = 0; k < columns.size(); ++k) {
    for (std::size_t row = 0; row < rows; ++row) all[row][k] = columns[k][row];
  }
  return all;
}

/// Of the products of all pairs of `vectors`, summed in their order.
Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> components(const Columns& vectors) {
  const auto n = static_cast<Eigen::Index>(vectors.size());
  Eigen::MatrixXd gram(n, n);
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = 0; j <= i; ++j) {
      gram(i, j) = gram(j, i) =
          product(vectors[static_cast<std::size_t>(i)], vectors[static_cast<std::size_t>(j)]);
    }
  }
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>{gram};
}

}  // namespace

RidgeRegression::RidgeRegression(const Columns& covariates, std::size_t rows) : rows_{rows} {
  const Columns columns = standardised(covariates);
  if (columns.empty()) return;
  const bool is_tall = columns.size() <= rows;
  const auto found = components(is_tall ? columns : turned(columns, rows));
  const auto& values = found.eigenvalues();
  double sum = 0;
  for (Eigen::Index i = values.size() - 1; i >= 0; --i) {
    if (values(i) < smallest_part * values(values.size() - 1)) break;
    std::vector<double> direction(rows);
    for (std::size_t row = 0; row < rows; ++row) {
      if (!is_tall) {
        direction[row] = found.eigenvectors()(static_cast<Eigen::Index>(row), i);
        continue;
      }
      for (std::size_t k = 0; k < columns.size(); ++k) {
        direction[row] += columns[k][row] * found.eigenvectors()(static_cast<Eigen::Index>(k), i);
      }
      direction[row] /= std::sqrt(values(i));
    }
    directions_.push_back(std::move(direction));
    strengths_.push_back(values(i));
    sum += values(i);
  }
  for (int power = first_power; power <= last_power; ++power) {
    const double penalty = sum / static_cast<double>(strengths_.size()) * std::pow(10.0, power);
    std::vector<double> leverage(rows, 1 / static_cast<double>(rows));
    for (std::size_t i = 0; i < strengths_.size(); ++i) {
      const double kept = strengths_[i] / (strengths_[i] + penalty);
      for (std::size_t row = 0; row < rows; ++row) {
        leverage[row] += kept * directions_[i][row] * directions_[i][row];
      }
    }
    penalties_.push_back(penalty);
    leverages_.push_back(std::move(leverage));
  }
}

std::vector<double> RidgeRegression::left_out_predictions(std::span<const double> outcome) const {
  const double mean = mean_of(outcome);
  const auto n = static_cast<double>(rows_);
  std::vector<double> centred(outcome.begin(), outcome.end());
  for (double& y : centred) y -= mean;

  // The infinite penalty: the mean of the others.
  std::vector<double> best(rows_);
  double smallest = 0;
  for (std::size_t row = 0; row < rows_; ++row) {
    const double missed = centred[row] / (1 - 1 / n);
    best[row] = outcome[row] - missed;
    smallest += missed * missed;
  }
  std::vector<double> own;
  for (const auto& direction : directions_) own.push_back(product(direction, centred));
  for (std::size_t p = 0; p < penalties_.size(); ++p) {
    std::vector<double> missed = centred;
    for (std::size_t i = 0; i < strengths_.size(); ++i) {
      const double told = strengths_[i] / (strengths_[i] + penalties_[p]) * own[i];
      for (std::size_t row = 0; row < rows_; ++row) missed[row] -= told * directions_[i][row];
    }
    double squares = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      const double leverage = leverages_[p][row];
      if (leverage > whole_leverage) squares = std::numeric_limits<double>::infinity();
      missed[row] /= 1 - leverage;
      squares += missed[row] * missed[row];
    }
    if (!(squares < smallest)) continue;
    smallest = squares;
    for (std::size_t row = 0; row < rows_; ++row) best[row] = outcome[row] - missed[row];
  }
  return best;
}

}  // namespace samspil
