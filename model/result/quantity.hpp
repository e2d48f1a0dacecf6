/// \file
/// Parts of a document that several have.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "model/core/json.hpp"
#include "model/core/names.hpp"
#include "model/inputs/quantity.hpp"
#include "model/result/values.hpp"

namespace samspil {

inline Json quantity_json(const Quantity& quantity) {
  return {{"value", quantity.value},
          {"unit", quantity.unit},
          {"low", quantity.low},
          {"high", quantity.high},
          {"grade", grade_names[index_of(quantity.grade)]},
          {"source", quantity.source}};
}

/// The same with the source in Danish; null where its file has none.
inline Json sourced_json(const Quantity& quantity) {
  Json all = quantity_json(quantity);
  all["source_da"] = quantity.source_da.empty() ? Json() : Json(quantity.source_da);
  return all;
}

}  // namespace samspil
