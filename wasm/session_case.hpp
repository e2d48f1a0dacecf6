/// \file
/// An investment case of a page: its text, or the shipped example, as `samspil case` appraises it.
#pragma once

#include <filesystem>

#include "model/core/json.hpp"

namespace samspil {

/// -> "document" of case_document(), and "inputs": what the file says of uncertainty, which the
/// document does not repeat. Throws InputError.
Json appraised_case(const std::filesystem::path& file);

}  // namespace samspil
