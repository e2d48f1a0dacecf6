/// \file
/// Weighted least squares with errors that are robust and clustered, for many outcomes at once. One
/// coefficient is wanted: that of the first covariate.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace samspil {

/// What one more of the first covariate goes with, the others alike.
struct Coefficient {
  double value = 0;
  /// Standard error: Huber-White sandwich over clusters, times G / (G - 1) × (n - 1) / (n - k) for
  /// G clusters, n rows and k covariates. Not a number where there is one cluster or n <= k.
  double standard_error = 0;
};

struct RowWeight {
  double weight = 1;        ///< Of the row, >= 0.
  std::size_t cluster = 0;  ///< [0, clusters)
};

/// Size of a regression.
struct RegressionSize {
  std::size_t rows = 0;
  std::size_t clusters = 0;
  std::size_t covariates = 1;  ///< A constant is one of them, where it is wanted.
  std::size_t outcomes = 1;
};

/// Writes the covariates and the outcomes of a row. Called twice for each, in order, and must give
/// the same both times.
using ReadRow = std::function<RowWeight(std::size_t row, std::span<double> covariates,
                                        std::span<double> outcomes)>;

/// The coefficient on the first covariate, by outcome. Empty where the others tell the first one,
/// so that there is none.
struct FirstCoefficients {
  std::vector<Coefficient> by_outcome;
  /// Clusters × outcomes: what each cluster adds to the error. The standard error is the root of
  /// the sum of their squares; that of a sum of coefficients on the same clusters, of the squared
  /// sums.
  std::vector<double> influence;
};

/// Covariates that others already tell are left out by themselves. Sums run in the order of the
/// rows, and nothing depends on threads or on the machine.
FirstCoefficients first_coefficients(const RegressionSize& size, const ReadRow& read);

/// a + factor × b, outcome by outcome, of regressions with the same outcomes on the same clusters.
/// Empty where either is.
FirstCoefficients combined(const FirstCoefficients& a, double factor, const FirstCoefficients& b);

}  // namespace samspil
