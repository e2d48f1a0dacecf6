#include "model/calibration/ensemble_update.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

#include "model/calibration/eigen_view.hpp"

namespace samspil {
namespace {

/// Without the mean of each column.
EigenRows anomalies(const Matrix& matrix) {
  const auto all = view_of(matrix);
  return all.rowwise() - all.colwise().mean();
}

}  // namespace

double shrunken_correlation(double r, std::size_t members, double threshold) noexcept {
  if (threshold <= 0) return 1;
  const double luck = threshold * threshold / static_cast<double>(members);
  return r * r > luck ? 1 - luck / (r * r) : 0.0;
}

Matrix updated_scores(const UpdateTask& task) {
  const EigenRows z = anomalies(task.scores), y = anomalies(task.outputs);
  const auto degrees = static_cast<double>(task.scores.rows - 1);
  Eigen::MatrixXd cross = z.transpose() * y / degrees;
  const Eigen::MatrixXd own = y.transpose() * y / degrees;
  for (Eigen::Index i = 0; i < cross.rows(); ++i) {
    const double of_input = z.col(i).squaredNorm() / degrees;
    for (Eigen::Index j = 0; j < cross.cols(); ++j) {
      const bool moves =
          !task.may_move || task.may_move(static_cast<std::size_t>(i), static_cast<std::size_t>(j));
      const double scale = std::sqrt(of_input * own(j, j));
      const double kept =
          moves && scale > 0
              ? shrunken_correlation(cross(i, j) / scale, task.scores.rows, task.localisation)
              : 0.0;
      cross(i, j) *= kept;
    }
  }
  const Eigen::MatrixXd sum = own + task.tempering * view_of(task.covariance);
  const Eigen::MatrixXd missed = (view_of(task.perturbed) - view_of(task.outputs)).transpose();
  const Eigen::MatrixXd step = cross * sum.llt().solve(missed);

  Matrix scores = task.scores;
  for (std::size_t member = 0; member < scores.rows; ++member) {
    for (std::size_t i = 0; i < scores.columns; ++i) {
      scores(member, i) += step(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(member));
    }
  }
  return scores;
}

}  // namespace samspil
