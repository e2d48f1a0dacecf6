/// \file
/// Keyed random blocks in the 256-bit registers of AVX2. Called only where the machine has them.
#pragma once

#include "model/core/random_batch.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#define SAMSPIL_HAS_AVX2 1
#endif

namespace samspil {

/// As DrawQuads says.
void draw_quads_avx2(RunKey run, std::uint32_t year, const QuadRequest* requests,
                     std::size_t count);

}  // namespace samspil
