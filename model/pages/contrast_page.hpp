/// \file
/// The status contrast beside the published and beside the effect of work, on one screen.
#pragma once

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// Of a document of contrast_document(); with departments and years as well where `detail` is asked
/// for.
Page contrast_page(const Json& document, bool detail, Language language);

}  // namespace samspil
