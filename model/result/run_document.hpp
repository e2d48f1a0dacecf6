/// \file
/// Everything that is told of a run, named once: kr., mean over runs, lists by budget year, and
/// their sums. Positive = fewer public expenditures, except programme_cost, where positive = cost.
/// Who shows it adds nothing. Texts stand in English under their key and in Danish under KEY_da.
#pragma once

#include <string>

#include "model/appraisal/report.hpp"
#include "model/core/json.hpp"

namespace samspil {

/// Of the documents of a run and a population; another number where a key changes its meaning.
inline constexpr int document_format = 2;

/// Which program made a result.
struct Origin {
  std::string version;
  std::string git;
  std::string compiler;
};

/// Everything but `run` depends on the inputs alone.
Json run_document(const Report& report, const Origin& origin);

/// What a folder of tables is of: the parts of a run's document that tell how it was made, with its
/// strategies by name and without a figure of theirs.
///   run            of run_document()
///   scenario_file  its name
Json tables_document(const Json& run, const std::string& scenario_file);

/// The population of a scenario beside its sources.
Json population_document(const Scenario& scenario, const PopulationFit& fit);

/// Which law a run holds and how its prices came to one level: a part of every document.
Json law_document(const Scenario& scenario);

}  // namespace samspil
