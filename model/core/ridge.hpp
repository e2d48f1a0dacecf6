/// \file
/// Ridge regression of many outcomes on the same covariates, where what is wanted is what each row
/// would have been told by the others.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace samspil {

/// Covariates are centred and scaled to the same variance, so that their units do not count; one
/// that does not vary is left out. There may be more of them than rows: the work grows with the
/// smaller number, cubed, and with rows × that.
class RidgeRegression {
 public:
  /// `covariates`: by covariate, then row; all of `rows` >= 2 numbers.
  RidgeRegression(const std::vector<std::vector<double>>& covariates, std::size_t rows);

  /// Whether any covariate varies.
  bool tells_anything() const noexcept { return !strengths_.empty(); }

  /// By row: the prediction of the regression on all other rows (Allen's PRESS, in closed form),
  /// with the penalty that predicts the left-out rows best, an infinite one among them: then it is
  /// the mean of the others. `outcome`: by row.
  std::vector<double> left_out_predictions(std::span<const double> outcome) const;

 private:
  std::size_t rows_;
  std::vector<std::vector<double>> directions_;  ///< Principal component, row: unit length.
  std::vector<double> strengths_;                ///< Sum of squares of each, falling no lower than
                                                 ///< a trace of the largest.
  std::vector<double> penalties_;
  std::vector<std::vector<double>> leverages_;  ///< Penalty, row; the constant's among them.
};

}  // namespace samspil
