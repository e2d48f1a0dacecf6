/// \file
/// What differs between two finished runs, as one document: how they were run, their inputs entry
/// by entry, their net results.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "model/core/json.hpp"

namespace samspil {

/// The fields of one entry of an input: "value", "grade", "source" …; "" where it is a single
/// value.
using EntryFields = std::map<std::string, std::string>;

/// An input of a run, and its entries by the names under which they are explained.
struct ComparedInput {
  std::string name;
  std::string text;
  std::string title;  ///< A strategy's id; of other inputs, their name.
  std::map<std::string, EntryFields> entries;
};

/// A finished run as it is compared with another.
struct ComparedRun {
  std::string hash;
  std::vector<std::pair<std::string, std::string>> settings;  ///< How it was run, by name.
  std::vector<ComparedInput> inputs;
  Json net_results;  ///< {strategy: {municipality, public}}: all years, centre effect, mean [kr.].
};

/// Both with the same settings. A strategy meets itself in whatever place the scenario names it.
Json results_difference(const ComparedRun& before, const ComparedRun& after);

}  // namespace samspil
