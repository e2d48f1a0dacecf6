/// \file
/// Options that are numbers, read as numbers of the inputs are: by what they count.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

#include "model/inputs/limits.hpp"

namespace samspil::cli {

/// In the line of a fault that says what would be right, to which no more needs to be added.
inline constexpr std::string_view advice_mark = "; write ";

/// A check of an option that is a whole number within the limits.
CLI::Validator whole_number(Limits limits);

/// The same for a number that may have decimals.
CLI::Validator number(Limits limits);

}  // namespace samspil::cli
