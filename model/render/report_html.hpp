/// \file
/// A report as one HTML file that needs nothing beside it: drawings, fonts and tables are in it, no
/// script, no request. Reads on a phone, prints on two A4 pages.
#pragma once

#include <string>

#include "model/pages/report_page.hpp"

namespace samspil {

/// How every such page begins.
inline constexpr std::string_view report_begin = "<!doctype html>\n<!-- samspil report -->";

std::string report_html(const ReportPage& page);

}  // namespace samspil
