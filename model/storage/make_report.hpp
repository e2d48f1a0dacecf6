/// \file
/// A finished run, priced and hashed.
#pragma once

#include "model/appraisal/report.hpp"

namespace samspil {

/// Prices and compares a finished run and takes the hash of its integers, and of those of its
/// draws.
Report make_report(const Scenario& scenario, const RunResult& result,
                   const RunResult* draws = nullptr);

}  // namespace samspil
