#include "model/simulation/trial.hpp"

#include <stdexcept>

#include "model/engine/engine.hpp"
#include "model/simulation/common_terms.hpp"
#include "model/simulation/family_model.hpp"
#include "model/simulation/own_ground.hpp"

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
    void visit_integers(auto&& visit) {
      before.visit_integers(visit);
      after.visit_integers(visit);
      for (SavingChange& arm : change) {
        for (PairedMoments& purse : arm) purse.visit_integers(visit);
      }
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
  void run_draw(Scratch& scratch, std::uint32_t draw, Tally& tally) const {
    before_.run_draw(scratch.before, draw, tally.before);
    after_.run_draw(scratch.after, draw, tally.after);
  }
  /// A block is one site: the costs stand by arm.
  void finish_draw(Scratch& scratch, std::uint32_t /*draw*/, Tally& tally) const {
    for (std::size_t arm = 1; arm < tally.change.size(); ++arm) {
      const std::size_t reference = before_.arms()[arm].reference;
      for (std::size_t p = 0; p < purse_count; ++p) {
        const Ore before = scratch.before.costs[reference][p] - scratch.before.costs[arm][p];
        const Ore after = scratch.after.costs[reference][p] - scratch.after.costs[arm][p];
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

/// Centre arms of every strategy or of one, after what they are compared with.
std::vector<Arm> centre_arms(const Scenario& scenario, std::optional<std::size_t> only) {
  std::vector<Arm> arms = arms_of(scenario, {EffectLevel::centre});
  std::erase_if(arms, [&](const Arm& arm) {
    const bool is_strategy = arm.strategy > 0 && arm.strategy <= scenario.strategies.size();
    return is_strategy && only && arm.strategy != *only + 1;
  });
  return arms;
}

}  // namespace

Trial::Trial(const Scenario& scenario, const Execution& execution, const ShareDone& share_done)
    : scenario_{scenario},
      execution_{execution},
      pool_{make_pool(scenario, execution, share_done)},
      draw_{stratified_draw(pool_, scenario.population)},
      enrolment_{on_common_terms(with_own_enrolment(scenario, pool_, draw_),
                                 programme_cost_on(pool_, draw_, execution))
                     .enrolment} {}

std::vector<SavingChange> Trial::compare(const Scenario& before, const Scenario& after,
                                         std::uint64_t families,
                                         std::optional<std::size_t> only) const {
  if (before.years != after.years || before.strategies.size() != after.strategies.size()) {
    throw std::invalid_argument("a trial compares the same years and strategies");
  }
  const std::vector<Arm> arms = centre_arms(before, only);
  const Scenario one = with_enrolment(before, enrolment_);
  const Scenario other = with_enrolment(after, enrolment_);
  const FamilyModel first{one, pool_, draw_, families, arms, sites_per_block};
  const FamilyModel second{other, pool_, draw_, families, arms, sites_per_block};
  RunPlan plan = first.plan(1, execution_);
  plan.arms *= 2;
  std::vector<SavingChange> change = run_sum(TwoModels{first, second}, plan).change;
  const std::size_t references = 1 + before.comparison.present_practice.has_value();
  change.erase(change.begin(), change.begin() + static_cast<std::ptrdiff_t>(references));
  return change;
}

double Trial::own_share() const {
  if (!scenario_.municipality) return 1;
  return samspil::own_share(scenario_, fit_of(pool_, scenario_.population, draw_,
                                              {scenario_.seed, 0}, simulated_families(scenario_)));
}

std::uint64_t Trial::sites_of(std::uint64_t families) const noexcept {
  const auto per_site = static_cast<std::uint64_t>(scenario_.population.families_per_site);
  return (families + per_site - 1) / per_site;
}

}  // namespace samspil
