#include "model/core/least_squares.hpp"

#include <Eigen/Dense>
#include <cmath>
#include <limits>

namespace samspil {
namespace {

using Eigen::Index;
using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// Share of a covariate's own variation that the others must leave for it to count as its own.
constexpr double smallest_own_part = 1e-9;

Index as_index(std::size_t i) noexcept { return static_cast<Index>(i); }

/// The sums of the normal equations, added up row by row: a product of whole matrices would sum in
/// an order that depends on the machine's caches.
struct NormalEquations {
  Matrix gram;   ///< Σ w x x'
  Matrix cross;  ///< Σ w x y'

  NormalEquations(std::size_t covariates, std::size_t outcomes)
      : gram{Matrix::Zero(as_index(covariates), as_index(covariates))},
        cross{Matrix::Zero(as_index(covariates), as_index(outcomes))} {}

  void add(double weight, std::span<const double> x, std::span<const double> y) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double wx = weight * x[i];
      if (wx == 0) continue;
      for (std::size_t j = 0; j <= i; ++j) gram(as_index(i), as_index(j)) += wx * x[j];
      for (std::size_t j = 0; j < y.size(); ++j) cross(as_index(i), as_index(j)) += wx * y[j];
    }
  }
  void mirror() {
    for (Index i = 0; i < gram.rows(); ++i) {
      for (Index j = 0; j < i; ++j) gram(j, i) = gram(i, j);
    }
  }
};

/// The fit, and what is left of the first covariate when the others have told what they can.
struct Fit {
  Matrix coefficients;  ///< Covariates × outcomes.
  Vector others;        ///< Of the first covariate on the others.
  double own_part = 0;  ///< Σ w × (what is left)².
  Index rank = 0;
};

Fit fit(const NormalEquations& sums) {
  const Index k = sums.gram.rows();
  // Scaled to a diagonal of 1, so that the rank does not hang on the covariates' units.
  Vector scale = sums.gram.diagonal().cwiseSqrt();
  for (Index i = 0; i < k; ++i) scale(i) = scale(i) > 0 ? 1 / scale(i) : 0;
  const Matrix scaled = scale.asDiagonal() * sums.gram * scale.asDiagonal();
  const auto decompose = [](const Matrix& matrix) {
    Eigen::CompleteOrthogonalDecomposition<Matrix> parts;
    parts.setThreshold(smallest_own_part);
    parts.compute(matrix);
    return parts;
  };
  Fit result;
  const auto all = decompose(scaled);
  result.rank = all.rank();
  result.coefficients = scale.asDiagonal() * all.solve(scale.asDiagonal() * sums.cross);
  result.others = Vector::Zero(k);
  double told = 0;
  if (k > 1) {
    const Vector link = scaled.col(0).tail(k - 1);
    const Vector own = decompose(scaled.bottomRightCorner(k - 1, k - 1)).solve(link);
    told = own.dot(link);
    if (scale(0) > 0) result.others.tail(k - 1) = scale.tail(k - 1).cwiseProduct(own) / scale(0);
  }
  if (1 - told > smallest_own_part) result.own_part = sums.gram(0, 0) * (1 - told);
  return result;
}

/// Huber-White's correction for few rows and clusters.
double correction(double clusters, double rows, double rank) noexcept {
  if (clusters <= 1 || rows <= rank) return std::numeric_limits<double>::quiet_NaN();
  return clusters / (clusters - 1) * (rows - 1) / (rows - rank);
}

/// Standard errors from what the clusters add to them.
void set_errors(std::size_t clusters, FirstCoefficients& first) {
  const std::size_t outcomes = first.by_outcome.size();
  for (std::size_t j = 0; j < outcomes; ++j) {
    double squares = 0;
    for (std::size_t c = 0; c < clusters; ++c) {
      const double own = first.influence[c * outcomes + j];
      squares += own * own;
    }
    first.by_outcome[j].standard_error = std::sqrt(squares);
  }
}

/// What is left of a value when the covariates have told what they can.
template <class Coefficients>
double residual(double value, std::span<const double> x, std::size_t from,
                const Coefficients& coefficients) {
  for (std::size_t i = from; i < x.size(); ++i) {
    if (x[i] != 0) value -= coefficients(as_index(i)) * x[i];
  }
  return value;
}

}  // namespace

FirstCoefficients first_coefficients(const RegressionSize& size, const ReadRow& read) {
  std::vector<double> x(size.covariates), y(size.outcomes);
  NormalEquations sums{size.covariates, size.outcomes};
  for (std::size_t row = 0; row < size.rows; ++row) {
    const RowWeight own = read(row, x, y);
    sums.add(own.weight, x, y);
  }
  sums.mirror();
  const Fit solved = fit(sums);
  if (!(solved.own_part > 0)) return {};

  FirstCoefficients first;
  first.influence.resize(size.clusters * size.outcomes);
  std::vector<bool> is_there(size.clusters);
  double rows = 0, clusters = 0;
  for (std::size_t row = 0; row < size.rows; ++row) {
    const RowWeight own = read(row, x, y);
    if (own.weight == 0) continue;
    ++rows;
    if (!is_there[own.cluster]) ++clusters;
    is_there[own.cluster] = true;
    const double left = own.weight * residual(x[0], x, 1, solved.others);
    for (std::size_t j = 0; j < y.size(); ++j) {
      first.influence[own.cluster * size.outcomes + j] +=
          left * residual(y[j], x, 0, solved.coefficients.col(as_index(j)));
    }
  }
  const double factor =
      std::sqrt(correction(clusters, rows, static_cast<double>(solved.rank))) / solved.own_part;
  for (double& own : first.influence) own *= factor;
  for (std::size_t j = 0; j < size.outcomes; ++j) {
    first.by_outcome.push_back({solved.coefficients(0, as_index(j)), 0});
  }
  set_errors(size.clusters, first);
  return first;
}

FirstCoefficients combined(const FirstCoefficients& a, double factor, const FirstCoefficients& b) {
  if (a.by_outcome.empty() || b.by_outcome.empty()) return {};
  FirstCoefficients sum = a;
  for (std::size_t j = 0; j < sum.by_outcome.size(); ++j) {
    sum.by_outcome[j].value += factor * b.by_outcome[j].value;
  }
  for (std::size_t i = 0; i < sum.influence.size(); ++i) {
    sum.influence[i] += factor * b.influence[i];
  }
  set_errors(sum.influence.size() / sum.by_outcome.size(), sum);
  return sum;
}

}  // namespace samspil
