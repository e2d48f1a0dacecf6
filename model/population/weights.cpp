#include "model/population/weights.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "model/core/numeric.hpp"

namespace samspil {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// The conditions as z_kj = (x_kj - t_j / total) / scale_j, so that all margins ask for a weighted
/// mean of 0 and the base pool has root mean square 1 in each: Newton then needs no other scaling.
struct Standardised {
  std::size_t n = 0;
  std::size_t m = 0;
  std::vector<double> z;
  std::vector<double> log_base;  ///< log(b_k / sum b); -infinity excludes.
  std::vector<double> scale;     ///< 0: the margin holds in every candidate.
};

void check(const WeightProblem& problem) {
  const std::size_t m = problem.margins;
  if (m == 0 || problem.targets.size() != m || problem.conditions.empty() ||
      problem.conditions.size() % m != 0) {
    throw std::invalid_argument("weights: conditions and targets do not fit the margins");
  }
  if (!problem.base.empty() && problem.base.size() != problem.conditions.size() / m) {
    throw std::invalid_argument("weights: one base weight per candidate is needed");
  }
  const auto finite = [](double x) { return std::isfinite(x); };
  const auto weight = [](double x) { return std::isfinite(x) && x >= 0; };
  const auto positive = [](double x) { return x > 0; };
  const auto all = [](const auto& numbers, const auto& are) {
    return std::all_of(numbers.begin(), numbers.end(), are);
  };
  if (!all(problem.conditions, finite) || !all(problem.targets, finite) ||
      !all(problem.base, weight) || !weight(problem.total) ||
      (!problem.base.empty() && std::none_of(problem.base.begin(), problem.base.end(), positive))) {
    throw std::invalid_argument("weights: numbers must be finite, base weights not negative");
  }
}

std::vector<double> log_base_weights(const WeightProblem& problem, std::size_t n) {
  if (problem.base.empty()) {
    return std::vector<double>(n, -natural_log(static_cast<double>(n)));
  }
  const double log_sum =
      natural_log(std::accumulate(problem.base.begin(), problem.base.end(), 0.0));
  std::vector<double> logs;
  logs.reserve(n);
  for (const double b : problem.base) {
    const bool usable = b >= std::numeric_limits<double>::min();  // what natural_log accepts
    logs.push_back(usable ? natural_log(b) - log_sum : -infinity);
  }
  return logs;
}

Standardised standardise(const WeightProblem& problem, double total) {
  Standardised s;
  s.m = problem.margins;
  s.n = problem.conditions.size() / s.m;
  s.log_base = log_base_weights(problem, s.n);
  s.z = problem.conditions;
  std::vector<double> squares(s.m);
  std::vector<double> largest(s.m);
  double sum = 0;
  for (std::size_t k = 0; k < s.n; ++k) {
    if (s.log_base[k] == -infinity) continue;
    const double b = problem.base.empty() ? 1.0 : problem.base[k];
    sum += b;
    for (std::size_t j = 0; j < s.m; ++j) {
      double& z = s.z[k * s.m + j];
      largest[j] = std::max(largest[j], std::abs(z));
      z -= problem.targets[j] / total;
      squares[j] += b * z * z;
    }
  }
  s.scale.resize(s.m);
  for (std::size_t j = 0; j < s.m; ++j) {
    const double scale = std::sqrt(squares[j] / sum);
    const double rounding = 1e-13 * std::max(largest[j], std::abs(problem.targets[j] / total));
    s.scale[j] = scale > rounding ? scale : 0.0;
  }
  for (std::size_t k = 0; k < s.n; ++k) {
    for (std::size_t j = 0; j < s.m; ++j) {
      double& z = s.z[k * s.m + j];
      z = s.scale[j] > 0 && s.log_base[k] != -infinity ? z / s.scale[j] : 0.0;
    }
  }
  return s;
}

/// Where the dual stands at multipliers lambda.
struct DualPoint {
  std::vector<double> lambda;
  double value = 0;           ///< log sum_k b_k exp(lambda z_k), b summing to 1.
  double top_score = 0;       ///< max_k lambda z_k.
  double score_size = 0;      ///< max_k |lambda z_k|.
  std::vector<double> share;  ///< w_k / total.
  std::vector<double> mean;   ///< sum_k share_k z_kj: the gradient, and the error to remove.
};

DualPoint dual_at(const Standardised& s, std::vector<double> lambda) {
  DualPoint point;
  point.lambda = std::move(lambda);
  point.share.resize(s.n);
  point.mean.assign(s.m, 0.0);
  point.top_score = -infinity;
  double top = -infinity;
  for (std::size_t k = 0; k < s.n; ++k) {
    if (s.log_base[k] == -infinity) {
      point.share[k] = -infinity;
      continue;
    }
    double score = 0;
    for (std::size_t j = 0; j < s.m; ++j) score += point.lambda[j] * s.z[k * s.m + j];
    point.top_score = std::max(point.top_score, score);
    point.score_size = std::max(point.score_size, std::abs(score));
    point.share[k] = score + s.log_base[k];
    top = std::max(top, point.share[k]);
  }
  double sum = 0;
  for (double& share : point.share) {
    share = share - top > -700 ? natural_exp(share - top) : 0.0;
    sum += share;
  }
  point.value = top + natural_log(sum);
  for (std::size_t k = 0; k < s.n; ++k) {
    point.share[k] /= sum;
    for (std::size_t j = 0; j < s.m; ++j) point.mean[j] += point.share[k] * s.z[k * s.m + j];
  }
  return point;
}

/// Covariance of the z under the weights: lower triangle of an m x m matrix, row by row. The only
/// costly sum; four candidates at a time, added from left to right, so that compilers may use
/// vectors over j without touching the order of any one sum.
std::vector<double> covariance(const Standardised& s, const DualPoint& point) {
  const std::size_t m = s.m;
  std::vector<double> sums(m * m);
  const auto add = [&](std::size_t k, std::size_t rows) {
    const double* z = &s.z[k * m];
    for (std::size_t i = 0; i < m; ++i) {
      double* row = &sums[i * m];
      if (rows == 4) {
        const double a = point.share[k] * z[i];
        const double b = point.share[k + 1] * z[m + i];
        const double c = point.share[k + 2] * z[2 * m + i];
        const double d = point.share[k + 3] * z[3 * m + i];
        for (std::size_t j = 0; j <= i; ++j) {
          row[j] = row[j] + a * z[j] + b * z[m + j] + c * z[2 * m + j] + d * z[3 * m + j];
        }
      } else {
        const double a = point.share[k] * z[i];
        for (std::size_t j = 0; j <= i; ++j) row[j] += a * z[j];
      }
    }
  };
  std::size_t k = 0;
  for (; k + 4 <= s.n; k += 4) add(k, 4);
  for (; k < s.n; ++k) add(k, 1);
  for (std::size_t i = 0; i < m; ++i) {
    for (std::size_t j = 0; j <= i; ++j) sums[i * m + j] -= point.mean[i] * point.mean[j];
  }
  return sums;
}

/// Solves (matrix + ridge I) x = right by Cholesky. Our own few lines, because Eigen orders its
/// sums by the width of the machine's vectors. The ridge serves margins that repeat one another.
std::vector<double> solve(std::vector<double> matrix, std::vector<double> right) {
  const std::size_t m = right.size();
  double largest = 1e-12;
  for (std::size_t i = 0; i < m; ++i) largest = std::max(largest, matrix[i * m + i]);
  const double ridge = 1e-10 * largest;
  for (std::size_t i = 0; i < m; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = matrix[i * m + j] + (i == j ? ridge : 0.0);
      for (std::size_t l = 0; l < j; ++l) sum -= matrix[i * m + l] * matrix[j * m + l];
      matrix[i * m + j] = i == j ? std::sqrt(std::max(sum, ridge)) : sum / matrix[j * m + j];
    }
    for (std::size_t l = 0; l < i; ++l) right[i] -= matrix[i * m + l] * right[l];
    right[i] /= matrix[i * m + i];
  }
  for (std::size_t i = m; i-- > 0;) {
    for (std::size_t l = i + 1; l < m; ++l) right[i] -= matrix[l * m + i] * right[l];
    right[i] /= matrix[i * m + i];
  }
  return right;
}

