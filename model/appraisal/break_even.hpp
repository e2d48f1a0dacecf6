/// \file
/// How strong the effects of a strategy must be for it to pay for itself, budget by budget; the
/// same of its caseload and of its duration; and what that is in people.
///
/// A curve is the net result over all years at a few multipliers, each lived by all families with
/// the same draws; its root is taken between them (monotone_curve.hpp), and the public total's is
/// lived too. Over draws of the inputs every draw has a curve of its own, freed of luck point by
/// point as the spread of the net result is.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "model/appraisal/monotone_curve.hpp"
#include "model/simulation/ground.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

/// What is multiplied, all else the same.
enum class Axis : std::uint8_t {
  effects,    // all effects
  work,       // the effort's on jobs, with no other effect
  placement,  // the effort's on placements, with no other effect
  caseload,   // families per caseworker
  duration,   // the longest enrolment
};
inline constexpr std::array<std::string_view, 5> axis_names{"all_effects", "work", "placement",
                                                            "caseload", "duration"};
inline constexpr std::size_t axis_count = axis_names.size();

/// Rising; the last is how far a root is looked for.
std::vector<double> multipliers_of(Axis axis);

/// What effects come to in people, over all years, per 100 families enrolled in the year with most
/// of them, beyond what the strategy is compared with.
struct PeopleMoved {
  double work_years = 0;       ///< Parents in work in week 48, summed over the years.
  double placement_years = 0;  ///< Avoided.
};

struct BreakEvenCurve {
  std::vector<double> at;                             ///< Multipliers.
  std::array<std::vector<double>, budget_count> net;  ///< Net result at each [kr.].
  std::array<Root, budget_count> roots;
  std::vector<PeopleMoved> people;  ///< At each; empty where nobody is enrolled.
};

/// Nothing beyond the curve, or where it has no people.
std::optional<PeopleMoved> people_at(const BreakEvenCurve& curve, std::optional<double> multiplier);

/// Over draws of the inputs: the multiplier that a draw needs to save. 0 where it saves without
/// effect, though more of it may cost; nothing where 5, 50 or 95 % of the draws need more than the
/// curve has, or never save.
struct DrawnRoots {
  std::optional<double> p05, p50, p95;
  // Shares of the draws; they sum to 1, but for draws that are nought throughout.
  double with_root = 0, above = 0, below = 0;
};

/// Of one budget.
///   values  by multiplier, then draw; at least one draw
DrawnRoots drawn_roots(const std::vector<double>& at,
                       const std::vector<std::vector<double>>& values);

/// Multipliers of all effects, as lived by all families.
struct LivedMultiplier {
  double multiplier = 0;
  std::array<double, budget_count> net{};  ///< [kr.]
  std::optional<double> public_error;      ///< Of the public net result, paired [kr.].
  std::optional<PeopleMoved> people;
  double expected = 0;  ///< Parents in work per 100 enrolled in the year of the expectation.
};

/// What the scenario expects of people, solved for in all effects.
struct ExpectedEffect {
  Root root;                    ///< Of what is reached less what is expected.
  std::vector<double> reached;  ///< By multiplier; empty where nobody is enrolled.
  std::optional<LivedMultiplier> lived;
};

/// A hazard ratio beside what is needed of it: at the public total's root of all effects together,
/// and of its own group's alone.
struct NeededRatio {
  std::size_t effect = 0;  ///< Position in Strategy::effects.
  std::optional<double> together, alone;
};

struct StrategyBreakEven {
  std::array<BreakEvenCurve, axis_count> curves;
  /// By budget, of all effects; empty without draws.
  std::vector<std::optional<DrawnRoots>> drawn;
  std::optional<LivedMultiplier> check;  ///< Of the public total's root.
  std::optional<ExpectedEffect> expect;  ///< Where the scenario expects anything.
  std::vector<NeededRatio> ratios;       ///< Of the effort on jobs and placements.

  const BreakEvenCurve& of(Axis axis) const noexcept { return curves[index_of(axis)]; }
};

/// By strategy. `all` is what run_with_draws() made of the same scenario on the same ground. A root
/// of the sums that `all` has needs no run of its own: without effect and at the centre.
/// `progress` hears of the stage "break_even".
std::vector<StrategyBreakEven> find_break_even(const Scenario& scenario, const Ground& ground,
                                               const RunAndDraws& all, const Execution& execution,
                                               const Progress& progress);

}  // namespace samspil
