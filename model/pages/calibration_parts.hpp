/// \file
/// What the pages of calibrations share: of posteriors and of best points.
#pragma once

#include <cmath>

#include "model/pages/study_parts.hpp"

namespace samspil {

/// Three digits or so.
inline std::string figure(const StudyWriter& to, const Json& value) {
  const double size = std::abs(StudyWriter::value_of(value));
  const int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return to.number(value, decimals);
}

/// What even the best inputs are taken to leave, where that is anything.
inline void add_discrepancy(StudyWriter& to) {
  if (to.document.at("discrepancy") == 0) return;
  to.tell("calibrate.discrepancy_line", to.number(to.document.at("discrepancy"), 2));
}

}  // namespace samspil
