/// \file
/// The screen of `samspil calibrate --panel`.
#pragma once

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// What was estimated from a panel, beside what the model holds.
Page panel_page(const Json& document, Language language);

}  // namespace samspil
