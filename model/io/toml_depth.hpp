/// \file
/// How deep a TOML text goes, found without recursion.
#pragma once

#include <string_view>

namespace samspil {

/// The first line on which more than `most` brackets stand in each other, or a key has more than
/// `most` parts. 0 where none does.
int line_too_deep(std::string_view text, int most);

}  // namespace samspil
