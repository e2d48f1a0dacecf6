// A run of the engine that several processes share: what they count together is what one would.
#include <cstdio>
#include <exception>

#include "model/core/random.hpp"
#include "model/engine/engine.hpp"
#include "model/engine/ranks.hpp"

namespace {

using namespace samspil;

struct Tally {
  std::int64_t words = 0;
  Tally& operator+=(const Tally& other) {
    words += other.words;
    return *this;
  }
  void visit_integers(auto&& visit) { visit(words); }
};

/// Adds up a keyed word of every unit.
struct Adding {
  struct Scratch {
    std::uint64_t first = 0;
    std::uint32_t count = 0;
  };
  using Tally = ::Tally;
  Scratch make_scratch() const { return {}; }
  Tally make_tally() const { return {}; }
  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t count) const {
    scratch = {first, count};
  }
  void run_arm(Scratch& scratch, std::uint32_t draw, std::uint32_t, Tally& tally) const {
    for (std::uint32_t i = 0; i < scratch.count; ++i) {
      tally.words += keyed_block({1, draw}, Identity{scratch.first + i}, 0, BlockNumber{0})[0];
    }
  }
  void finish_draw(Scratch&, std::uint32_t, Tally&) const {}
};

}  // namespace

int main() try {
  Ranks ranks;
  RunPlan plan{.units = 10'000, .draws = 3};
  const std::int64_t alone = run_sum(Adding{}, plan).words;
  plan.execution.ranks = &ranks;
  const std::int64_t together = run_sum(Adding{}, plan).words;
  if (ranks.is_root()) {
    std::printf("consumer of mpi: %d processes together %lld, one alone %lld\n", ranks.count(),
                static_cast<long long>(together), static_cast<long long>(alone));
  }
  const bool is_right = ranks.count() == 2 && together == alone;
  ranks.leave();
  return is_right ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "consumer of mpi: %s\n", error.what());
  return 2;
}
