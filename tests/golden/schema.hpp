/// \file
/// Documents against the published schemas of docs/schema, keys both ways. Understood is what the
/// schemas use: type, const, enum, properties, required, additionalProperties, items, $ref, anyOf.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/core/json.hpp"

namespace samspil::test {

/// A schema file of docs/schema, without ending.
Json schema_of(const std::string& name);

/// What of the document is not as the schema says, one line each.
std::vector<std::string> faults_of(const Json& document, const Json& schema);

/// Every part of a schema that stands under a key, or for the values of a map or a list: its place
/// and itself.
std::vector<std::pair<std::string, Json>> parts_of(const Json& schema);

}  // namespace samspil::test
