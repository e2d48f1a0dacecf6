/// \file
/// How likely the targets are, given what the model simulated: the synthetic likelihood of
/// importance sampling and of the optimiser.
#pragma once

#include <span>
#include <vector>

#include "model/calibration/problem.hpp"

namespace samspil {

/// Of the targets whose use is `calibrate`; the others add nothing.
///
///   normal       value given output: normal, variance error² + Monte Carlo variance + discrepancy²
///   binomial     count of n given the simulated share; where that share is itself uncertain (Monte
///                Carlo variance, discrepancy), beta-binomial with the same mean and variance
///   multinomial  all counts of one group and of the rest of its n, jointly: they are the same
///                people; likewise Dirichlet-multinomial where the shares are uncertain
///
/// Constants are kept, so that it is a density of the data and marginal likelihoods compare.
/// Wood, "Statistical inference for noisy nonlinear ecological dynamic systems", Nature 466 (2010).
class SyntheticLikelihood {
 public:
  /// `discrepancy`: by target, in its unit: the standard deviation of what even the best inputs
  /// would leave, since no model is right. Empty: none.
  explicit SyntheticLikelihood(std::vector<Target> targets, std::vector<double> discrepancy = {});

  /// By target: what a member gave, and its Monte Carlo variance. -infinity where an output is not
  /// a number, or a share is impossible that was seen.
  double log(std::span<const double> outputs, std::span<const double> variances) const;

 private:
  double variance_beside(std::size_t target, std::span<const double> variances) const;
  double log_of_one(std::size_t target, std::span<const double> outputs,
                    std::span<const double> variances) const;
  double log_of_group(const std::vector<std::size_t>& members, std::span<const double> outputs,
                      std::span<const double> variances) const;

  std::vector<Target> targets_;
  std::vector<double> discrepancy_;
  std::vector<std::size_t> alone_;                ///< Fitted, and no part of a group.
  std::vector<std::vector<std::size_t>> groups_;  ///< Multinomial, each jointly.
};

}  // namespace samspil
