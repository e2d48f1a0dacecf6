/// \file
/// What was estimated from a panel as a layer of parameters, which a scenario lays over its table:
/// parameters = ["layer.csv"].
#pragma once

#include <string>

#include "model/core/json.hpp"

namespace samspil {

/// The ratios that `document` tells, and with `with_rates` the rates of moves that the model has.
/// Empty where none is told.
///   document  of a panel
std::string panel_layer(const Json& document, bool with_rates);

}  // namespace samspil
