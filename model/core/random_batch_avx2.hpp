/// \file
/// Keyed random blocks in the 256-bit registers of AVX2. Called only where the machine has them.
#pragma once

#include "model/core/random_batch.hpp"

namespace samspil {

/// As DrawQuads says.
void draw_quads_avx2(RunKey run, std::uint32_t period, const QuadRequest* requests,
                     std::size_t count);

}  // namespace samspil