std::size_t largest_size(const std::vector<double>& values) {
  const auto smaller = [](double a, double b) { return std::abs(a) < std::abs(b); };
  return static_cast<std::size_t>(std::max_element(values.begin(), values.end(), smaller) -
                                  values.begin());
}

/// Halves the Newton step until the dual falls by a fair part of what its slope promises.
/// False: no step helps, precision is used up.
bool newton_step(const Standardised& s, DualPoint& point) {
  const std::vector<double> step = solve(covariance(s, point), point.mean);
  double slope = 0;
  for (std::size_t j = 0; j < s.m; ++j) slope -= step[j] * point.mean[j];
  double length = 1;
  for (int halving = 0; halving < 60; ++halving, length /= 2) {
    std::vector<double> lambda = point.lambda;
    for (std::size_t j = 0; j < s.m; ++j) lambda[j] -= length * step[j];
    DualPoint next = dual_at(s, std::move(lambda));
    const double rounding = 1e-14 * (1 + std::abs(point.value));
    if (next.value > point.value + 1e-4 * length * slope + rounding) continue;
    // Near the optimum the value is flat to rounding: there the error itself has to fall.
    if (point.value - next.value < rounding && std::abs(next.mean[largest_size(next.mean)]) >=
                                                   std::abs(point.mean[largest_size(point.mean)])) {
      continue;
    }
    point = std::move(next);
    return true;
  }
  return false;
}

