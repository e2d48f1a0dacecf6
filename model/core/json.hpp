/// \file
/// The tree of a result document. Only who builds or reads one needs nlohmann/json.hpp itself.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace samspil {

/// Keys keep the order in which they were written.
using Json = nlohmann::ordered_json;

}  // namespace samspil
