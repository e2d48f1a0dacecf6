/// \file
/// What makes two strategies differ, on a screen.
#pragma once

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// Of a document of strategy_difference().
Page strategy_difference_page(const Json& difference, Language language);

}  // namespace samspil
