#include "model/appraisal/break_even.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "model/appraisal/count_change.hpp"
#include "model/appraisal/mean_error.hpp"
#include "model/appraisal/uncertainty.hpp"
#include "model/core/calendar.hpp"
#include "model/core/statistics.hpp"
#include "model/inputs/run_size.hpp"
#include "model/simulation/common_terms.hpp"
#include "model/simulation/varied_arms.hpp"

namespace samspil {
namespace {

Variation variation_of(Axis axis, double multiplier) noexcept {
  switch (axis) {
    case Axis::effects:
      return {.effects = multiplier};
    case Axis::work:
      return {.effects = multiplier, .group = EffectGroup::work};
    case Axis::placement:
      return {.effects = multiplier, .group = EffectGroup::placement};
    case Axis::caseload:
      return {.caseload = multiplier};
    case Axis::duration:
      return {.duration = multiplier};
  }
  return {};
}

/// The level of effect that an arm so varied is; its arm stands before the varied ones.
std::optional<EffectLevel> level_of(const Variation& variation) noexcept {
  if (variation.effects == 0) return EffectLevel::none;
  if (variation == Variation{}) return EffectLevel::centre;
  return std::nullopt;
}

/// An arm of some result.
struct Lived {
  const RunResult* result = nullptr;
  std::size_t arm = 0;
};

Lived level_arm(const RunResult& result, std::size_t strategy, EffectLevel level) {
  for (std::size_t arm = 1; arm < result.arms.size(); ++arm) {
    const Arm& one = result.arms[arm];
    if (one.strategy == strategy + 1 && one.level == level) return {&result, arm};
  }
  throw std::logic_error{"a run lacks a level of effect"};
}

std::optional<std::size_t> varied_arm(const std::vector<Arm>& arms, std::size_t strategy,
                                      const Variation& variation) {
  for (std::size_t arm = 1; arm < arms.size(); ++arm) {
    if (arms[arm].strategy == strategy + 1 && arms[arm].variation == variation) return arm;
  }
  return std::nullopt;
}

/// The arm of a strategy so varied: of `usual` where it is one of its levels, else of `varied`.
Lived arm_of(const RunResult& usual, const RunResult& varied, std::size_t strategy,
             const Variation& variation) {
  if (const auto level = level_of(variation)) return level_arm(usual, strategy, *level);
  const auto arm = varied_arm(varied.arms, strategy, variation);
  if (!arm) throw std::logic_error{"a run lacks a varied arm"};
  return {&varied, *arm};
}

double net_of(const Lived& lived, std::size_t budget) {
  return mean_of(savings_by_draw(*lived.result, lived.arm, budget));
}

double sum_of(const std::vector<double>& years) noexcept {
  double sum = 0;
  for (const double year : years) sum += year;
  return sum;
}

/// Nothing where nobody is enrolled.
std::optional<PeopleMoved> people_of(const Lived& lived) {
  const auto change = [&](Outcome outcome) {
    return count_change(*lived.result, lived.arm, count_of(outcome)).per_100_enrolled;
  };
  const std::vector<double> in_work = change(Outcome::parents_in_work);
  if (in_work.empty()) return std::nullopt;
  return PeopleMoved{sum_of(in_work),
                     0.0 - sum_of(change(Outcome::placement_days)) / days_per_year};
}

/// Parents in work per 100 enrolled in one year beyond the reference; nothing where nobody is.
std::optional<double> expected_of(const Lived& lived, int year) {
  const auto by_year =
      count_change(*lived.result, lived.arm, count_of(Outcome::parents_in_work)).per_100_enrolled;
  if (by_year.empty()) return std::nullopt;
  return by_year[static_cast<std::size_t>(year) - 1];
}

BreakEvenCurve curve_of(Axis axis, const RunResult& usual, const RunResult& varied,
                        std::size_t strategy) {
  BreakEvenCurve curve{multipliers_of(axis), {}, {}, {}};
  for (const double multiplier : curve.at) {
    const Lived lived = arm_of(usual, varied, strategy, variation_of(axis, multiplier));
    for (std::size_t budget = 0; budget < budget_count; ++budget) {
      curve.net[budget].push_back(net_of(lived, budget));
    }
    if (const auto people = people_of(lived)) curve.people.push_back(*people);
  }
  for (std::size_t budget = 0; budget < budget_count; ++budget) {
    curve.roots[budget] = root_of(curve.at, curve.net[budget]);
  }
  if (curve.people.size() < curve.at.size()) curve.people.clear();
  return curve;
}

std::vector<std::optional<DrawnRoots>> drawn_of(const RunResult& usual, const RunResult& varied,
                                                std::size_t strategy) {
  std::vector<double> at{0, 1};
  at.insert(at.end(), multipliers_of_draws.begin(), multipliers_of_draws.end());
  std::vector<std::optional<DrawnRoots>> all;
  for (std::size_t budget = 0; budget < budget_count; ++budget) {
    std::vector<std::vector<double>> values;
    for (const double multiplier : at) {
      const Lived lived = arm_of(usual, varied, strategy, variation_of(Axis::effects, multiplier));
      values.push_back(expected_saving(*lived.result, lived.arm, budget));
    }
    const bool moves = std::any_of(values.begin(), values.end(), [](const auto& draws) {
      return std::any_of(draws.begin(), draws.end(), [](double saved) { return saved != 0; });
    });
    all.push_back(moves ? std::optional{drawn_roots(at, values)} : std::nullopt);
  }
  return all;
}

ExpectedEffect expected_effect(const Expectation& expect, const RunResult& usual,
                               const RunResult& varied, std::size_t strategy) {
  ExpectedEffect effect;
  const std::vector<double> at = multipliers_of(Axis::effects);
  std::vector<double> beyond;
  for (const double multiplier : at) {
    const auto reached = expected_of(
        arm_of(usual, varied, strategy, variation_of(Axis::effects, multiplier)), expect.year);
    if (!reached) return effect;
    effect.reached.push_back(*reached);
    beyond.push_back(*reached - expect.parents_in_work_per_100);
  }
  effect.root = root_of(at, beyond);
  return effect;
}

std::optional<double> one_root(const Root& root) noexcept {
  return root.kind == RootKind::one ? root.at : std::nullopt;
}

constexpr auto all_public = index_of(Purse::all_public);

std::vector<NeededRatio> needed_ratios(const Strategy& strategy, const StrategyBreakEven& of) {
  const auto together = one_root(of.of(Axis::effects).roots[all_public]);
  std::vector<NeededRatio> ratios;
  for (std::size_t i = 0; i < strategy.effects.size(); ++i) {
    const Effect& effect = strategy.effects[i];
    const bool is_work = is_in(EffectGroup::work, effect);
    if (!is_work && !is_in(EffectGroup::placement, effect)) continue;
    const auto alone = one_root(of.of(is_work ? Axis::work : Axis::placement).roots[all_public]);
    NeededRatio& ratio = ratios.emplace_back();
    ratio.effect = i;
    if (together) ratio.together = scaled_ratio(effect.centre, *together);
    if (alone) ratio.alone = scaled_ratio(effect.centre, *alone);
  }
  return ratios;
}

/// All that is lived beside the levels of effect, one run after the other: the curve of all effects
/// and its roots by all families, the others by a part of them.
class Search {
 public:
  Search(const Scenario& scenario, const Ground& ground, const RunAndDraws& all,
         const Execution& execution, const Progress& progress)
      : values_{at_values(scenario)},
        ground_{ground},
        all_{all},
        execution_{execution},
        progress_{progress} {}

