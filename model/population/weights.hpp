/// \file
/// Maximum-entropy weights of a pool of candidate families. Knows rows of numbers, no indicator.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace samspil {

/// Find weights w > 0 of n candidates as near to the base weights b as the margins allow:
///   minimise sum_k w_k log(w_k / b_k)
///   subject to sum_k w_k x_kj = t_j for each margin j, and sum_k w_k = total.
/// Household and person margins stand side by side: x_kj is what candidate k counts in margin j.
struct WeightProblem {
  std::size_t margins = 0;
  std::vector<double> conditions;  ///< x_kj, one row of `margins` numbers per candidate.
  std::vector<double> targets;     ///< t_j, one per margin.
  std::vector<double> base;        ///< b_k, zero excludes a candidate; empty: 1 each.
  double total = 0;                ///< Sum of the weights; 0: the number of candidates, so mean 1.
};

/// The problem whose margins are shares or ratios: sum_k w_k (numerator_kj - target_j
/// denominator_kj) = 0. Both arrays hold one row of `targets.size()` numbers per candidate.
WeightProblem ratio_margins(std::span<const double> numerators,
                            std::span<const double> denominators, std::span<const double> targets);

enum class WeightStatus {
  converged,
  out_of_reach,  ///< No weights at all meet the margins together.
  unfinished     ///< Iterations or precision ran out; `weights` are the best found.
};

struct WeightOptions {
  int max_iterations = 200;
  double tolerance = 1e-11;  ///< Of an error [standard deviations of the margin in the base pool].
};

struct WeightSolution {
  WeightStatus status = WeightStatus::unfinished;
  std::vector<double> weights;
  std::vector<double> errors;         ///< sum_k w_k x_kj - t_j, per margin.
  int iterations = 0;                 ///< Newton steps.
  std::vector<std::size_t> conflict;  ///< If out of reach: the margins that contradict each other
                                      ///< or the pool, the heaviest first. One alone: its target
                                      ///< lies outside what any candidate shows.
};

/// Solves the dual by damped Newton. Sums run in one fixed order and use no libm: the same bits on
/// every machine. A fault of the problem itself (sizes, negative base, no candidate) throws
/// std::invalid_argument; margins out of reach are an answer, not a fault.
WeightSolution maximum_entropy_weights(const WeightProblem& problem,
                                       const WeightOptions& options = {});

}  // namespace samspil
