/// \file
/// An effect of a document in words (model/result/effect_document.hpp).
#pragma once

#include <string>

#include "model/pages/document_view.hpp"

namespace samspil {

/// "observed 0.68 by a quasi-experiment (England 2015-20), of which half the effort"; or that the
/// ratio is stated outright.
std::string observation_of(const Json& effect, Language language);

/// "; on nothing but", and what the effect is confined to. Empty where it acts on all that its hook
/// acts on.
std::string confined_to(const Json& effect, Language language);

}  // namespace samspil