  std::vector<StrategyBreakEven> run() {
    std::vector<StrategyBreakEven> found(values_.strategies.size());
    if (found.empty()) return found;
    constexpr double share_of_effects = 0.7, share_of_curves = 0.9;
    std::vector<Arm> arms{{0, EffectLevel::none, 0}};
    add_arms(Axis::effects, arms);
    const RunResult varied = live(std::move(arms), 0, 0, share_of_effects);
    arms = arms_of(values_, {EffectLevel::none, EffectLevel::centre});
    for (const Axis axis : {Axis::work, Axis::placement, Axis::caseload, Axis::duration}) {
      add_arms(axis, arms);
    }
    const RunResult part = live(std::move(arms), sites_of_part(), share_of_effects,
                                share_of_curves - share_of_effects);
    for (std::size_t s = 0; s < found.size(); ++s) found[s] = solve(varied, part, s);
    live_roots(found, share_of_curves);
    return found;
  }

 private:
  void add_arms(Axis axis, std::vector<Arm>& arms) const {
    for (std::size_t strategy = 1; strategy <= values_.strategies.size(); ++strategy) {
      for (const double multiplier : multipliers_of(axis)) {
        const Variation variation = variation_of(axis, multiplier);
        if (!level_of(variation)) add_varied_arm(arms, values_, strategy, variation);
      }
    }
  }

  /// So many live all but the curve of all effects, as a draw does: that is what a decision needs
  /// exactly, and the others would take most of the time. 0 = all.
  std::uint64_t sites_of_part() const noexcept {
    return usual_families_per_draw(values_) > 0 ? usual_sites_per_draw : 0;
  }

  /// Of the first `sites` sites, or of all where it is 0.
  RunResult live(std::vector<Arm> arms, std::uint64_t sites, double done, double share) const {
    const ShareDone told = [&](double part) {
      if (progress_) progress_(done + share * part, "break_even");
    };
    return run_arms(values_, ground_, std::move(arms), execution_, told, sites);
  }

