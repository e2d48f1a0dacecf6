/// \file
/// The re-enactments: a study population on the model's own families, cohort by cohort.
#pragma once

#include <functional>
#include <vector>

#include "model/inputs/scenario.hpp"
#include "model/measurement/study_result.hpp"
#include "model/simulation/replicates.hpp"

namespace samspil {

/// How to run a study. The figures depend on the study and the scenario alone.
struct StudyRun {
  const StudySpec& study;
  const Scenario& scenario;                 ///< Parameters, prices and mechanisms.
  const std::vector<Strategy>& strategies;  ///< Those that the study names, in its order.
  Execution execution;
  std::function<void(double share)> share_done;
  bool seeks_setting =
      true;  ///< Whether a setting of the strategy is sought that a report hints at.
};

/// Runs a study of any design. Throws InputError when the study's families cannot be found.
StudyResult run_study(const StudyRun& run);

// One per design.
StudyResult run_peak_study(const StudyRun& run);
StudyResult run_clock_study(const StudyRun& run);
StudyResult run_quarter_study(const StudyRun& run);
StudyResult run_survey_study(const StudyRun& run);

}  // namespace samspil
