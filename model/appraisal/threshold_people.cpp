#include "model/appraisal/threshold_people.hpp"

#include <algorithm>

#include "model/appraisal/count_change.hpp"
#include "model/appraisal/mean_error.hpp"
#include "model/appraisal/placement_year.hpp"
#include "model/core/calendar.hpp"
#include "model/core/statistics.hpp"
#include "model/simulation/common_terms.hpp"

namespace samspil {
namespace {

constexpr auto own = index_of(Purse::municipality);

/// What the effort costs the municipality where it has no effect [kr.].
double cost_without_effect(const Report& report, const StrategyAppraisal& appraised) {
  const std::size_t arm = appraised.at(EffectLevel::none).arm;
  return 0.0 - mean_of(savings_by_draw(report.result, arm, own));
}

/// Children placed, in whole years; parents in work.
Count count_of_change(ThresholdChange change) {
  if (change == ThresholdChange::more_in_work) return count_of(Outcome::parents_in_work);
  return [](const YearCounts& year) {
    return count_of(Outcome::placement_days)(year) / days_per_year;
  };
}

double mean_parents(const Report& report, std::size_t arm) {
  return count_change(report.result, arm, count_of(Outcome::parents)).mean_baseline;
}

/// A strategy whose only effects are these on getting and keeping a job.
Strategy with_work_alone(Strategy strategy) {
  constexpr double entry = 4, loss = 0.25;
  strategy.effects.clear();
  for (const auto& [hook, ratio] : {std::pair{Hook::job_entry, entry}, {Hook::job_loss, loss}}) {
    Effect& effect = strategy.effects.emplace_back();
    effect.hook = hook;
    effect.channel = Channel::effort;
    effect.centre = effect.weak = effect.strong = effect.low = effect.high = ratio;
  }
  return strategy;
}

}  // namespace

std::optional<double> worth_of_work(const Scenario& scenario, const Ground& ground,
                                    const Execution& execution, std::size_t strategy,
                                    std::uint64_t sites) {
  Scenario working = at_values(scenario);
  working.strategies = {with_work_alone(working.strategies[strategy])};
  const std::vector<Arm> all = arms_of(working, {EffectLevel::none, EffectLevel::centre});
  const Ground same_families{working, execution, Progress{}, &ground.pool};
  const RunResult lived = run_arms(working, same_families, all, execution, {}, sites);
  const std::size_t centre = all.size() - 1, none = arm_without_effect(all, centre);
  const auto in_work = [&](std::size_t arm) {
    return count_change(lived, arm, count_of(Outcome::parents_in_work)).mean_strategy;
  };
  const double years = (in_work(centre) - in_work(none)) * working.years;
  if (years <= 0) return std::nullopt;
  return (mean_of(savings_by_draw(lived, centre, own)) -
          mean_of(savings_by_draw(lived, none, own))) /
         years;
}

std::optional<ThresholdPeople> threshold_people(const Report& report,
                                                const StrategyAppraisal& appraised,
                                                ThresholdChange change,
                                                std::optional<double> worth_of_work) {
  ThresholdPeople people;
  const bool is_work = change == ThresholdChange::more_in_work;
  const double sign = is_work ? 1 : -1;
  for (std::size_t level = 0; level < people.moved.size(); ++level) {
    const std::size_t arm = appraised.at(static_cast<EffectLevel>(level)).arm;
    const CountChange moved = count_change(report.result, arm, count_of_change(change));
    people.moved[level] = sign * moved.mean_change;
    people.of = is_work ? mean_parents(report, arm) - moved.mean_baseline : moved.mean_baseline;
  }
  if (is_work) {
    if (!worth_of_work) return std::nullopt;
    people.worth = *worth_of_work;
  } else {
    people.worth = one_more_placement(report.result, report.scenario.catalogue).mean.municipality;
  }
  if (people.worth > 0) {
    people.needed = std::max(0.0, cost_without_effect(report, appraised)) / people.worth /
                    report.appraisal.years;
  }
  return people;
}

}  // namespace samspil
