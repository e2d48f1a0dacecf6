/// \file
/// What is known of names, on a screen.
#pragma once

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// All that a document of explain_document() tells of its names, one below the other.
Page explain_page(const Json& document, Language language);

/// One line of each name.
Page names_page(const Json& document, Language language);

/// The names as JSON gives them: what has no key of its own as notes in words.
Json names_with_notes(const Json& document, Language language);

}  // namespace samspil
