#include "model/calibration/likelihood.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "model/calibration/multivariate_normal.hpp"

namespace samspil {
namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();
/// Simulated shares may sum to a little more than 1 by rounding.
constexpr double rounding = 1e-9;

double square(double x) noexcept { return x * x; }

/// log(n! / (counts! …)), by the gamma function.
double log_arrangements(std::span<const double> counts, double n) noexcept {
  double sum = std::lgamma(n + 1);
  for (const double count : counts) sum -= std::lgamma(count + 1);
  return sum;
}

double log_normal_density(double distance, double variance) noexcept {
  return -0.5 * (log_two_pi + std::log(variance) + square(distance) / variance);
}

/// log of prod share^count; what was never seen may be impossible.
double log_of_shares(std::span<const double> counts, std::span<const double> shares) noexcept {
  double sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] <= 0) continue;
    if (shares[i] <= 0) return impossible;
    sum += counts[i] * std::log(shares[i]);
  }
  return sum;
}

/// Of counts given uncertain shares: Dirichlet-multinomial with the mean `shares` and so many
/// people's worth of `precision`. Mosimann, Biometrika 49 (1962).
double log_dirichlet(std::span<const double> counts, std::span<const double> shares, double n,
                     double precision) noexcept {
  double sum = std::lgamma(precision) - std::lgamma(precision + n);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double own = precision * shares[i];
    if (counts[i] <= 0) continue;
    if (own <= 0) return impossible;
    sum += std::lgamma(own + counts[i]) - std::lgamma(own);
  }
  return sum;
}

/// The precision at which Dirichlet shares vary as much as `variances` say, summed over the shares;
/// infinite where they do not vary.
double precision_of(std::span<const double> shares, std::span<const double> variances) noexcept {
  double binomial = 0, own = 0;
  for (std::size_t i = 0; i < variances.size(); ++i) {
    binomial += shares[i] * (1 - shares[i]);
    own += variances[i];
  }
  if (!(own > 0)) return std::numeric_limits<double>::infinity();
  return std::max(binomial / own - 1, 1e-3);
}

/// Counts and shares of all categories, what `variances` says of the named ones.
double log_of_counts(std::span<const double> counts, std::span<const double> shares,
                     std::span<const double> variances, double n) noexcept {
  const double precision = precision_of(shares, variances);
  return log_arrangements(counts, n) + (std::isinf(precision)
                                            ? log_of_shares(counts, shares)
                                            : log_dirichlet(counts, shares, n, precision));
}

}  // namespace

SyntheticLikelihood::SyntheticLikelihood(std::vector<Target> targets,
                                         std::vector<double> discrepancy)
    : targets_{std::move(targets)}, discrepancy_{std::move(discrepancy)} {
  std::map<std::string, std::size_t> group_of;
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const Target& target = targets_[i];
    if (target.use != TargetUse::calibrate) continue;
    if (target.form != TargetForm::multinomial) {
      alone_.push_back(i);
      continue;
    }
    const auto [found, is_new] = group_of.emplace(target.group, groups_.size());
    if (is_new) groups_.emplace_back();
    groups_[found->second].push_back(i);
  }
}

double SyntheticLikelihood::variance_beside(std::size_t target,
                                            std::span<const double> variances) const {
  const double own = variances.empty() ? 0 : variances[target];
  return own + (discrepancy_.empty() ? 0 : square(discrepancy_[target]));
}

double SyntheticLikelihood::log_of_group(const std::vector<std::size_t>& members,
                                         std::span<const double> outputs,
                                         std::span<const double> variances) const {
  std::vector<double> counts, shares, beside;
  const double n = targets_[members.front()].n;
  double other_count = n, other_share = 1;
  for (const std::size_t i : members) {
    counts.push_back(targets_[i].count);
    shares.push_back(outputs[i]);
    beside.push_back(variance_beside(i, variances));
    other_count -= targets_[i].count;
    other_share -= outputs[i];
    if (!(outputs[i] >= 0)) return impossible;
  }
  if (other_share < -rounding) return impossible;
  counts.push_back(std::max(other_count, 0.0));
  shares.push_back(std::max(other_share, 0.0));
  return log_of_counts(counts, shares, beside, n);
}

double SyntheticLikelihood::log_of_one(std::size_t target, std::span<const double> outputs,
                                       std::span<const double> variances) const {
  const Target& one = targets_[target];
  if (one.form == TargetForm::binomial) return log_of_group({target}, outputs, variances);
  return log_normal_density(one.value - outputs[target],
                            square(one.error) + variance_beside(target, variances));
}

double SyntheticLikelihood::log(std::span<const double> outputs,
                                std::span<const double> variances) const {
  double sum = 0;
  for (const std::size_t i : alone_) sum += log_of_one(i, outputs, variances);
  for (const std::vector<std::size_t>& members : groups_) {
    sum += log_of_group(members, outputs, variances);
  }
  return std::isnan(sum) ? impossible : sum;
}

}  // namespace samspil
