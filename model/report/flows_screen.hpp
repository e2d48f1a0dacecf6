/// \file
/// The yearly flows of a target group on one screen, and as one JSON document, beside what is
/// known.
#pragma once

#include <string>

#include "model/measurement/flows.hpp"
#include "model/report/flow_words.hpp"

namespace samspil {

struct FlowReport {
  const Scenario& scenario;
  const FlowTable& table;
  const KnownFlows& known;
};

std::string flows_screen(const FlowReport& report, Language language);
std::string as_json(const FlowReport& report);

}  // namespace samspil
