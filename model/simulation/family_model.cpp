#include "model/simulation/family_model.hpp"

#include <algorithm>

#include "model/inputs/law_of_rates.hpp"
#include "model/inputs/mechanisms.hpp"

namespace samspil {
namespace {

/// Identity of site i. It may be that of a family, since the two are never asked the same question.
constexpr Identity site_identity(std::uint64_t i) noexcept { return Identity{i + 1}; }

Int128 square(Ore value) noexcept { return static_cast<Int128>(value) * value; }

}  // namespace

ModelInputs model_inputs(const Scenario& scenario, const std::vector<Arm>& arms) {
  const Parameters in_force = in_law_of(scenario.parameters, scenario.catalogue.law.year);
  ModelInputs inputs{KernelTables{with_mechanisms(in_force, scenario.mechanisms)},
                     PayerRules{scenario.catalogue},
                     {},
                     {},
                     {}};
  for (const Arm& arm : arms) {
    const Strategy& strategy = strategy_of(scenario, arm.strategy);
    inputs.plans.push_back(arm_plan(scenario, strategy, arm.level, arm.variation));
    inputs.shared.push_back(strategy.levers.joint_financing.value);
  }
  inputs.groups = lane_groups(inputs.plans);
  return inputs;
}

FamilyModel::FamilyModel(const Scenario& scenario, const Pool& pool, const StratifiedDraw& draw,
                         std::uint64_t families, std::vector<Arm> arms,
                         std::uint32_t sites_per_block)
    : scenario_{scenario},
      drawn_{pool, draw, scenario.seed, families, scenario.years},
      arms_{std::move(arms)},
      families_per_site_{static_cast<std::uint32_t>(scenario.population.families_per_site)},
      sites_per_block_{sites_per_block} {
  inputs_.push_back(model_inputs(scenario, arms_));
  sites_per_draw_ = sites();
  for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
    without_effect_.push_back(arm_without_effect(arms_, arm));
  }
}

void FamilyModel::take_draws(std::uint32_t first_draw, std::uint32_t replicates,
                             std::vector<ModelInputs> inputs) {
  first_draw_ = first_draw;
  replicates_ = replicates;
  inputs_ = std::move(inputs);
}

void FamilyModel::form_cohorts(const CohortLayout& layout, std::uint64_t cohorts) noexcept {
  drawn_.cohorts = layout;
  drawn_.families = cohorts * layout.sites * layout.places_per_site;
  sites_per_draw_ = sites();
}

std::uint64_t FamilyModel::sites() const noexcept {
  return (drawn_.families + families_per_site_ - 1) / families_per_site_;
}

RunPlan FamilyModel::plan(std::uint32_t draws, const Execution& execution) const noexcept {
  return {.units = sites(),
          .units_per_block = sites_per_block_,
          .draws = draws,
          .arms = static_cast<std::uint32_t>(arms_.size()),
          .execution = execution};
}

FamilyModel::Scratch FamilyModel::make_scratch() const {
  const std::size_t families = std::size_t{families_per_site_} * sites_per_block_;
  const std::size_t rows = families * drawn_.most_rows();
  Scratch scratch;
  scratch.start.families.resize(families);
  scratch.start.people.resize(rows);
  scratch.start.teams.resize(sites_per_block_);
  scratch.start.posts.resize(families);
  scratch.costs.resize(arms_.size() * sites_per_block_);
  scratch.yearly.resize(scratch.costs.size() * cells().years);
  scratch.saved.resize(scratch.costs.size() * cells().count());
  scratch.alone = std::make_unique<LaneRoom<1>>();
  for (const LaneGroup& group : inputs_.front().groups) {
    const auto make_for = [&]<std::size_t L>(std::unique_ptr<LaneRoom<L>>& room) {
      if (group.width == L && !room) room = std::make_unique<LaneRoom<L>>();
    };
    std::apply([&](auto&... rooms) { (make_for(rooms), ...); }, scratch.together);
    scratch.site.fit(group, families_per_site_, families_per_site_ * drawn_.most_rows());
  }
  return scratch;
}

