/// \file
/// Constant competing hazards by maximum likelihood: counts of moves, each Poisson with the mean
/// exposure × exp(sum of coefficients), which has the same likelihood. Knows no state by name.
///
/// Holford, "The analysis of rates and of survivorship using log-linear models", Biometrics 36
/// (1980); Laird and Olivier, "Covariance analysis of censored survival data using log-linear
/// analysis techniques", Journal of the American Statistical Association 76 (1981).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace samspil {

/// What one coefficient is multiplied with in a count.
struct HazardTerm {
  std::size_t coefficient = 0;
  double factor = 1;
};

/// Moves from one state to one other, of people alike.
struct HazardCount {
  double least = 0, most = 0;  ///< How many moves: the same, unless only a range is told.
  double exposure = 0;         ///< > 0, in the unit of time that hazards are told in.
  std::vector<HazardTerm> terms;
};

struct HazardFit {
  std::vector<double> coefficients;  ///< Logarithms. 0 of those left out.
  std::vector<double> errors;        ///< Standard errors. 0 of those left out.
  /// Coefficients that those before them tell already.
  std::vector<std::size_t> collinear;
  double log_likelihood = 0;  ///< Of the counts.
  int iterations = 0;
  bool converged = false;
};

/// Newton's method from `start`, its steps halved while they lead down. Errors are those of the
/// observed information.
HazardFit fit_hazards(std::span<const HazardCount> counts, std::vector<double> start);

}  // namespace samspil
