/// \file
/// How large a report may be printed so that its two parts fill a page of A4 each and no more.
#pragma once

#include "model/pages/report_page.hpp"

namespace samspil {

/// By which screen pixels are multiplied on paper. By the length of the texts, since a page knows
/// nothing of letters; a part that is too long even for the smallest runs over.
double print_zoom(const ReportPage& page);

}  // namespace samspil
