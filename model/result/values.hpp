/// \file
/// Values of a document: what does not exist is null.
#pragma once

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "model/core/json.hpp"

namespace samspil {

/// A number that is none is null.
inline Json finite_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(); }

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

/// The value of each place under its name.
template <std::size_t N, class Value>
Json by_name(const std::array<std::string_view, N>& names, Value value) {
  Json all = Json::object();
  for (std::size_t i = 0; i < N; ++i) all[std::string{names[i]}] = value(i);
  return all;
}

/// A list of the value of each.
template <class All, class Value>
Json list_of(const All& all, Value value) {
  Json list = Json::array();
  for (const auto& one : all) list.push_back(value(one));
  return list;
}

}  // namespace samspil
