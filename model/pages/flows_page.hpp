/// \file
/// The yearly flows of a target group on one screen.
#pragma once

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// Of a document of flows_document().
Page flows_page(const Json& document, Language language);

}  // namespace samspil
