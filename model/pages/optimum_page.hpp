/// \file
/// The page of a calibration's best points and profiles.
#pragma once

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

Page optimum_page(const Json& document, Language language);

}  // namespace samspil