/// All candidates on one side of a plane through the target: no weights balance them. Follows when
/// the dual falls without end.
bool separates(const DualPoint& point) noexcept {
  return point.top_score < -1e-9 * point.score_size;
}

/// The margins that make up the separating plane, each at least a tenth of the heaviest. A margin
/// whose target no candidate reaches on one side is named alone.
std::vector<std::size_t> conflicting(const Standardised& s, const DualPoint& point) {
  for (std::size_t j = 0; j < s.m; ++j) {
    double low = infinity;
    double high = -infinity;
    for (std::size_t k = 0; k < s.n; ++k) {
      if (s.log_base[k] == -infinity) continue;
      low = std::min(low, s.z[k * s.m + j]);
      high = std::max(high, s.z[k * s.m + j]);
    }
    if (low > 1e-9 || high < -1e-9) return {j};
  }
  std::vector<std::size_t> margins;
  const double heaviest = std::abs(point.lambda[largest_size(point.lambda)]);
  for (std::size_t j = 0; j < s.m; ++j) {
    if (std::abs(point.lambda[j]) >= 0.1 * heaviest) margins.push_back(j);
  }
  std::stable_sort(margins.begin(), margins.end(), [&](std::size_t i, std::size_t j) {
    return std::abs(point.lambda[i]) > std::abs(point.lambda[j]);
  });
  return margins;
}

void describe(const WeightProblem& problem, const Standardised& s, const DualPoint& point,
              double total, WeightSolution& solution) {
  solution.weights.reserve(s.n);
  for (const double share : point.share) solution.weights.push_back(share * total);
  solution.errors.assign(s.m, 0.0);
  for (std::size_t k = 0; k < s.n; ++k) {
    for (std::size_t j = 0; j < s.m; ++j) {
      solution.errors[j] += solution.weights[k] * problem.conditions[k * s.m + j];
    }
  }
  for (std::size_t j = 0; j < s.m; ++j) solution.errors[j] -= problem.targets[j];
}

}  // namespace

WeightProblem ratio_margins(std::span<const double> numerators,
                            std::span<const double> denominators, std::span<const double> targets) {
  if (targets.empty() || numerators.size() != denominators.size() ||
      numerators.size() % targets.size() != 0) {
    throw std::invalid_argument("weights: numerators and denominators do not fit the targets");
  }
  WeightProblem problem;
  problem.margins = targets.size();
  problem.targets.assign(targets.size(), 0.0);
  problem.conditions.reserve(numerators.size());
  for (std::size_t i = 0; i < numerators.size(); ++i) {
    problem.conditions.push_back(numerators[i] - targets[i % targets.size()] * denominators[i]);
  }
  return problem;
}

WeightSolution maximum_entropy_weights(const WeightProblem& problem, const WeightOptions& options) {
  check(problem);
  const std::size_t candidates = problem.conditions.size() / problem.margins;
  const double total = problem.total > 0 ? problem.total : static_cast<double>(candidates);
  const Standardised s = standardise(problem, total);
  DualPoint point = dual_at(s, std::vector<double>(s.m, 0.0));
  WeightSolution solution;
  const auto met = [&] {
    return std::abs(point.mean[largest_size(point.mean)]) <= options.tolerance;
  };
  while (!met() && solution.iterations < options.max_iterations && newton_step(s, point)) {
    ++solution.iterations;
    if (separates(point)) {
      solution.status = WeightStatus::out_of_reach;
      solution.conflict = conflicting(s, point);
      break;
    }
  }
  if (met()) solution.status = WeightStatus::converged;
  describe(problem, s, point, total, solution);
  return solution;
}

}  // namespace samspil
