/// \file
/// What a calibration came to on one screen.
#pragma once

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// Of a document of calibration_document().
///   detail  also every input, and every sentence of what the data leave open
Page calibration_page(const Json& document, bool detail, Language language);

}  // namespace samspil
