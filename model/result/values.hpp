/// \file
/// Values of a document: what does not exist is null.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "model/core/json.hpp"

namespace samspil {

/// A number that is none is null.
inline Json finite_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(); }

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

}  // namespace samspil
