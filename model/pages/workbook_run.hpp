/// \file
/// A run as a workbook: its figures as formulas over prices, shares and rates that may be changed,
/// as far as another value acts by the units that were simulated.
#pragma once

#include <string>

#include "model/core/json.hpp"
#include "model/pages/workbook.hpp"
#include "model/words/words.hpp"

namespace samspil {

///   document  of run_document()
///   file      the results file, for the command that a new run takes
Workbook run_sheets(const Json& document, const std::string& file, Language language);

}  // namespace samspil
