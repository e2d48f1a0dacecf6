#include "model/simulation/trial.hpp"

#include <stdexcept>

#include "model/simulation/family_model.hpp"

namespace samspil {
namespace {

Int128 square(Ore value) noexcept { return static_cast<Int128>(value) * value; }

/// Two models of the same families side by side: the arms of the first, then those of the second.
class TwoModels {
 public:
  struct Tally {
    FamilyModel::Tally before, after;
    std::vector<SavingChange> change;  ///< By arm; that of the baseline stays zero.

    Tally& operator+=(const Tally& other) noexcept {
      before += other.before;
      after += other.after;
      for (std::size_t arm = 0; arm < change.size(); ++arm) {
        for (std::size_t p = 0; p < purse_count; ++p) change[arm][p] += other.change[arm][p];
      }
      return *this;
    }
  };
  struct Scratch {
    FamilyModel::Scratch before, after;
  };

  TwoModels(const FamilyModel& before, const FamilyModel& after) : before_{before}, after_{after} {}

  Scratch make_scratch() const { return {before_.make_scratch(), after_.make_scratch()}; }
  Tally make_tally() const {
    return {before_.make_tally(), after_.make_tally(),
            std::vector<SavingChange>(before_.arms().size())};
  }
  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t count) const {
    before_.make_block(scratch.before, first, count);
    after_.make_block(scratch.after, first, count);
  }
  void run_arm(Scratch& scratch, std::uint32_t draw, std::uint32_t arm, Tally& tally) const {
    const auto arms = static_cast<std::uint32_t>(before_.arms().size());
    if (arm < arms) {
      before_.run_arm(scratch.before, draw, arm, tally.before);
    } else {
      after_.run_arm(scratch.after, draw, arm - arms, tally.after);
    }
  }
  /// A block is one site: the costs stand by arm.
  void finish_draw(Scratch& scratch, std::uint32_t /*draw*/, Tally& tally) const {
    for (std::size_t arm = 1; arm < tally.change.size(); ++arm) {
      for (std::size_t p = 0; p < purse_count; ++p) {
        const Ore before = scratch.before.costs[0][p] - scratch.before.costs[arm][p];
        const Ore after = scratch.after.costs[0][p] - scratch.after.costs[arm][p];
        tally.change[arm][p] += PairedMoments{
            before, square(before), after, square(after), after - before, square(after - before)};
      }
    }
  }

 private:
  const FamilyModel& before_;
  const FamilyModel& after_;
};

constexpr std::uint32_t sites_per_block = 1;

std::vector<Arm> centre_arms(std::size_t strategies, std::optional<std::size_t> only) {
  std::vector<Arm> arms{{0, EffectLevel::none}};
  for (std::size_t i = 0; i < strategies; ++i) {
    if (!only || *only == i) arms.push_back({i + 1, EffectLevel::centre});
  }
  return arms;
}

}  // namespace

Trial::Trial(const Scenario& scenario, int threads, const ShareDone& share_done)
    : scenario_{scenario},
      threads_{threads},
      pool_{make_pool(scenario, threads, share_done)},
      draw_{stratified_draw(pool_, scenario.population)} {}

std::vector<SavingChange> Trial::compare(const Scenario& before, const Scenario& after,
                                         std::uint64_t families,
                                         std::optional<std::size_t> only) const {
  if (before.years != after.years || before.strategies.size() != after.strategies.size()) {
    throw std::invalid_argument("a trial compares the same years and strategies");
  }
  const std::vector<Arm> arms = centre_arms(before.strategies.size(), only);
  const FamilyModel first{before, pool_, draw_, families, arms, sites_per_block};
  const FamilyModel second{after, pool_, draw_, families, arms, sites_per_block};
  RunPlan plan;
  plan.units = first.sites();
  plan.units_per_block = sites_per_block;
  plan.arms = static_cast<std::uint32_t>(2 * arms.size());
  plan.threads = threads_;
  std::vector<SavingChange> change = run_sum(TwoModels{first, second}, plan).change;
  change.erase(change.begin());
  return change;
}

std::uint64_t Trial::sites_of(std::uint64_t families) const noexcept {
  const auto per_site = static_cast<std::uint64_t>(scenario_.population.families_per_site);
  return (families + per_site - 1) / per_site;
}

}  // namespace samspil
