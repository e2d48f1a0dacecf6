#include "model/appraisal/what_matters.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "model/appraisal/paired_error.hpp"
#include "model/appraisal/uncertainty.hpp"
#include "model/appraisal/value_of_information.hpp"
#include "model/inputs/drawn_inputs.hpp"
#include "model/simulation/trial.hpp"

namespace samspil {
namespace {

constexpr double low_share = 0.05, high_share = 0.95;

bool acts_in(const Input& input, std::size_t strategy) {
  if (input.reach != Reach::strategy) return true;
  const auto& of = input.strategies;
  return std::binary_search(of.begin(), of.end(), strategy);
}

struct RankedMatter {
  std::size_t input = 0;
  Matter matter;
};
/// By strategy.
using Rankings = std::vector<std::vector<RankedMatter>>;

/// Moves inputs one at a time on the same families.
class Mover {
 public:
  Mover(const Scenario& scenario, const MatterSearch& asked, const Execution& execution,
        const Progress& progress)
      : scenario_{scenario},
        asked_{asked},
        progress_{progress},
        trial_{scenario, execution, stage_of(progress, "population")},
        own_share_{trial_.own_share()} {}

  /// Of `which` of the inputs, in their order. The share `share` of the work, after `done`.
  Rankings move(const std::vector<Input>& inputs, const std::vector<std::size_t>& which,
                std::uint64_t families, double done, double share) const {
    Rankings rankings(scenario_.strategies.size());
    for (std::size_t n = 0; n < which.size(); ++n) {
      tell(done + share * static_cast<double>(n) / static_cast<double>(which.size()));
      const Input& input = inputs[which[n]];
      const Scenario low = with(input, low_share), high = with(input, high_share);
      if (input.reach == Reach::strategy && input.strategies.size() == 1) {
        const std::size_t only = input.strategies.front();
        const auto change = trial_.compare(low, high, families, only);
        rankings[only].push_back({which[n], matter_of(input, change.front(), families)});
        continue;
      }
      const auto change = trial_.compare(low, high, families);
      for (std::size_t s = 0; s < change.size(); ++s) {
        if (!acts_in(input, s)) continue;
        rankings[s].push_back({which[n], matter_of(input, change[s], families)});
      }
    }
    tell(done + share);
    return rankings;
  }

  /// By strategy, nothing moved.
  std::vector<NetResults> unmoved(std::uint64_t families) const {
    std::vector<NetResults> nets;
    for (const SavingChange& change : trial_.compare(scenario_, scenario_, families)) {
      nets.push_back(net_of(change, &PairedMoments::base, families));
    }
    return nets;
  }

 private:
  void tell(double done) const {
    if (progress_) progress_(done, "what_matters");
  }
  Scenario with(const Input& input, double u) const {
    Scenario moved = scenario_;
    input.set(moved, drawn_quantile(input, u));
    return moved;
  }
  double scale_of(std::uint64_t families) const {
    return own_share_ * static_cast<double>(simulated_families(scenario_)) /
           static_cast<double>(families);
  }
  NetResults net_of(const SavingChange& change, Int128 PairedMoments::*side,
                    std::uint64_t families) const {
    NetResults net{};
    for (std::size_t p = 0; p < purse_count; ++p) {
      net[p] = scale_of(families) * as_kroner(static_cast<Ore>(change[p].*side));
    }
    return net;
  }
  Matter matter_of(const Input& input, const SavingChange& change, std::uint64_t families) const {
    const PairedMoments& moments = change[index_of(asked_.purse)];
    Matter matter;
    matter.name = input.name;
    matter.unit = input.quantity.unit;
    matter.value = input.quantity.value;
    matter.p05 = drawn_quantile(input, low_share);
    matter.p95 = drawn_quantile(input, high_share);
    matter.net_p05 = net_of(change, &PairedMoments::base, families);
    matter.net_p95 = net_of(change, &PairedMoments::arm, families);
    matter.change = scale_of(families) * as_kroner(static_cast<Ore>(moments.saving));
    if (const auto error = pooled_error(moments, trial_.sites_of(families), 1).standard_error) {
      matter.standard_error = scale_of(families) * *error;
    }
    return matter;
  }

