/// \file
/// A re-enactment on one screen.
#pragma once

#include <string>

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// Of a document of study_document().
Page study_page(const Json& study, Language language);

/// What a figure or sign is called, given the document's groups; its own name where no label is
/// known.
std::string figure_label(const Json& groups, const std::string& figure, Language language);

}  // namespace samspil
