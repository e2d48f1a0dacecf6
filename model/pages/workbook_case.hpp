/// \file
/// An investment case as a calculator: yellow cells for what the case is made of, formulas down to
/// payback, net present value and break-even.
#pragma once

#include "model/core/json.hpp"
#include "model/pages/workbook.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// Has room for more costs, consequences, intakes and years than the case has.
///   document  of case_document()
///   file      that the case stands in, for the command that a new run takes; empty: none
Workbook case_sheets(const Json& document, const std::string& file, Language language);

}  // namespace samspil
