/// \file
/// What an effect is confined to, in words.
#pragma once

#include <string>

#include "model/inputs/strategy.hpp"
#include "model/report/words.hpp"

namespace samspil {

/// "; on nothing but", and the measures, places or services that an effect names, by their labels.
/// Empty where it acts on all that its hook acts on.
std::string confined_to(const Effect& effect, Language language);

}  // namespace samspil
