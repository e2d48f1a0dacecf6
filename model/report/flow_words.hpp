/// \file
/// The words of the yearly flows, in one table per language. Knows no number.
#pragma once

#include "model/inputs/known_flows.hpp"
#include "model/report/words.hpp"

namespace samspil {

/// What a flow is called on one line.
inline std::string_view flow_label(Flow flow, Language language) {
  return label(language, "flow", flow_names[index_of(flow)]);
}

}  // namespace samspil
