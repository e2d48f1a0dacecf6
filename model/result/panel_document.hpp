/// \file
/// The document of `samspil calibrate --panel`.
#pragma once

#include "model/calibration/panel_estimate.hpp"
#include "model/core/json.hpp"
#include "model/inputs/parameters.hpp"

namespace samspil {

/// Every ratio and rate that is estimated beside what the model holds `today`. What rests on fewer
/// moves than may be told is null, and why is told.
Json panel_document(const Panel& panel, const PanelEstimate& estimate, const ParameterTable& today);

}  // namespace samspil
