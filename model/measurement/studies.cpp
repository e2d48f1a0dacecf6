#include "model/measurement/studies.hpp"

namespace samspil {

StudyResult run_study(const StudyRun& run) {
  StudyResult result;
  switch (run.study.design) {
    case StudyDesign::transient_peak:
      result = run_peak_study(run);
      break;
    case StudyDesign::own_clocks:
      result = run_clock_study(run);
      break;
    case StudyDesign::quarters:
      result = run_quarter_study(run);
      break;
    case StudyDesign::exit_survey:
      result = run_survey_study(run);
      break;
  }
  check_observed(run.study, result.figures);
  return result;
}

}  // namespace samspil
