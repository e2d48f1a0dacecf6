/// \file
/// Cells of a CSV row.
#pragma once

#include <optional>
#include <string>

#include "model/storage/draw_tables.hpp"

namespace samspil {

/// Quoted where the text needs it.
std::string csv_cell(const std::string& text);

/// Empty where there is no number.
std::string csv_cell(const std::optional<double>& value);

/// "strategy,effect_level" of an arm.
std::string arm_cells(const Scenario& scenario, const Arm& arm);

}  // namespace samspil
