/// \file
/// Figures as a part of a page.
#pragma once

#include <string>

#include "model/pages/report_page.hpp"

namespace samspil {

/// Running text; numbers that have a trace lead there.
std::string text_html(const Text& text);
std::string piece_html(const Piece& piece);

/// A table of plain numbers, which scrolls sideways where there is no room.
std::string table_html(const Table& table, const std::string& caption);

/// The drawing with its numbers, without a heading.
std::string figure_html(const Figure& figure, Language language);

/// Its numbers as a table that opens, and as CSV.
std::string links_html(const Figure& figure, Language language);

}  // namespace samspil
