/// \file
/// A matrix as Eigen sees it, without a copy.
#pragma once

#include <Eigen/Core>

#include "model/calibration/problem.hpp"

namespace samspil {

using EigenRows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

inline Eigen::Map<const EigenRows> view_of(const Matrix& matrix) {
  return {matrix.values.data(), static_cast<Eigen::Index>(matrix.rows),
          static_cast<Eigen::Index>(matrix.columns)};
}

}  // namespace samspil
