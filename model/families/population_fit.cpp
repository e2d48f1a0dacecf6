#include "model/families/population_fit.hpp"

#include <algorithm>
#include <array>

#include "model/core/statistics.hpp"
#include "model/families/pool.hpp"

namespace samspil {
namespace {

double share(std::int64_t numerator, std::int64_t denominator) noexcept {
  return denominator == 0 ? 0.0 : static_cast<double>(numerator) / static_cast<double>(denominator);
}

}  // namespace

PopulationFit fit_of(const Pool& pool, const PopulationSpec& spec, const StratifiedDraw& draw,
                     RunKey run, std::uint64_t families) {
  PopulationFit fit;
  fit.candidates = pool.candidates;
  fit.is_own = spec.own_frailty.has_value();
  fit.accepted = pool.families.size();
  fit.families = families;
  std::vector<std::uint64_t> times(pool.families.size());
  for (std::uint64_t i = 0; i < families; ++i) ++times[draw.member({run.seed, 0}, i)];

  std::array<Int128, 4> costs{};
  for (std::size_t k = 0; k < pool.families.size(); ++k) {
    fit.persons += times[k] * pool.families[k].state.members;
    fit.target_children += times[k] * static_cast<std::uint64_t>(pool.profiles[k].target_children);
    fit.target_adults += times[k] * static_cast<std::uint64_t>(pool.profiles[k].target_adults);
    const CostOfYear0& cost = pool.cost[k];
    const std::array<Ore, 4> parts{cost.target_children, cost.target_parents, cost.other_members,
                                   cost.school};
    for (std::size_t i = 0; i < parts.size(); ++i) {
      costs[i] += static_cast<Int128>(times[k]) * parts[i];
    }
  }
  fit.effective_sample_size = effective_number(pool.weights);
  fit.largest_weight = std::ranges::max(pool.weights) / mean_of(pool.weights);
  const auto kroner_per = [&](std::size_t part, std::uint64_t count) {
    return count == 0 ? 0.0 : static_cast<double>(costs[part]) / 100.0 / static_cast<double>(count);
  };
  fit.municipal_cost_per_target_child = kroner_per(0, fit.target_children);
  fit.municipal_cost_per_target_parent = kroner_per(1, fit.target_adults);
  fit.municipal_cost_of_others_per_family = kroner_per(2, families);
  fit.school_cost_per_target_child = kroner_per(3, fit.target_children);

  for (const Margin& margin : spec.margins) {
    const std::size_t j = indicator_of(margin);
    double numerator = 0, denominator = 0;
    std::int64_t drawn_numerator = 0, drawn_denominator = 0;
    for (std::size_t k = 0; k < pool.families.size(); ++k) {
      const SharePart& part = pool.profiles[k].parts[j];
      numerator += pool.weights[k] * part.numerator;
      denominator += pool.weights[k] * part.denominator;
      drawn_numerator += static_cast<std::int64_t>(times[k]) * part.numerator;
      drawn_denominator += static_cast<std::int64_t>(times[k]) * part.denominator;
    }
    fit.margins.push_back({margin.name, margin.target.value,
                           denominator > 0 ? numerator / denominator : 0.0,
                           share(drawn_numerator, drawn_denominator), margin.tolerance,
                           margin.fitted, margin.target.unit});
  }
  return fit;
}

PopulationFit fit_population(const Scenario& scenario, const Execution& execution,
                             const ShareDone& share_done) {
  const Pool pool = make_pool(scenario, execution, share_done);
  const StratifiedDraw draw = stratified_draw(pool, scenario.population);
  return fit_of(pool, scenario.population, draw, {scenario.seed, 0}, simulated_families(scenario));
}

}  // namespace samspil
