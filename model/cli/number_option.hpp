/// \file
/// Options that are numbers, read as numbers of the inputs are: by what they count.
#pragma once

#include <CLI/CLI.hpp>

#include "model/inputs/limits.hpp"
#include "model/words/words.hpp"

namespace samspil::cli {

/// A check of an option that is a whole number within the limits. Its faults say what would be
/// right.
CLI::Validator whole_number(Limits limits, Language language);

/// The same for a number that may have decimals.
CLI::Validator number(Limits limits, Language language);

}  // namespace samspil::cli
