/// \file
/// A document as JSON.
#pragma once

#include <string>

#include "model/core/json.hpp"

namespace samspil {

/// One line per value, what acts on a terminal escaped. A byte that is no UTF-8, as in the name of
/// a file, is replaced.
std::string as_json_text(const Json& document);

}  // namespace samspil
