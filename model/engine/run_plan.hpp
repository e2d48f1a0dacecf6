/// \file
/// How much a run does, and how it is cut.
#pragma once

#include <cstdint>
#include <functional>

#include "model/engine/execution.hpp"

namespace samspil {

/// How much to run, and how to cut it. Only units, draws and arms can change a result.
struct RunPlan {
  std::uint64_t units = 0;
  std::uint32_t units_per_block = 64;  ///< A block is made once per chunk and lives in one thread.
  std::uint32_t draws = 1;
  std::uint32_t draws_per_chunk = 32;  ///< Each thread holds this many tallies.
  std::uint32_t arms = 1;
  Execution execution = {};
};

/// Throws InputError with every size that is zero or beyond what a run can hold.
void check(const RunPlan& plan);

/// Called with the share done [0, 1], never falling, from one thread at a time. May throw to stop
/// the run; the exception leaves the run unchanged.
using ShareDone = std::function<void(double share)>;

}  // namespace samspil
