/// \file
/// Input texts as entries by name, so that two inputs can be compared whatever their layout. Reads
/// the form of a text alone: a key that this version does not know is an entry like any other.
#pragma once

#include <map>
#include <string>

#include "model/loading/load.hpp"

namespace samspil {

/// What a text is about, and its entries by the names under which they are explained.
struct InputEntries {
  std::string title;  ///< A strategy's id; for other texts, what they are called.
  /// The fields of each: "value", "grade", "source", …; "" where it is a single value.
  std::map<std::string, std::map<std::string, std::string>> entries;
};

/// The entries of `text`, stored under `name`; the members of a posterior behind a table are one
/// entry, their checksum. Throws InputError where it is no CSV or TOML.
InputEntries entries_of(const std::string& name, const std::string& text);

}  // namespace samspil
