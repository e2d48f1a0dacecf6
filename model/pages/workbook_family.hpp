/// \file
/// A family's account as a calculator: prices and amounts that may be changed where they act on
/// their own line alone, and formulas down to payback, net present value and break-even.
#pragma once

#include "model/core/json.hpp"
#include "model/pages/workbook.hpp"
#include "model/words/words.hpp"

namespace samspil {

///   document  of family_document()
Workbook family_sheets(const Json& document, Language language);

}  // namespace samspil
