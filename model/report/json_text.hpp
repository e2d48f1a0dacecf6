/// \file
/// A JSON document as text.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "model/core/shown_text.hpp"

namespace samspil {

/// A number that is none is null.
inline nlohmann::ordered_json finite_or_null(double value) {
  return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
}

/// One line per value. A byte that is no UTF-8, as in the name of a file, is replaced.
template <class Json>
std::string json_text(const Json& document) {
  return shown_json(document.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace samspil
