/// \file
/// What two finished runs differ in, on a screen.
#pragma once

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// Of a document of results_difference().
Page results_difference_page(const Json& difference, Language language);

}  // namespace samspil
