/// \file
/// What is shown of a run and of a population: the municipality's own kroner first. All figures are
/// those of the document (model/result/run_document.hpp).
#pragma once

#include <string>

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// The strategies compared, and each one's own budget where there are few.
Page run_page(const Json& document, Language language, Sign sign = Sign::saving);

/// What --detail adds below it.
Page run_detail(const Json& document, Language language, Sign sign = Sign::saving);

/// The population of a scenario beside its sources.
Page population_page(const Json& document, Language language);

/// The one line that tells why tables of draws are left out; empty where they are not.
///   document  of a run
std::string left_out_warning(const Json& document, Language language);

/// The one line that names what runs with its last known value; empty where all is known.
std::string last_known_warning(const Json& law, Language language);

}  // namespace samspil
