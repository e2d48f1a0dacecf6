/// \file
/// What two finished runs differ in, on a screen.
#pragma once

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// Of a document of results_difference().
Page results_difference_page(const Json& difference, Language language);

/// The document as JSON gives it: settings and inputs in one list.
Json differences_in_one_list(const Json& difference);

}  // namespace samspil