  const Scenario& scenario_;
  const MatterSearch& asked_;
  const Progress& progress_;
  Trial trial_;
  double own_share_;
};

/// Largest change first; equal changes in the order of the inputs.
void sort_by_change(Rankings& rankings) {
  for (auto& ranking : rankings) {
    std::stable_sort(ranking.begin(), ranking.end(), [](const auto& a, const auto& b) {
      return std::fabs(a.matter.change) > std::fabs(b.matter.change);
    });
  }
}

/// The first `most` of every strategy, each once.
std::vector<std::size_t> foremost_of(const Rankings& rankings, std::size_t most) {
  std::set<std::size_t> foremost;
  for (const auto& ranking : rankings) {
    for (std::size_t i = 0; i < std::min(most, ranking.size()); ++i) {
      foremost.insert(ranking[i].input);
    }
  }
  return {foremost.begin(), foremost.end()};
}

std::size_t centre_arm(const RunResult& result, std::size_t strategy) {
  for (std::size_t arm = 1; arm < result.arms.size(); ++arm) {
    const Arm& own = result.arms[arm];
    if (own.strategy == strategy + 1 && own.level == EffectLevel::centre) return arm;
  }
  throw std::logic_error{"draws of other strategies"};
}

/// By strategy and input: the larger of the rank correlations with the municipality's and the
/// public net result; nought of what varies with neither, or acts in no arm of the strategy.
std::vector<std::vector<double>> correlations(const RunResult& draws,
                                              const std::vector<Input>& inputs,
                                              std::size_t strategies) {
  std::vector<std::vector<double>> all(strategies, std::vector<double>(inputs.size()));
  for (std::size_t s = 0; s < strategies; ++s) {
    const auto savings = expected_savings(draws, centre_arm(draws, s));
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (!acts_in(inputs[i], s)) continue;
      std::vector<double> values;
      for (const auto& draw : draws.drawn_values) values.push_back(draw[i]);
      for (const Purse purse : {Purse::municipality, Purse::all_public}) {
        const auto found = rank_correlation(values, savings[index_of(purse)]);
        if (found) all[s][i] = std::max(all[s][i], std::fabs(found->value));
      }
    }
  }
  return all;
}

/// Of each strategy the inputs that its draws follow most, each once.
std::vector<std::size_t> followed_by(const RunResult& draws, const std::vector<Input>& inputs,
                                     std::size_t strategies, std::size_t most) {
  Rankings rankings;
  for (const auto& own : correlations(draws, inputs, strategies)) {
    auto& ranking = rankings.emplace_back();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (own[i] > 0) ranking.push_back({i, {}});
    }
    std::stable_sort(ranking.begin(), ranking.end(),
                     [&](const auto& a, const auto& b) { return own[a.input] > own[b.input]; });
  }
  return foremost_of(rankings, most);
}

/// All that act in the years and can move; with draws what was drawn. Counts those that only make
/// the starting families.
std::vector<Input> searched_inputs(const Scenario& scenario, const RunResult* draws,
                                   std::size_t& population_only) {
  std::vector<Input> all = input_list(scenario);
  std::erase_if(all, [](const Input& input) { return !input.can_move(); });
  population_only = static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [](const Input& own) { return own.reach == Reach::population; }));
  if (draws == nullptr) {
    std::erase_if(all, [](const Input& input) { return !acts_in_years(input.reach); });
    return all;
  }
  const DrawnInputs drawn{scenario};
  if (drawn.names() != draws->drawn_names) throw std::logic_error{"draws of other inputs"};
  return drawn.inputs();
}

std::vector<std::size_t> all_of(std::size_t count) {
  std::vector<std::size_t> all(count);
  for (std::size_t i = 0; i < count; ++i) all[i] = i;
  return all;
}

}  // namespace

WhatMatters find_what_matters(const Scenario& scenario, const MatterSearch& search,
                              const Execution& execution, const Progress& progress,
                              const RunResult* draws) {
  const std::uint64_t families = simulated_families(scenario);
  const std::size_t strategies = scenario.strategies.size();
  WhatMatters found;
  const std::vector<Input> inputs = searched_inputs(scenario, draws, found.population_only);
  found.by_draws = draws != nullptr;
  found.screened_families = draws ? 0 : std::min(families, search.screened_families);
  found.compared_families = std::min(families, search.compared_families);
  found.compared_inputs = search.compared_inputs;
  found.searched = inputs.size();
  for (std::size_t s = 0; s < strategies; ++s) found.strategies.push_back({s, {}, {}});
  if (strategies == 0) return found;
  const Mover mover{scenario, search, execution, progress};
  const double screening = draws ? 0 : 0.6;
  std::vector<std::size_t> foremost;
  if (draws) {
    foremost = followed_by(*draws, inputs, strategies, search.compared_inputs);
  } else {
    Rankings screened =
        mover.move(inputs, all_of(inputs.size()), found.screened_families, 0, screening);
    sort_by_change(screened);
    foremost = foremost_of(screened, search.compared_inputs);
  }
  Rankings compared =
      mover.move(inputs, foremost, found.compared_families, screening, 1 - screening);
  sort_by_change(compared);
  const auto nets = mover.unmoved(found.compared_families);
  for (std::size_t s = 0; s < strategies; ++s) {
    StrategyMatters& own = found.strategies[s];
    own.net = nets[s];
    for (const RankedMatter& ranked : compared[s]) {
      if (own.matters.size() == search.named_inputs) break;
      if (ranked.matter.change != 0) own.matters.push_back(ranked.matter);
    }
  }
  return found;
}

std::vector<std::vector<Matter>> tornado_bars(const Scenario& scenario,
                                              const std::vector<Input>& inputs,
                                              const MatterSearch& search,
                                              const Execution& execution) {
  const Progress silent;
  const Mover mover{scenario, search, execution, silent};
  const std::uint64_t families = std::min(simulated_families(scenario), search.compared_families);
  std::vector<std::vector<Matter>> bars;
  for (const auto& ranking : mover.move(inputs, all_of(inputs.size()), families, 0, 1)) {
    auto& own = bars.emplace_back();
    for (const RankedMatter& ranked : ranking) own.push_back(ranked.matter);
  }
  return bars;
}

}  // namespace samspil