FamilyModel::Tally FamilyModel::make_tally() const {
  ArmCounts counts;
  counts.years.resize(static_cast<std::size_t>(scenario_.years));
  return {std::vector<ArmCounts>(arms_.size(), counts),
          std::vector<SiteSaving>(arms_.size() * cells().count())};
}

void FamilyModel::make_block(Scratch& scratch, std::uint64_t first_site,
                             std::uint32_t sites) const {
  scratch.sites = sites;
  scratch.first_site = first_site;
  std::fill(scratch.saved.begin(), scratch.saved.end(), Ore{0});
  const std::uint64_t first_number = drawn_.cohorts.families > 0 ? first_in_cohorts : 0;
  for (std::size_t site = 0; site < scratch.start.teams.size(); ++site) {
    scratch.start.teams[site] = Team{};
    scratch.start.teams[site].id = site_identity(first_number + first_site + site);
  }
  const std::size_t families = std::size_t{sites} * families_per_site_;
  const std::span<Family> places{scratch.start.families};
  drawn_.make(first_site * families_per_site_, places.first(families), scratch.start.people);
  std::fill(places.begin() + static_cast<std::ptrdiff_t>(families), places.end(), Family{});
}

bool FamilyModel::lives(const Scratch& scratch, std::uint32_t run,
                        std::uint32_t site) const noexcept {
  return rotation().lives(draw_of(run), scratch.first_site + site);
}

bool FamilyModel::lives_any(const Scratch& scratch, std::uint32_t run) const noexcept {
  for (std::uint32_t site = 0; site < scratch.sites; ++site) {
    if (lives(scratch, run, site)) return true;
  }
  return false;
}

std::span<Family> FamilyModel::families_of(Block& block, std::uint32_t site) const noexcept {
  return std::span<Family>{block.families}.subspan(std::size_t{site} * families_per_site_,
                                                   families_per_site_);
}

std::span<Post> FamilyModel::posts_of(Block& block, std::uint32_t site) const noexcept {
  return std::span<Post>{block.posts}.subspan(std::size_t{site} * families_per_site_,
                                              families_per_site_);
}

void FamilyModel::take_savings(Scratch& scratch, std::size_t arm, std::uint32_t site,
                               std::span<SiteSaving> sums) const noexcept {
  const SavingCells which = cells();
  const auto costs_of_arm = [&](std::size_t a) {
    return scratch.yearly.data() + (a * sites_per_block_ + site) * which.years;
  };
  const auto saving = [&](std::size_t a, std::size_t year, std::size_t budget) {
    return costs_of_arm(arms_[a].reference)[year][budget] - costs_of_arm(a)[year][budget];
  };
  Ore* before = scratch.saved.data() + (arm * sites_per_block_ + site) * which.count();
  const auto take = [&](std::size_t cell, Ore saved) {
    sums[cell] += {saved, square(saved), static_cast<Int128>(saved) * before[cell]};
    before[cell] += saved;
  };
  for (std::size_t budget = 0; budget < budget_count; ++budget) {
    Ore sum = 0, without_effect = 0;
    for (std::size_t year = 0; year < which.years; ++year) {
      const Ore own = saving(arm, year, budget);
      sum += own;
      without_effect += saving(without_effect_[arm], year, budget);
      take(which.in(static_cast<int>(year) + 1, budget), own);
      take(which.until(static_cast<int>(year) + 1, budget), sum);
    }
    take(which.beyond_no_effect(budget), sum - without_effect);
  }
}

void FamilyModel::finish_draw(Scratch& scratch, std::uint32_t draw, Tally& tally) const {
  for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
    const std::size_t reference = arms_[arm].reference * sites_per_block_;
    const std::span<SiteSaving> sums =
        std::span{tally.savings}.subspan(arm * cells().count(), cells().count());
    for (std::uint32_t site = 0; site < scratch.sites; ++site) {
      if (!lives(scratch, draw, site)) continue;
      take_savings(scratch, arm, site, sums);
      for (std::size_t purse = 0; purse < purse_count; ++purse) {
        const Ore base = scratch.costs[reference + site][purse];
        const Ore own = scratch.costs[arm * sites_per_block_ + site][purse];
        PairedMoments moments{base, square(base), own, square(own), base - own, square(base - own)};
        tally.arms[arm].moments[purse] += moments;
      }
    }
  }
}

}  // namespace samspil
