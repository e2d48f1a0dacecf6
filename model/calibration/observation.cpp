#include "model/calibration/observation.hpp"

#include <Eigen/Cholesky>
#include <cmath>
#include <limits>

#include "model/calibration/eigen_view.hpp"

namespace samspil {
namespace {

double smoothed_share(const Target& target) noexcept {
  return (target.count + 0.5) / (target.n + 1);
}

bool are_categories(const Target& a, const Target& b) noexcept {
  return a.form == TargetForm::multinomial && b.form == TargetForm::multinomial;
}

}  // namespace

double observation_error(const Target& target) noexcept {
  if (target.form == TargetForm::normal) return target.error;
  const double p = smoothed_share(target);
  return std::sqrt(p * (1 - p) / target.n);
}

std::vector<std::size_t> targets_used(std::span<const Target> targets, TargetUse use) {
  std::vector<std::size_t> which;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (targets[i].use == use) which.push_back(i);
  }
  return which;
}

Matrix observation_covariance(std::span<const Target> targets, std::span<const std::size_t> which,
                              double shared) {
  Matrix covariance{which.size(), which.size()};
  for (std::size_t i = 0; i < which.size(); ++i) {
    const Target& a = targets[which[i]];
    for (std::size_t j = 0; j < which.size(); ++j) {
      const Target& b = targets[which[j]];
      const double errors = observation_error(a) * observation_error(b);
      if (i == j) {
        covariance(i, j) = errors;
      } else if (!a.group.empty() && a.group == b.group) {
        covariance(i, j) =
            are_categories(a, b) ? -smoothed_share(a) * smoothed_share(b) / a.n : shared * errors;
      }
    }
  }
  return covariance;
}

std::vector<double> misfits(const Matrix& outputs, std::span<const Target> targets,
                            std::span<const std::size_t> which, const Matrix& covariance) {
  const auto n = static_cast<Eigen::Index>(which.size());
  const Eigen::LLT<Eigen::MatrixXd> factor{view_of(covariance)};
  std::vector<double> all;
  Eigen::VectorXd missed(n);
  for (std::size_t member = 0; member < outputs.rows; ++member) {
    for (Eigen::Index j = 0; j < n; ++j) {
      const std::size_t target = which[static_cast<std::size_t>(j)];
      missed(j) = targets[target].value - outputs(member, target);
    }
    const double half = factor.matrixL().solve(missed).squaredNorm() / 2;
    all.push_back(std::isfinite(half) ? half : std::numeric_limits<double>::infinity());
  }
  return all;
}

}  // namespace samspil
