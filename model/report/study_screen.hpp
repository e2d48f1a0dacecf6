/// \file
/// A re-enactment on one screen, and as one JSON document: observed beside simulated with the
/// interval for that cohort size, the report's patterns, and what it cannot say.
#pragma once

#include <string>

#include "model/measurement/study_result.hpp"
#include "model/report/study_words.hpp"

namespace samspil {

/// A study that was run.
struct StudyReport {
  const StudySpec& study;
  const StudyResult& result;
  const std::vector<Strategy>& strategies;
  int law_year = 0;
};

std::string study_screen(const StudyReport& report, Language language);
std::string as_json(const StudyReport& report);

}  // namespace samspil
