/// \file
/// What a fit came to as one document: targets before and after, inputs, what the data leave open;
/// or the best points.
#pragma once

#include <optional>

#include "model/calibration/methods.hpp"
#include "model/core/json.hpp"

namespace samspil {

/// The status contrast of one adult and one child, raw, before and after: validation, no target.
struct ContrastBesideFit {
  double before = 0, after = 0;  ///< kr. over all years.
  double before_error = 0, after_error = 0;
  double published = 0;
};

Json calibration_document(const ModelProblem& problem, const MethodResult& result,
                          const CalibrationFit& fit,
                          const std::optional<ContrastBesideFit>& contrast);

/// Best points and profiles.
Json optimum_document(const ModelProblem& problem, const OptimumFit& fit);

}  // namespace samspil
