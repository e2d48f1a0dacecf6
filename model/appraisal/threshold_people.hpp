/// \file
/// A threshold analysis: for how many people, on average over the years, things must go better
/// before what that saves the municipality covers the cost of an effort, whatever brings it about;
/// beside what the effort is taken to move. Not the break-even curve, which asks how much stronger
/// the effort's own effects must be, and has no answer where they save nothing at any strength.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "model/appraisal/report.hpp"

namespace samspil {

/// Who must fare better.
enum class ThresholdChange : std::uint8_t {
  fewer_placed,  // children out of home
  more_in_work,  // parents in work in week 48
};
inline constexpr std::array<std::string_view, 2> threshold_change_names{"fewer_placed",
                                                                        "more_in_work"};

/// Persons on average over the years; the municipality's own where there is one.
struct ThresholdPeople {
  double of = 0;     ///< Whom it could be: children placed, or parents out of work, without it.
  double worth = 0;  ///< What one person for one year saves the municipality [kr.].
  /// Until the programme's cost is met; 0 where it costs nothing. Nothing where a person saves
  /// nothing.
  std::optional<double> needed;
  std::array<double, effect_level_names.size()> moved{};  ///< At each level of effect.
};

/// What the municipality saves a year for each parent more in work [kr.]: the strategy's families
/// with their chance of getting a job fourfold, that of losing it a quarter, and no other effect,
/// beside the same programme without effect. Far more than any effort is believed to do, so that
/// chance weighs little, and through the same ramp, fidelity and enrolment. Nothing where it moves
/// nobody.
///   sites  that live it, the first of them; 0: all
std::optional<double> worth_of_work(const Scenario& scenario, const Ground& ground,
                                    const Execution& execution, std::size_t strategy,
                                    std::uint64_t sites);

/// Of one strategy. A placement avoided is worth what it costs by prices and payer rules, the kinds
/// of places as the baseline uses them.
///   worth_of_work  as above; nothing where it is not known: then none is told of work
std::optional<ThresholdPeople> threshold_people(const Report& report,
                                                const StrategyAppraisal& appraised,
                                                ThresholdChange change,
                                                std::optional<double> worth_of_work);

}  // namespace samspil
