#include "model/simulation/cohorts.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "model/engine/engine.hpp"
#include "model/inputs/drawn_inputs.hpp"
#include "model/simulation/common_terms.hpp"
#include "model/simulation/family_model.hpp"
#include "model/simulation/own_ground.hpp"
#include "model/simulation/replicates.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr std::uint64_t most_families_lived = 600;  // of a cohort
constexpr std::uint64_t usual_families = 240'000;   // of all cohorts
constexpr std::uint64_t fewest_cohorts = 400, most_cohorts = 4'000;
constexpr std::uint32_t most_cohort_draws = 200;
constexpr std::uint64_t most_cohort_bytes = std::uint64_t{1} << 26U;

/// The sites of cohorts on the engine: a unit is a site of a draw's cohorts, of which each draw
/// has others.
class CohortModel {
 public:
  struct Tally {
    std::vector<Ore> costs;  ///< Cohort of the draw, arm, year, budget.

    Tally& operator+=(const Tally& other) noexcept {
      for (std::size_t i = 0; i < costs.size(); ++i) costs[i] += other.costs[i];
      return *this;
    }
    void visit_integers(auto&& visit) {
      for (Ore& cost : costs) visit(cost);
    }
  };
  struct Scratch {
    FamilyModel::Scratch block;
    FamilyModel::Tally counts;  ///< Not asked for.
    std::uint64_t first = 0;    ///< Site, among those of a draw.
    std::uint32_t sites = 0;
  };

  CohortModel(const Scenario& scenario, const Pool& pool, const StratifiedDraw& draw,
              std::vector<Arm> arms, const CohortPlan& plan)
      : plan_{plan},
        years_{static_cast<std::size_t>(scenario.years)},
        families_{scenario, pool, draw, plan.lived, std::move(arms)} {
    const auto places = static_cast<std::uint64_t>(scenario.population.families_per_site);
    families_.form_cohorts(plan.layout(places), plan.cohorts());
    families_.rotate(sites_per_draw());
  }

  FamilyModel& families() noexcept { return families_; }
  const std::vector<Arm>& arms() const noexcept { return families_.arms(); }

  RunPlan run_plan(const Execution& execution) const noexcept {
    RunPlan plan = families_.plan(plan_.draws, execution);
    plan.units = sites_per_draw();
    plan.draws_per_chunk = draws_at_once;
    return plan;
  }

  Scratch make_scratch() const { return {families_.make_scratch(), families_.make_tally(), 0, 0}; }
  Tally make_tally() const {
    return {std::vector<Ore>(plan_.per_draw * arms().size() * years_ * budget_count)};
  }
  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t sites) const {
    scratch.first = first;
    scratch.sites = sites;
  }
  void run_draw(Scratch& scratch, std::uint32_t draw, Tally& /*tally*/) const {
    families_.make_block(scratch.block, draw * sites_per_draw() + scratch.first, scratch.sites);
    families_.run_draw(scratch.block, draw, scratch.counts);
  }
  void finish_draw(Scratch& scratch, std::uint32_t /*draw*/, Tally& tally) const {
    for (std::uint32_t site = 0; site < scratch.sites; ++site) {
      const std::uint64_t cohort = (scratch.first + site) / plan_.sites;
      for (std::size_t arm = 0; arm < arms().size(); ++arm) {
        const BudgetCosts* by_year =
            scratch.block.yearly.data() + (arm * usual_sites_per_block + site) * years_;
        Ore* sums = tally.costs.data() + (cohort * arms().size() + arm) * years_ * budget_count;
        for (std::size_t year = 0; year < years_; ++year) {
          for (const Ore cost : by_year[year]) *sums++ += cost;
        }
      }
    }
  }

 private:
  static constexpr std::uint32_t draws_at_once = 8;  // each thread holds their tallies

  std::uint64_t sites_per_draw() const noexcept { return plan_.per_draw * plan_.sites; }

  CohortPlan plan_;
  std::size_t years_;
  FamilyModel families_;
};

/// Takes the cohorts as they are done, and gives the model the inputs of its draws.
class CohortDraws {
 public:
  CohortDraws(const Scenario& described, const std::vector<EnrolledShare>& enrolment,
              CohortModel& model, int threads)
      : enrolment_{enrolment}, model_{model}, threads_{threads} {
    if (described.draws > 1) inputs_.emplace(described);
  }

