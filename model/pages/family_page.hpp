/// \file
/// What a family costs whom, for a reader. Amounts in whole kr.
#pragma once

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// Of the document of family_document().
Page family_page(const Json& document, Language language);

}  // namespace samspil
