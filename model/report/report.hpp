/// \file
/// A finished run, priced and hashed, and how its titles read.
#pragma once

#include <string>

#include "model/appraisal/report.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// Prices and compares a finished run and takes the hash of its integers.
Report make_report(const Scenario& scenario, const RunResult& result);

/// A strategy's title as it fits a table: without what stands in brackets.
std::string short_title(const Strategy& strategy, Language language);

}  // namespace samspil