  void before_chunk(std::uint32_t first_draw, std::uint32_t draws) {
    if (!inputs_) return;
    std::vector<std::optional<ModelInputs>> made(draws);
    for_each_replicate(draws, threads_, [&](std::uint32_t i) {
      const Scenario drawn = inputs_->with(inputs_->values(first_draw + i));
      made[i] = model_inputs(with_enrolment(drawn, enrolment_), model_.arms());
    });
    std::vector<ModelInputs> chunk;
    for (auto& one : made) chunk.push_back(std::move(*one));
    model_.families().take_draws(first_draw, 1, std::move(chunk));
  }
  void take(std::uint32_t /*first_draw*/, std::span<const CohortModel::Tally> draws) {
    for (const auto& draw : draws)
      costs_.insert(costs_.end(), draw.costs.begin(), draw.costs.end());
  }

  std::vector<Ore> take_costs() noexcept { return std::move(costs_); }

 private:
  const std::vector<EnrolledShare>& enrolment_;
  CohortModel& model_;
  int threads_;
  std::optional<DrawnInputs> inputs_;  ///< Where there is more than one draw.
  std::vector<Ore> costs_;
};

std::vector<Arm> cohort_arms(const Scenario& scenario) {
  return arms_of(scenario, {EffectLevel::none, EffectLevel::centre});
}

/// Each a cohort of its own, in the baseline.
std::vector<BudgetCosts> live_single_families(const Scenario& scenario, const Pool& pool,
                                              const StratifiedDraw& draw,
                                              const Execution& execution) {
  const CohortPlan plan{1, 1, 1, 1, single_family_count};
  CohortModel model{scenario, pool, draw, {Arm{}}, plan};
  const std::vector<Ore> costs = run_sum(model, model.run_plan(execution)).costs;
  std::vector<BudgetCosts> families(single_family_count);
  const std::size_t cells = costs.size() / single_family_count;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    families[i / cells][i % budget_count] += costs[i];
  }
  return families;
}

}  // namespace

std::uint64_t families_of_cohort(const Scenario& scenario, const Pool& pool) {
  const CohortSize asked = scenario.cohort.value_or(CohortSize{1, 0});
  if (asked.families > 0) return asked.families;
  const std::uint64_t all = simulated_families(scenario);
  const PopulationFit fit =
      fit_of(pool, scenario.population, stratified_draw(pool, scenario.population),
             {scenario.seed, 0}, all);
  if (asked.parents > fit.target_adults) {
    throw InputError{Problem{scenario.file,
                             0,
                             "cohort",
                             {"fault.cohort_parents", asked.parents, fit.target_adults},
                             {"remedy.at_most", fit.target_adults}}};
  }
  const double each = static_cast<double>(fit.target_adults) / static_cast<double>(fit.families);
  const auto families = static_cast<std::uint64_t>(std::llround(asked.parents / each));
  return std::clamp<std::uint64_t>(families, 1, all);
}

CohortPlan cohort_plan(const Scenario& scenario, std::uint64_t families) {
  const std::size_t arms = cohort_arms(scenario).size();
  const auto places = static_cast<std::uint64_t>(scenario.population.families_per_site);
  CohortPlan plan;
  plan.families = families;
  plan.lived = std::min(families, most_families_lived);
  plan.sites = (plan.lived + places - 1) / places;
  const std::uint64_t bytes =
      arms * static_cast<std::uint64_t>(scenario.years) * budget_count * sizeof(Ore);
  const std::uint64_t fit = most_cohort_bytes / bytes;
  if (fit < fewest_cohorts) {
    throw InputError{Problem{scenario.file,
                             0,
                             "cohort",
                             {"fault.cohort_memory", arms, scenario.years},
                             {"remedy.cohort_memory"}}};
  }
  const std::uint64_t cohorts =
      std::min(fit, std::clamp(usual_families / plan.lived, fewest_cohorts, most_cohorts));
  plan.draws = std::min(scenario.draws, most_cohort_draws);
  plan.per_draw = static_cast<std::uint32_t>(
      std::max<std::uint64_t>(2, (cohorts + plan.draws - 1) / plan.draws));
  return plan;
}

CohortRuns run_cohorts(const Scenario& described, const Pool& pool, const CohortPlan& plan,
                       const Execution& execution, const Progress& progress) {
  const StratifiedDraw draw = stratified_draw(pool, described.population);
  const CommonTerms common = on_common_terms(with_own_enrolment(described, pool, draw),
                                             programme_cost_on(pool, draw, execution));
  CohortRuns runs;
  runs.plan = plan;
  runs.years = static_cast<std::size_t>(described.years);
  CohortModel model{common.scenario, pool, draw, cohort_arms(described), plan};
  CohortDraws draws{described, common.enrolment, model, execution.threads};
  run_into(model, model.run_plan(execution), draws, stage_of(progress, "cohorts"));
  runs.arms = model.arms();
  runs.costs = draws.take_costs();
  runs.single_families = live_single_families(common.scenario, pool, draw, execution);
  return runs;
}

}  // namespace samspil
