/// \file
/// The family-year on the engine: binds population, dynamics and costs. A unit is a site, the
/// families that share a team; sites are what is independent.
#pragma once

#include <memory>
#include <tuple>
#include <vector>

#include "model/costs/settlement.hpp"
#include "model/dynamics/family_year.hpp"
#include "model/engine/run_plan.hpp"
#include "model/families/drawn_families.hpp"
#include "model/population/draw.hpp"
#include "model/simulation/arm_lanes.hpp"
#include "model/simulation/plan.hpp"
#include "model/simulation/rotation.hpp"
#include "model/simulation/site_savings.hpp"

namespace samspil {

/// Everything of a scenario that the family-year reads, as the kernel reads it.
struct ModelInputs {
  KernelTables tables;
  PayerRules rules;
  std::vector<ArmPlan> plans;  ///< By arm.
  std::vector<double> shared;  ///< By arm: share of operation that other departments carry.
  std::vector<LaneGroup> groups;
};

ModelInputs model_inputs(const Scenario& scenario, const std::vector<Arm>& arms);

/// Who of a family used what in one year. All of it is what the family's year is priced by.
struct FamilyUse {
  std::array<ServiceUse, most_members> member;  ///< By row.
  ServiceUse together;                          ///< Nobody's alone, and what a strategy takes over.
  Settlements settlements{};                    ///< [øre]
};

/// Four sites of forty families: their people fit in a core's own cache.
inline constexpr std::uint32_t usual_sites_per_block = 4;

class FamilyModel {
 public:
  struct Tally {
    std::vector<ArmCounts> arms;
    std::vector<SiteSaving> savings;  ///< Arm, then cell as SavingCells counts.

    Tally& operator+=(const Tally& other) noexcept {
      for (std::size_t i = 0; i < arms.size(); ++i) arms[i] += other.arms[i];
      for (std::size_t i = 0; i < savings.size(); ++i) savings[i] += other.savings[i];
      return *this;
    }
    void visit_integers(auto&& visit) {
      for (ArmCounts& arm : arms) arm.visit_integers(visit);
      for (SiteSaving& saving : savings) saving.visit_integers(visit);
    }
  };

  /// All memory of a thread: a block of sites as it starts, an arm that is lived alone, and a site
  /// in all arms.
  struct Scratch {
    Block start;
    Block work;  ///< An arm that is lived alone, as its caller sets it.
    SiteRoom site;
    std::unique_ptr<LaneRoom<1>> alone;
    /// By width, made where groups need it.
    std::tuple<std::unique_ptr<LaneRoom<4>>, std::unique_ptr<LaneRoom<8>>,
               std::unique_ptr<LaneRoom<16>>>
        together;
    std::uint64_t first_site = 0;
    std::uint32_t sites = 0;
    std::vector<std::array<Ore, purse_count>> costs;  ///< Of arm × site over the horizon.
    std::vector<BudgetCosts> yearly;                  ///< Of arm × site × year.
    std::vector<Ore> saved;  ///< Of arm × site × cell, in the block's earlier runs.
    std::vector<FamilyUse>
        uses;  ///< Of the year at hand, by family of the block; empty: not asked.
  };

  /// Arms are compared with the one they name. Keeps references to `scenario`, `pool` and `draw`.
  FamilyModel(const Scenario& scenario, const Pool& pool, const StratifiedDraw& draw,
              std::uint64_t families, std::vector<Arm> arms,
              std::uint32_t sites_per_block = usual_sites_per_block);

  /// From now on the inputs differ between parameter draws: those of draw first_draw + i are
  /// inputs[i], and each draw has `replicates` runs, one after the other. Population, years and
  /// arms stay. Not to be called while the model is run.
  void take_draws(std::uint32_t first_draw, std::uint32_t replicates,
                  std::vector<ModelInputs> inputs);

  /// From now on a draw lives so many sites, others than the draw before. As take_draws().
  void rotate(std::uint64_t sites_per_draw) noexcept { sites_per_draw_ = sites_per_draw; }

