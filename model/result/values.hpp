/// \file
/// Values of a document: what does not exist is null.
#pragma once

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "model/core/json.hpp"

namespace samspil {

/// A number that is none is null.
inline Json finite_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(); }

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

/// {NAME: value_of(i)} for every name.
template <class Names, class ValueOf>
Json by_name(const Names& names, const ValueOf& value_of) {
  Json all = Json::object();
  for (std::size_t i = 0; i < names.size(); ++i) all[std::string{names[i]}] = value_of(i);
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
