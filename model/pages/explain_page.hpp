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

/// Which inputs have a number, of a document of entries_with_number(); where none has, which
/// command tells what a figure is made of.
Page number_page(const Json& document, Language language);

}  // namespace samspil