  /// From now on families stand in so many cohorts, in sites of their own. As take_draws().
  void form_cohorts(const CohortLayout& layout, std::uint64_t cohorts) noexcept;

  const ModelInputs& inputs_of(RunKey run) const noexcept {
    return inputs_.size() == 1 ? inputs_.front() : inputs_[run.draw / replicates_ - first_draw_];
  }

  std::uint64_t sites() const noexcept;
  /// Which sites each draw lives, the same in all its runs and arms.
  Rotation rotation() const noexcept { return {sites(), sites_per_draw_}; }
  std::uint32_t draw_of(std::uint32_t run) const noexcept { return run / replicates_; }
  SavingCells cells() const noexcept { return {static_cast<std::size_t>(scenario_.years)}; }
  const std::vector<Arm>& arms() const noexcept { return arms_; }
  /// Every site in every arm, but for those that a draw does not live.
  RunPlan plan(std::uint32_t draws, const Execution& execution) const noexcept;

  Scratch make_scratch() const;
  Tally make_tally() const;
  void make_block(Scratch& scratch, std::uint64_t first_site, std::uint32_t sites) const;
  void run_draw(Scratch& scratch, std::uint32_t draw, Tally& tally) const;
  void finish_draw(Scratch& scratch, std::uint32_t draw, Tally& tally) const;

  /// Lives one site of the block, as it stands in scratch.work, in one arm alone through one year.
  void live_site_year(Scratch& scratch, std::uint32_t site, RunKey run, int year_number,
                      std::uint32_t arm, YearCounts& counts) const;

 private:
  /// A site in the arms of a group, in a year.
  struct GroupYear;

  /// Whether a run lives a site of the block, or any.
  bool lives(const Scratch& scratch, std::uint32_t run, std::uint32_t site) const noexcept;
  bool lives_any(const Scratch& scratch, std::uint32_t run) const noexcept;
  std::span<Family> families_of(Block& block, std::uint32_t site) const noexcept;
  std::span<Post> posts_of(Block& block, std::uint32_t site) const noexcept;
  template <std::size_t L>
  void live_group(Scratch& scratch, std::unique_ptr<LaneRoom<L>>& room, const LaneGroup& group,
                  RunKey run, Tally& tally) const;
  void move_in(Scratch& scratch, const LaneGroup& group, std::uint32_t site) const;
  template <std::size_t L>
  void live_year(Scratch& scratch, LaneRoom<L>& room, const GroupYear& at) const;
  template <std::size_t L>
  void set_hooks(LaneRoom<L>& room, const GroupYear& at, std::size_t i) const;
  template <std::size_t L>
  void live_family(Scratch& scratch, LaneRoom<L>& room, const GroupYear& at, std::size_t i) const;
  void finish_year(Scratch& scratch, const GroupYear& at, std::size_t position,
                   YearCounts& counts) const;
  void take_savings(Scratch& scratch, std::size_t arm, std::uint32_t site,
                    std::span<SiteSaving> sums) const noexcept;

  const Scenario& scenario_;
  DrawnFamilies drawn_;
  std::vector<Arm> arms_;
  std::vector<std::size_t> without_effect_;  ///< By arm: the same strategy's without effect.
  std::vector<ModelInputs> inputs_;          ///< One for all runs, or by draw of the chunk.
  std::uint32_t first_draw_ = 0;
  std::uint32_t replicates_ = 1;
  std::uint64_t sites_per_draw_ = 1;
  std::uint32_t families_per_site_;
  std::uint32_t sites_per_block_;
};

/// Adds who of a family was there this year, and on how many days: the same in every arm.
void count_presence(std::span<const Person> people, int year, YearCounts& counts) noexcept;

/// Adds what a family's people lived through this year in one arm.
void count_life_year(std::span<const Person> people, int year, YearCounts& counts) noexcept;

/// Adds a family's days in the strategy this year.
void count_enrolment_year(const Family& family, YearCounts& counts) noexcept;

/// Adds what a site's team lived through this year.
void count_team_year(const Team& team, YearCounts& counts) noexcept;

}  // namespace samspil
