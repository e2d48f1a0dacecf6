#include "model/core/random_batch.hpp"

#include <algorithm>

#include "model/core/random_batch_avx2.hpp"

namespace samspil {
namespace {

void draw_quads_portable(RunKey run, std::uint32_t period, const QuadRequest* requests,
                         std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    std::array<PhiloxBlock, 4> blocks;
    keyed_blocks(run, Identity{requests[i].who}, static_cast<int>(period),
                 BlockNumber{static_cast<std::uint16_t>(requests[i].first)}, blocks);
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      std::copy(blocks[b].begin(), blocks[b].end(), requests[i].words + 4 * b);
    }
  }
}

}  // namespace

DrawQuads draw_quads(Isa isa) noexcept {
#ifdef SAMSPIL_HAS_AVX2
  if (isa == Isa::avx2) return draw_quads_avx2;
#endif
  static_cast<void>(isa);
  return draw_quads_portable;
}

}  // namespace samspil
