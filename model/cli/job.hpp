/// \file
/// What `samspil run` is asked to simulate: read by the root, told to the other processes as text.
#pragma once

#include <optional>
#include <string>

#include "model/cli/commands.hpp"
#include "model/engine/checkpoint.hpp"
#include "model/engine/ranks.hpp"
#include "model/inputs/scenario.hpp"
#include "model/storage/results_h5.hpp"

namespace samspil::cli {

struct Job {
  Scenario scenario;
  std::optional<StoredRun> stored;  ///< Of a results file; the root's alone.
};

/// The same job on every process; only the root meets files. Throws InputError where they are at
/// fault, EndedByRoot on the others.
Job load_job(const RunOptions& options, Ranks& ranks);

/// The checkpoint that was asked for, if any; says on stderr what was found in it. Throws
/// InputError when another run wrote it, std::runtime_error while another run has it.
std::optional<Checkpoint> open_checkpoint(const RunOptions& options, const Scenario& scenario,
                                          Ranks& ranks);

}  // namespace samspil::cli
