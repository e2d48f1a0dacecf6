/// \file
/// What is known of every name that any output prints, as one document: value, unit, range, source,
/// grade, where used.
#pragma once

#include <string>
#include <string_view>

#include "model/core/json.hpp"
#include "model/inputs/scenario.hpp"
#include "model/words/numbers.hpp"

namespace samspil {

/// Inputs with their numbers in the order of the files, then the names of results. Nothing in it
/// depends on the language: what is told in words stands there in both.
Json explain_document(const Scenario& scenario);

/// The same document with those entries alone whose name, label or paragraph is `query`; without
/// any, those whose label holds it.
Json entries_named(const Json& document, const std::string& query);

/// Under `readings` each reading of a number, with the entries that have it as a value, an end of a
/// range, a share or a price of the scenario's level, and in `matches` under which keys.
Json entries_with_number(const Json& document, const std::vector<ReadNumber>& readings);

}  // namespace samspil
