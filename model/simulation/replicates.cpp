#include "model/simulation/replicates.hpp"

namespace samspil {
namespace {

/// The engine's view: a unit is a replicate, and nothing is summed.
class Replicates {
 public:
  struct Tally {
    Tally& operator+=(const Tally& /*other*/) noexcept { return *this; }
  };
  struct Scratch {
    std::uint64_t first = 0;
    std::uint32_t count = 0;
  };

  explicit Replicates(const std::function<void(std::uint32_t)>& work) : work_{work} {}

  Scratch make_scratch() const { return {}; }
  Tally make_tally() const { return {}; }
  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t count) const {
    scratch = {first, count};
  }
  void run_arm(Scratch& scratch, std::uint32_t /*draw*/, std::uint32_t /*arm*/,
               Tally& /*tally*/) const {
    for (std::uint32_t i = 0; i < scratch.count; ++i) {
      work_(static_cast<std::uint32_t>(scratch.first) + i);
    }
  }
  void finish_draw(Scratch& /*scratch*/, std::uint32_t /*draw*/, Tally& /*tally*/) const {}

 private:
  const std::function<void(std::uint32_t)>& work_;
};

}  // namespace

void for_each_replicate(std::uint32_t count, const Execution& execution,
                        const std::function<void(std::uint32_t replicate)>& work,
                        const ShareDone& share_done) {
  RunPlan plan;
  plan.units = count;
  plan.units_per_block = 1;
  plan.execution = execution;
  run_sum(Replicates{work}, plan, share_done);
}

}  // namespace samspil
