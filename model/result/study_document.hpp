/// \file
/// A re-enactment as one document: observed beside simulated with the interval for that cohort
/// size, the report's patterns, and what it cannot say.
#pragma once

#include "model/core/json.hpp"
#include "model/measurement/studies.hpp"

namespace samspil {

Json study_document(const StudyRun& run, const StudyResult& result);

}  // namespace samspil
