/// \file
/// A workbook as the bytes of a file of Excel's: by libxlsxwriter, which this file alone knows.
#pragma once

#include <string>

#include "model/pages/workbook.hpp"

namespace samspil {

/// The same workbook gives the same bytes. Sheets are protected, without a password, but for the
/// cells that may be changed. Throws std::logic_error where the workbook is none that Excel takes,
/// Failure where memory or temporary files do not suffice.
std::string as_xlsx(const Workbook& workbook);

}  // namespace samspil
