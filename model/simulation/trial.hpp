/// \file
/// Tries changed inputs on the same families: made once, and kept through every change, so that a
/// difference is that of the inputs in years 1, 2, … and of nothing else.
#pragma once

#include <optional>
#include <vector>

#include "model/families/pool.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

/// What a change of the inputs does to one strategy's saving (centre effect, programme included,
/// against what the scenario compares with), by purse. `base` is the saving before, `arm` the
/// saving after, `saving` after minus before.
using SavingChange = std::array<PairedMoments, purse_count>;

class Trial {
 public:
  /// Makes the pool, and fixes who is enrolled on the scenario's terms. Keeps a reference to
  /// `scenario`.
  Trial(const Scenario& scenario, const Execution& execution, const ShareDone& share_done);

  /// Of each strategy, or of `only` alone, among the first `families` of the scenario's families
  /// in one draw. Throws std::invalid_argument when years or strategies differ in number.
  std::vector<SavingChange> compare(const Scenario& before, const Scenario& after,
                                    std::uint64_t families,
                                    std::optional<std::size_t> only = {}) const;

  /// Of the scenario's families, that a municipality has; 1 without one.
  double own_share() const;

  std::uint64_t sites_of(std::uint64_t families) const noexcept;

 private:
  const Scenario& scenario_;
  Execution execution_;
  Pool pool_;
  StratifiedDraw draw_;
  std::vector<EnrolledShare> enrolment_;
};

}  // namespace samspil
