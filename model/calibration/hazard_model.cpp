#include "model/calibration/hazard_model.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

constexpr int most_iterations = 100;
/// A coefficient whose own information is less than this share of what it had before the others
/// were taken into account tells nothing.
constexpr double least_own_share = 1e-9;
/// Of the log-likelihood, where Newton's method ends.
constexpr double enough = 1e-10;

/// A Poisson count in a range, given its mean: log-probability, expected count and its variance.
struct Expected {
  double log_probability = 0, mean = 0, variance = 0;
};

Expected expected_count(const HazardCount& count, double mean) {
  if (count.least == count.most) {
    const double log_mean = count.least > 0 ? count.least * std::log(mean) : 0;
    return {log_mean - mean - std::lgamma(count.least + 1), count.least, 0};
  }
  double sum = 0, first = 0, second = 0;
  const double log_mean = std::log(mean);
  for (double n = count.least; n <= count.most; ++n) {
    const double p = std::exp(n * log_mean - mean - std::lgamma(n + 1));
    sum += p;
    first += n * p;
    second += n * n * p;
  }
  if (!(sum > 0)) return {-1e300, count.least, 0};
  const double expected = first / sum;
  return {std::log(sum), expected, second / sum - expected * expected};
}

/// Log-likelihood, its slope and its curvature with the sign turned.
struct Slopes {
  double log_likelihood = 0;
  Eigen::VectorXd gradient;
  Eigen::MatrixXd information;
};

Slopes slopes_at(std::span<const HazardCount> counts, const std::vector<double>& coefficients) {
  const auto size = static_cast<Eigen::Index>(coefficients.size());
  Slopes at{0, Eigen::VectorXd::Zero(size), Eigen::MatrixXd::Zero(size, size)};
  for (const HazardCount& count : counts) {
    double log_hazard = 0;
    for (const HazardTerm& term : count.terms) {
      log_hazard += term.factor * coefficients[term.coefficient];
    }
    const double mean = count.exposure * std::exp(log_hazard);
    const Expected expected = expected_count(count, mean);
    at.log_likelihood += expected.log_probability;
    for (const HazardTerm& a : count.terms) {
      const auto i = static_cast<Eigen::Index>(a.coefficient);
      at.gradient(i) += a.factor * (expected.mean - mean);
      for (const HazardTerm& b : count.terms) {
        const auto j = static_cast<Eigen::Index>(b.coefficient);
        at.information(i, j) += a.factor * b.factor * (mean - expected.variance);
      }
    }
  }
  return at;
}

/// Those that the ones before them tell, by elimination in their order.
std::vector<std::size_t> collinear_in(Eigen::MatrixXd information) {
  std::vector<std::size_t> found;
  const Eigen::VectorXd before = information.diagonal();
  for (Eigen::Index i = 0; i < information.rows(); ++i) {
    if (!(information(i, i) > least_own_share * before(i))) {
      found.push_back(static_cast<std::size_t>(i));
      continue;
    }
    for (Eigen::Index j = i + 1; j < information.rows(); ++j) {
      const double share = information(j, i) / information(i, i);
      information.row(j) -= share * information.row(i);
    }
  }
  return found;
}

/// The same counts without some coefficients, which keep the value 0.
std::vector<HazardCount> without(std::span<const HazardCount> counts,
                                 const std::vector<std::size_t>& left_out) {
  std::vector<HazardCount> all(counts.begin(), counts.end());
  for (HazardCount& count : all) {
    std::erase_if(count.terms, [&](const HazardTerm& term) {
      return std::find(left_out.begin(), left_out.end(), term.coefficient) != left_out.end();
    });
  }
  return all;
}

/// With 1 in the place of those left out, so that it can be inverted.
Eigen::MatrixXd invertible(Eigen::MatrixXd information, const std::vector<std::size_t>& left_out) {
  for (const std::size_t i : left_out) {
    information(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(i)) = 1;
  }
  return information;
}

std::vector<double> moved(const std::vector<double>& from, const Eigen::VectorXd& step,
                          double length) {
  std::vector<double> to = from;
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += length * step(static_cast<Eigen::Index>(i));
  return to;
}

}  // namespace

HazardFit fit_hazards(std::span<const HazardCount> all, std::vector<double> start) {
  HazardFit fit;
  fit.coefficients = std::move(start);
  fit.collinear = collinear_in(slopes_at(all, fit.coefficients).information);
  for (const std::size_t i : fit.collinear) fit.coefficients[i] = 0;
  const std::vector<HazardCount> counts = without(all, fit.collinear);
  Slopes at = slopes_at(counts, fit.coefficients);
  while (!fit.converged && fit.iterations < most_iterations) {
    ++fit.iterations;
    const Eigen::LDLT<Eigen::MatrixXd> solver{invertible(at.information, fit.collinear)};
    const Eigen::VectorXd step = solver.solve(at.gradient);
    double length = 1;
    std::vector<double> next = moved(fit.coefficients, step, length);
    Slopes there = slopes_at(counts, next);
    while (!(there.log_likelihood >= at.log_likelihood - enough) && length > 1e-6) {
      length /= 2;
      next = moved(fit.coefficients, step, length);
      there = slopes_at(counts, next);
    }
    fit.converged = step.dot(at.gradient) < enough && length == 1;
    fit.coefficients = std::move(next);
    at = std::move(there);
  }
  fit.log_likelihood = at.log_likelihood;
  const Eigen::LDLT<Eigen::MatrixXd> solver{invertible(at.information, fit.collinear)};
  const auto size = static_cast<Eigen::Index>(fit.coefficients.size());
  const Eigen::MatrixXd covariance = solver.solve(Eigen::MatrixXd::Identity(size, size));
  for (Eigen::Index i = 0; i < size; ++i) fit.errors.push_back(std::sqrt(covariance(i, i)));
  for (const std::size_t i : fit.collinear) fit.errors[i] = 0;
  return fit;
}

}  // namespace samspil
