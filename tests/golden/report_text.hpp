/// \file
/// What a report says, as text: every word and number that is not an axis of a drawing.
#pragma once

#include <string>
#include <vector>

#include "model/pages/report_page.hpp"

namespace samspil::test {

/// Its texts in the order of reading; a row of a table is one.
std::vector<std::string> texts_of(const ReportPage& page);

/// The numbers behind the cells of its tables, and where each stands.
std::vector<std::pair<double, std::string>> numbers_behind(const ReportPage& page);

}  // namespace samspil::test
