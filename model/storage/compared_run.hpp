/// \file
/// A run of a results file as it is compared with another.
#pragma once

#include "model/result/results_difference.hpp"
#include "model/storage/results_h5.hpp"

namespace samspil {

/// Throws InputError where one of its inputs is no CSV or TOML.
ComparedRun compared_run(const StoredRun& stored);

}  // namespace samspil
