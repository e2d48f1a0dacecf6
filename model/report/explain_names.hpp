/// \file
/// The names that stand for no input: outcomes, payers, terms of the documents, main areas,
/// kinds.
#pragma once

#include <vector>

#include "model/report/explain.hpp"

namespace samspil {

/// Appends them, the kinds only where nothing in `all` has their name.
void add_names_of_results(const Catalogue& catalogue, Language language,
                          std::vector<Explanation>& all);

}  // namespace samspil
