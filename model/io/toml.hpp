/// \file
/// TOML text as a table, by toml++. Knows the form, not the keys.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "model/words/problem.hpp"

namespace samspil {

/// How many brackets may stand in each other, and how many parts a dotted key may have. toml++ and
/// whoever walks its tables descend by recursion.
inline constexpr int deepest_toml = 32;

/// A text that was read.
struct TomlText {
  toml::table table;
  /// Texts of the numbers that have a point before exactly three digits at their end: "481.000".
  /// Empty for a number that was reported already, and whose value is not known.
  std::unordered_map<const toml::node*, std::string> pointed{};
};

/// Reads `text`. A number that is written in another way than TOML's, such as 0,5 or 1.600.000, is
/// reported and read as what it means, so that the faults after it are found too; any other fault
/// of form is reported and ends the reading with an empty table.
TomlText read_toml(std::string text, const std::string& file, std::vector<Problem>& problems);

/// The same for who asks for no texts of numbers.
toml::table parse_toml(std::string text, const std::string& file, std::vector<Problem>& problems);

}  // namespace samspil
