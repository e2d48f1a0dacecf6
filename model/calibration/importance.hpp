/// \file
/// Incremental mixture importance sampling: the posterior of up to some 25 inputs as weighted
/// draws, with the marginal likelihood, and no assumption that it has one mode.
///
/// Draws come from the prior first; then, round by round, from a normal about the draw that weighs
/// most, as wide as the draws near it, until the weights are spread over enough draws. Every draw
/// is weighed against the whole mixture it might have come from.
/// Raftery and Bao, "Estimating and projecting trends in HIV/AIDS generalized epidemics using
/// incremental mixture importance sampling", Biometrics 66 (2010).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "model/calibration/likelihood.hpp"
#include "model/calibration/problem.hpp"

namespace samspil {

/// More inputs than these are for the smoother.
inline constexpr std::size_t most_importance_inputs = 25;

struct ImportanceSettings {
  std::uint32_t seed = 1;
  std::size_t prior_draws = 0;  ///< 0: 1000 by input, as the authors advise.
  std::size_t batch = 0;        ///< Draws of each further round. 0: 100 by input.
  int most_rounds = 200;        ///< Further ones.
  /// Draws that the posterior is to be resampled to: rounds end when at least 1 - 1/e of them are
  /// expected to be different draws.
  std::size_t posterior_draws = 1000;
  /// The replicate of chance that all members live: shared, so that chance shifts them alike and
  /// the Monte Carlo variance that is added to the targets' is what it does.
  std::uint64_t replicate = 0;
};

/// After a round.
struct ImportanceRound {
  std::size_t draws = 0;       ///< So far.
  double effective = 0;        ///< Effective sample size, 1 / sum of squared weights.
  double different = 0;        ///< Expected share of different draws among the posterior's.
  double log_marginal = 0;     ///< log of the marginal likelihood.
  double best_likelihood = 0;  ///< The largest log-likelihood of a draw.
};

struct ImportanceResult {
  Matrix scores;                        ///< Draws × inputs.
  Matrix outputs;                       ///< Draws × targets.
  std::vector<double> log_likelihood;   ///< By draw.
  std::vector<double> weights;          ///< By draw; sum to 1.
  std::vector<ImportanceRound> rounds;  ///< The first is the prior's.
  double log_marginal = 0;
  double log_marginal_error = 0;  ///< Standard error of it, over draws of each component.
  bool converged = false;         ///< Whether the draws are as spread as was asked for.

  /// Log-likelihood + log prior density of the scores.
  double log_posterior(std::size_t draw) const;
  double effective() const noexcept { return rounds.back().effective; }
};

using TellRound = std::function<void(const ImportanceRound&)>;

/// Members are simulated a round at a time. `tell` hears of every round; what it throws stops the
/// sampling. Where no draw of the prior can have given the targets, nothing is told but the prior:
/// every weight is 0 and log_marginal -infinity.
ImportanceResult sample_importance(const CalibrationProblem& problem,
                                   const SyntheticLikelihood& likelihood,
                                   const ImportanceSettings& settings, const TellRound& tell = {});

/// Draws of the posterior, each as often as its weight says: positions among the draws, by
/// systematic resampling.
std::vector<std::size_t> resampled(std::span<const double> weights, std::size_t count,
                                   std::uint32_t seed);

/// One input of every draw.
std::vector<double> column_of(const Matrix& matrix, std::size_t column);

}  // namespace samspil
