#include "model/appraisal/what_matters.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "model/appraisal/paired_error.hpp"
#include "model/simulation/trial.hpp"

namespace samspil {
namespace {

class Search {
 public:
  Search(const Scenario& scenario, const MatterSearch& asked, const Execution& execution,
         const Progress& progress)
      : scenario_{scenario}, asked_{asked}, progress_{progress}, trial_{trial_of(execution)} {
    const std::uint64_t all = simulated_families(scenario);
    found_.screened_families = std::min(all, asked.screened_families);
    found_.compared_families = std::min(all, asked.compared_families);
    found_.compared_inputs = asked.compared_inputs;
    for (std::size_t i = 0; i < scenario.strategies.size(); ++i)
      found_.strategies.push_back({i, {}});
    for (Input& input : input_list(scenario)) {
      if (input.quantity.grade != Grade::assumed || !input.can_move()) continue;
      if (acts_in_years(input.reach)) {
        inputs_.push_back(std::move(input));
      } else if (input.reach == Reach::population) {
        ++found_.population_only;
      }
    }
    found_.searched = inputs_.size();
  }

  WhatMatters run() {
    if (found_.strategies.empty()) return found_;
    std::vector<std::size_t> everything(inputs_.size());
    for (std::size_t i = 0; i < everything.size(); ++i) everything[i] = i;
    const auto screened = matters_of(everything, found_.screened_families, 0, 0.6);
    std::set<std::size_t> foremost;
    for (const Ranking& ranking : screened) {
      for (std::size_t i = 0; i < std::min(asked_.compared_inputs, ranking.size()); ++i) {
        foremost.insert(ranking[i].input);
      }
    }
    const auto compared =
        matters_of({foremost.begin(), foremost.end()}, found_.compared_families, 0.6, 0.4);
    for (std::size_t s = 0; s < compared.size(); ++s) {
      for (const Ranked& ranked : compared[s]) {
        if (found_.strategies[s].matters.size() == asked_.named_inputs) break;
        if (ranked.matter.change != 0) found_.strategies[s].matters.push_back(ranked.matter);
      }
    }
    return found_;
  }

 private:
  struct Ranked {
    std::size_t input = 0;
    Matter matter;
  };
  using Ranking = std::vector<Ranked>;

  Trial trial_of(const Execution& execution) const {
    ShareDone share_done;
    if (progress_) share_done = [this](double share) { progress_(share, "population"); };
    return {scenario_, execution, share_done};
  }

  Matter matter_of(const Input& input, const SavingChange& change, std::uint64_t families) const {
    const PairedMoments& moments = change[index_of(asked_.purse)];
    const double scale =
        static_cast<double>(simulated_families(scenario_)) / static_cast<double>(families);
    Matter matter{input.name, input.quantity.low, input.quantity.high, 0, std::nullopt};
    matter.change = scale * as_kroner(static_cast<Ore>(moments.saving));
    if (const auto error = pooled_error(moments, trial_.sites_of(families), 1).standard_error) {
      matter.standard_error = scale * *error;
    }
    return matter;
  }

  /// By strategy, largest change first; equal changes in the order of the inputs.
  std::vector<Ranking> matters_of(const std::vector<std::size_t>& which, std::uint64_t families,
                                  double done, double share) const {
    std::vector<Ranking> rankings(found_.strategies.size());
    for (std::size_t n = 0; n < which.size(); ++n) {
      if (progress_) {
        progress_(done + share * static_cast<double>(n) / static_cast<double>(which.size()),
                  "what_matters");
      }
      const Input& input = inputs_[which[n]];
      Scenario low = scenario_, high = scenario_;
      input.set(low, input.quantity.low);
      input.set(high, input.quantity.high);
      const bool is_of_some = input.reach == Reach::strategy;
      if (is_of_some && input.strategies.size() == 1) {
        const std::size_t only = input.strategies.front();
        const auto change = trial_.compare(low, high, families, only);
        rankings[only].push_back({which[n], matter_of(input, change.front(), families)});
        continue;
      }
      const auto change = trial_.compare(low, high, families);
      for (std::size_t s = 0; s < change.size(); ++s) {
        if (is_of_some && !std::binary_search(input.strategies.begin(), input.strategies.end(), s))
          continue;
        rankings[s].push_back({which[n], matter_of(input, change[s], families)});
      }
    }
    if (progress_) progress_(done + share, "what_matters");
    for (Ranking& ranking : rankings) {
      std::stable_sort(ranking.begin(), ranking.end(), [](const Ranked& a, const Ranked& b) {
        return std::fabs(a.matter.change) > std::fabs(b.matter.change);
      });
    }
    return rankings;
  }

  const Scenario& scenario_;
  const MatterSearch& asked_;
  const Progress& progress_;
  Trial trial_;
  std::vector<Input> inputs_;
  WhatMatters found_;
};

}  // namespace

WhatMatters find_what_matters(const Scenario& scenario, const MatterSearch& search,
                              const Execution& execution, const Progress& progress) {
  return Search{scenario, search, execution, progress}.run();
}

}  // namespace samspil
