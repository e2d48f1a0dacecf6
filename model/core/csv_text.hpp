/// \file
/// Cells of separated text (RFC 4180), as every table of the program writes them.
#pragma once

#include <string>
#include <string_view>

namespace samspil {

/// Quoted where the text holds a quote, the end of a line or one of the separators.
std::string quoted_cell(std::string_view text, std::string_view separators);

}  // namespace samspil
