/// \file
/// A figure in files of its own: a drawing that needs nothing around it, and its numbers.
#pragma once

#include <string>

#include "model/pages/report_page.hpp"

namespace samspil {

/// How every such drawing begins.
inline constexpr std::string_view figure_begin = "<!-- samspil figure -->";

/// SVG, 760 pixels wide.
///   terms  the line under it
std::string figure_file(const Figure& figure, const std::string& terms, Language language);

/// Its numbers: with semicolons, decimal commas and CR LF in Danish, as a Danish Excel opens them;
/// with commas and points in English. UTF-8 with its mark. A text that a spreadsheet would take for
/// a formula has an apostrophe before it.
std::string figure_csv(const Table& table, Language language);

}  // namespace samspil
