/// \file
/// Entries of the document of explain, as its two halves make them.
#pragma once

#include <string_view>

#include "model/core/json.hpp"
#include "model/inputs/catalogue.hpp"

namespace samspil {

/// What every entry has: null, or an empty list, where a name has it not.
Json explain_entry(std::string_view kind, std::string_view name);

/// Its label in both languages, from a group of words.csv.
Json labelled_entry(std::string_view kind, std::string_view name, std::string_view group);

/// Appends the names that stand for no input: outcomes, payers, terms of the documents, main areas,
/// kinds.
void add_names_of_results(const Catalogue& catalogue, Json& entries);

}  // namespace samspil
