/// \file
/// The form of a checkpoint file.
///
///   checkpoint 1
///   seed 1                        one line per name of the inputs
///   plan 590 4 200 32 13 31234
///   first_draw 32
///   finished 0-17 19 22-40        blocks, from 0
///   taken 12 0 0 5
///   draw 0 3 1                    one line per draw of the chunk
///   checksum 0123456789abcdef     FNV-1a of all before this line
#pragma once

#include <string>

#include "model/engine/checkpoint.hpp"

namespace samspil {

struct CheckpointText {
  Checkpoint::Inputs inputs;
  PlanNumbers plan;
  RunState state;
};

std::string written(const CheckpointText& checkpoint);

/// Throws InputError, naming `file`, when the text is not what written() gave.
CheckpointText read_checkpoint(const std::string& file, const std::string& text);

/// Blocks that a plan has, and draws of the chunk that begins at `first_draw`.
std::uint64_t blocks_of(const PlanNumbers& plan) noexcept;
std::uint32_t draws_of(const PlanNumbers& plan, std::uint32_t first_draw) noexcept;

}  // namespace samspil
