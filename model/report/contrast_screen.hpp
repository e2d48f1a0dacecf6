/// \file
/// The status contrast beside the published and beside the effect of work: one screen, and one JSON
/// document.
#pragma once

#include <string>

#include "model/appraisal/status_contrast.hpp"
#include "model/inputs/contrast.hpp"
#include "model/report/contrast_words.hpp"

namespace samspil {

/// A contrast that was run.
struct ContrastReport {
  const Scenario& scenario;
  const ContrastSpec& spec;
  const ContrastResult& result;
};

/// With departments and years as well where `detail` is asked for.
std::string contrast_screen(const ContrastReport& report, bool detail, Language language);
/// Everything but `run` depends on the inputs alone.
std::string as_json(const ContrastReport& report);

}  // namespace samspil
