/// \file
/// The yearly flows of a target group as one document, beside what is known.
#pragma once

#include "model/core/json.hpp"
#include "model/measurement/flows.hpp"

namespace samspil {

Json flows_document(const Scenario& scenario, const KnownFlows& known, const FlowTable& table);

}  // namespace samspil
