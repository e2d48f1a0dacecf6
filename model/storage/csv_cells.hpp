/// \file
/// Cells of a CSV row.
#pragma once

#include <optional>
#include <string>

namespace samspil {

/// Quoted where the text needs it.
std::string csv_cell(const std::string& text);

/// Empty where there is no number.
std::string csv_cell(const std::optional<double>& value);

/// "strategy,effect_level" of an arm by its label; the level of the baseline is "none".
std::string arm_cells(const std::string& label);

}  // namespace samspil
