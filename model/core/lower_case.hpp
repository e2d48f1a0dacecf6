/// \file
/// Text in which capital letters do not count.
#pragma once

#include <string>
#include <string_view>

namespace samspil {

/// In lower case, Danish letters too.
std::string lower_case(std::string_view text);

}  // namespace samspil
