/// \file
/// The best point of a calibration and the profile of each input: local searches from several
/// starts (NLopt), on chance that all points share.
///
/// Johnson, "The NLopt nonlinear-optimization package", http://github.com/stevengj/nlopt; Powell,
/// "The BOBYQA algorithm for bound constrained optimization without derivatives", University of
/// Cambridge (2009); Rowan, "Functional stability analysis of numerical algorithms", University of
/// Texas at Austin (1990), for Sbplx; Nelder and Mead, The Computer Journal 7 (1965).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "model/calibration/likelihood.hpp"
#include "model/calibration/problem.hpp"
#include "model/inputs/calibration_spec.hpp"

namespace samspil {

/// What is made as large as possible: a function of the scores of the inputs. What is not a number
/// is taken for the worst.
using Objective = std::function<double(std::span<const double> scores)>;

struct OptimiserSettings {
  SearchMethod method = SearchMethod::sbplx;
  std::uint32_t seed = 1;
  std::size_t starts = 8;  ///< The first is the middle of the prior, the others are drawn from it.
  std::size_t most_evaluations = 5000;  ///< From each start.
  double tolerance = 1e-7;              ///< Of the scores, where a search ends.
  double farthest = 5;                  ///< Scores lie within this of 0.
  /// Optima this near each other, in every score, are one.
  double apart = 0.01;
};

struct LocalOptimum {
  std::vector<double> scores;
  double value = 0;             ///< Of the objective.
  std::size_t found_from = 0;   ///< Starts that led here.
  std::size_t evaluations = 0;  ///< By all of them.
  bool at_bound = false;        ///< Some score is as far out as it may be.
};

/// Different local optima, the best first.
std::vector<LocalOptimum> maximise(const Objective& objective, std::size_t inputs,
                                   const OptimiserSettings& settings);

struct ProfilePoint {
  double score = 0;  ///< Where the input is held.
  double value = 0;  ///< The largest objective with it held there.
  std::vector<double> scores;
};

/// One input held at each of `held` in turn, the others searched from the best of: the point
/// before, the nearest of `optima`.
std::vector<ProfilePoint> profile(const Objective& objective, std::size_t input,
                                  std::span<const double> held,
                                  std::span<const LocalOptimum> optima,
                                  const OptimiserSettings& settings);

/// Where a profile first falls by `drop` below its top on either side, by straight lines between
/// points; its end where it does not. 1.92: an interval of 95 %; 1.35: of 90 %.
struct ProfileInterval {
  double low = 0, high = 0;
  bool open_below = false, open_above = false;  ///< Whether it ends with the profile.
};
ProfileInterval interval_of(std::span<const ProfilePoint> points, double drop);

/// Log-likelihood, or with `with_prior` log-likelihood + log prior density of the scores, of one
/// member on replicate `replicate` of chance.
Objective objective_of(const CalibrationProblem& problem, const SyntheticLikelihood& likelihood,
                       std::uint64_t replicate, bool with_prior);

}  // namespace samspil