  StrategyBreakEven solve(const RunResult& varied, const RunResult& part,
                          std::size_t strategy) const {
    StrategyBreakEven of;
    for (std::size_t axis = 0; axis < axis_count; ++axis) {
      const auto which = static_cast<Axis>(axis);
      of.curves[axis] = which == Axis::effects ? curve_of(which, all_.central, varied, strategy)
                                               : curve_of(which, part, part, strategy);
    }
    if (all_.draws && all_.varied_draws) {
      of.drawn = drawn_of(*all_.draws, *all_.varied_draws, strategy);
    }
    if (values_.expect) {
      of.expect = expected_effect(*values_.expect, all_.central, varied, strategy);
    }
    of.ratios = needed_ratios(values_.strategies[strategy], of);
    return of;
  }

  LivedMultiplier lived_at(double multiplier, const RunResult& result, std::size_t strategy) const {
    const Variation variation = variation_of(Axis::effects, multiplier);
    const Lived lived = arm_of(all_.central, result, strategy, variation);
    LivedMultiplier at;
    at.multiplier = multiplier;
    for (std::size_t budget = 0; budget < budget_count; ++budget) {
      at.net[budget] = net_of(lived, budget);
    }
    at.public_error = mean_error(*lived.result, lived.arm, Purse::all_public).standard_error;
    at.people = people_of(lived);
    if (values_.expect) at.expected = expected_of(lived, values_.expect->year).value_or(0);
    return at;
  }

  /// Lives the public total's root and the expected effect of each strategy.
  void live_roots(std::vector<StrategyBreakEven>& found, double done) const {
    std::vector<Arm> arms{{0, EffectLevel::none, 0}};
    const auto for_each_root = [&](const auto& act) {
      for (std::size_t s = 0; s < found.size(); ++s) {
        const auto root = one_root(found[s].of(Axis::effects).roots[all_public]);
        if (root) act(s, *root, found[s].check);
        if (!found[s].expect) continue;
        const auto expected = one_root(found[s].expect->root);
        if (expected) act(s, *expected, found[s].expect->lived);
      }
    };
    for_each_root([&](std::size_t s, double multiplier, const auto&) {
      const Variation variation = variation_of(Axis::effects, multiplier);
      if (!level_of(variation)) add_varied_arm(arms, values_, s + 1, variation);
    });
    const RunResult result =
        arms.size() > 1 ? live(std::move(arms), 0, done, 1 - done) : RunResult{};
    for_each_root([&](std::size_t s, double multiplier, auto& lived) {
      lived = lived_at(multiplier, result, s);
    });
  }

  const Scenario values_;
  const Ground& ground_;
  const RunAndDraws& all_;
  const Execution& execution_;
  const Progress& progress_;
};

}  // namespace

std::vector<double> multipliers_of(Axis axis) {
  switch (axis) {
    case Axis::effects:
      return {0, 0.5, 1, 1.5, 2, 3, 4};
    case Axis::work:
    case Axis::placement:
      return {0, 1, 4, 16};
    case Axis::caseload:
      return {0.5, 1, 1.5, 2, 3};
    case Axis::duration:
      return {0.25, 0.5, 1, 1.5};
  }
  return {};
}

std::optional<PeopleMoved> people_at(const BreakEvenCurve& curve,
                                     std::optional<double> multiplier) {
  if (!multiplier || curve.people.empty()) return std::nullopt;
  std::vector<double> work, placement;
  for (const PeopleMoved& moved : curve.people) {
    work.push_back(moved.work_years);
    placement.push_back(moved.placement_years);
  }
  return PeopleMoved{curve_at(curve.at, work, *multiplier),
                     curve_at(curve.at, placement, *multiplier)};
}

DrawnRoots drawn_roots(const std::vector<double>& at,
                       const std::vector<std::vector<double>>& values) {
  constexpr double never = std::numeric_limits<double>::infinity();
  const std::size_t draws = values.front().size();
  std::size_t with_root = 0, above = 0, below = 0;
  std::vector<double> needed(draws);
  for (std::size_t draw = 0; draw < draws; ++draw) {
    std::vector<double> own;
    for (const auto& at_multiplier : values) own.push_back(at_multiplier[draw]);
    const Root root = root_of(at, own);
    switch (root.kind) {
      case RootKind::one:
      case RootKind::several:
        ++with_root;
        needed[draw] = root.rises ? *root.at : own.front() > 0 ? 0 : never;
        break;
      case RootKind::above:
        ++above;
        break;
      case RootKind::below:
        ++below;
        needed[draw] = never;
        break;
      case RootKind::nothing:
        break;
    }
  }
  std::sort(needed.begin(), needed.end());
  const auto reached = [&](double p) -> std::optional<double> {
    const double value = percentile(needed, p);
    return value == never ? std::nullopt : std::optional{value};
  };
  const auto share = [&](std::size_t of) {
    return static_cast<double>(of) / static_cast<double>(draws);
  };
  return {reached(0.05), reached(0.5), reached(0.95), share(with_root), share(above), share(below)};
}

std::vector<StrategyBreakEven> find_break_even(const Scenario& scenario, const Ground& ground,
                                               const RunAndDraws& all, const Execution& execution,
                                               const Progress& progress) {
  return Search{scenario, ground, all, execution, progress}.run();
}

}  // namespace samspil
