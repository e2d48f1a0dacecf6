/// \file
/// A finished run, priced and hashed.
#pragma once

#include "model/appraisal/report.hpp"

namespace samspil {

/// Prices and compares a finished run and takes the hash of its integers.
Report make_report(const Scenario& scenario, const RunResult& result);

}  // namespace samspil
