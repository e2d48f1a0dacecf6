/// \file
/// A page as plain text: sentences wrap between words, tables stand at the right edge. Control
/// codes of inputs are shown as letters.
#pragma once

#include <cstddef>
#include <string>

#include "model/pages/page.hpp"

namespace samspil {

inline constexpr std::size_t page_width = 80;

/// `width` columns at most, but for a word or a label that is longer. Columns of a table that do
/// not fit beside each other follow below, under the same labels; no number is ever cut.
std::string as_text(const Page& page, std::size_t width = page_width);

}  // namespace samspil
