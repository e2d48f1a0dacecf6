/// \file
/// What it would be worth to know uncertain inputs before choosing, and which of them a result
/// follows, over draws of them. Pure functions of the draws.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "model/core/ridge.hpp"
#include "model/core/statistics.hpp"

namespace samspil {

/// By option, then draw: what each gives beside choosing none of them, which gives 0 [kr.].
using OptionResults = std::vector<std::vector<double>>;

/// A choice between nothing (option 0) and the options (1, 2, …) by whoever minds the expected
/// result alone.
struct DecisionValue {
  std::size_t highest_mean = 0;  ///< The option chosen as things are known; the first of equals.
  /// By option, nothing first: share of the draws in which it is the best; equals share a draw.
  std::vector<double> best_in_draws;
  /// EVPI [kr.]: the mean over draws of the best result, less the result of the best mean. Its
  /// error is that of a mean, the option with the highest mean held. Few draws make it a little too
  /// large.
  Estimate perfect;
  /// EVPPI by group of inputs [kr.], by the regressions as given: the mean result of choosing, draw
  /// by draw, the option of the highest prediction from the group's values, less that of the best
  /// mean. What predicts a draw is fitted without it, so that a rule is never tried on what made
  /// it: in no draw does it beat `perfect`, and on average it is at most the true EVPPI. Below
  /// nought is chance, since knowing more does no harm, and stands as 0; a group in which nothing
  /// varies has exactly 0.
  std::vector<Estimate> partial;
};

/// Nothing where there are no options, or fewer than two draws.
std::optional<DecisionValue> value_of_information(const OptionResults& options,
                                                  const std::vector<RidgeRegression>& groups);

/// Spearman's rank correlation, equals having the mean of their ranks. Error: that of a correlation
/// r of n numbers, sqrt((1 - r²) / (n - 2)). Nothing where one does not vary, or of fewer than
/// three draws.
std::optional<Estimate> rank_correlation(std::span<const double> a, std::span<const double> b);

}  // namespace samspil
